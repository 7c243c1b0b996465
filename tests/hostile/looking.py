"""Read paths as a batch does and tell, as JSON on standard output, what came of each: run in a process of its own."""

import json
import resource
import sys
import time

import memcon
from memcon.errors import DocumentError
from memcon.runners import in_process
from memcon.sources import documents


def main() -> None:
    begun = time.process_time()
    told = []
    for found in documents(sys.argv[1:]):
        (reading,) = in_process([found], memcon.read)
        error = reading if isinstance(reading, DocumentError) else None
        told.append([error.document, error.reason] if error else [reading.id, None])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"told": told, "seconds": time.process_time() - begun, "megabytes": peak}))


if __name__ == "__main__":
    main()
