"""Clocks and memory of a process."""

import gc
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    """Processor time that `work` takes in this process: what others run on the machine does not count."""
    gc.collect()
    before = time.process_time()
    work()
    return time.process_time() - before


def wall_seconds(command: Sequence[str], rounds: int = 7) -> float:
    """Median time from start to end of a command, over several rounds."""
    times = []
    for _ in range(rounds):
        before = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True, env=os.environ | {"NO_COLOR": "1"})
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def resident_megabytes() -> float:
    """Memory of this process now (Linux), in millions of bytes."""
    with open("/proc/self/statm", encoding="ascii") as numbers:
        return int(numbers.read().split()[1]) * resource.getpagesize() / 1e6


def peak_megabytes() -> float:
    """The most memory this process has had, in millions of bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
