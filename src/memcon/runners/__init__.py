"""The same map of a reading over documents: in this process, on all cores, or on a Dask cluster.

Each runner takes documents and a function that reads one, and gives the readings in the documents' order, byte for
byte the same whichever runs them.
"""

from memcon.runners.processes import in_process, pool

__all__ = ["in_process", "pool"]
