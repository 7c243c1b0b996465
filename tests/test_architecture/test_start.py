"""What a bare import may load: start-up must stay quick, so heavy packages come in only when they are used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"spacy", "numpy", "thinc", "fastapi", "pyarrow", "pandas", "dask", "distributed", "sqlalchemy", "trafilatura"}


def loaded_by(code: str) -> set[str]:
    """Top-level modules in memory after running `code` in a fresh interpreter."""
    script = f"{code}\nimport sys\nprint(' '.join({{name.split('.')[0] for name in sys.modules}}))"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["memcon", "memcon.model", "memcon.reading", "memcon.cli", "memcon.evaluation"])
def test_an_import_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


def test_the_test_can_fail() -> None:
    assert "numpy" in loaded_by("import numpy") & HEAVY


def test_a_record_in_a_file_loads_no_server_driver() -> None:
    drivers = "{n for n in sys.modules if n.startswith('sqlalchemy.dialects.postgresql')}"
    code = f"import sys, memcon.questions; print(sorted({drivers}))"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == "[]"
