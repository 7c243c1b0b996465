"""Clocks and memory of a process."""

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def seconds(work: Callable[[], object]) -> float:
    """Processor time that `work` takes in this process: what others run on the machine does not count."""
    gc.collect()
    before = time.process_time()
    work()
    return time.process_time() - before


def command_seconds(command: Sequence[str], rounds: int = 7) -> float:
    """Median processor time of a command, over several rounds; on an idle machine that is its time by the clock."""
    times = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True, env=os.environ | {"NO_COLOR": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(times)


def program() -> list[str]:
    """The command itself: the script beside this interpreter, or what it runs."""
    script = Path(sys.executable).parent / "memcon"
    return [str(script)] if script.is_file() else [sys.executable, "-c", "from memcon.cli import main; main()"]


def idle() -> bool:
    """Whether the machine has nothing else to do, so that the clock tells something."""
    return os.getloadavg()[0] < 0.5


def resident_megabytes() -> float:
    """Memory of this process now (Linux), in millions of bytes."""
    with open("/proc/self/statm", encoding="ascii") as numbers:
        return int(numbers.read().split()[1]) * resource.getpagesize() / 1e6


def peak_megabytes() -> float:
    """The most memory this process has had, in millions of bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
