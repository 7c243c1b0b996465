# memcon's own tasks. `make demo` and `make test` work in a fresh clone with Python 3.11 to 3.13 and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet
# Wheels only, each checked against its hash: nothing is built, nothing unlisted is installed.
WHEELS := --require-hashes --only-binary :all:

.PHONY: help demo extras test stress lint types arrows pytest gate docs generate bench audit lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

$(BIN)/python:
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] < (3, 14); sys.exit(None if ok else "memcon needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

# The stamps hold what was installed: another lock, another install.
$(VENV)/.runtime: $(BIN)/python requirements.lock pyproject.toml
	$(PIP) $(WHEELS) -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.extras: $(VENV)/.runtime requirements-extras.lock
	$(PIP) $(WHEELS) -r requirements-extras.lock
	@touch $@

$(VENV)/.dev: $(BIN)/python requirements-dev.lock pyproject.toml
	$(PIP) $(WHEELS) -r requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime $(VENV)/.extras

demo: $(VENV)/.runtime  ## read the sample documents and show what was found
	@$(BIN)/memcon demo

extras: $(VENV)/.extras  ## what pages (memcon serve), Excel, Parquet, WARC, PostgreSQL and Dask need besides

test: $(VENV)/.dev lint types arrows pytest gate docs  ## all that must pass before a change lands

lint: $(VENV)/.dev  ## ruff: lint and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy

arrows: $(VENV)/.dev  ## who may import whom
	$(BIN)/lint-imports

pytest: $(VENV)/.dev  ## the tests
	$(BIN)/python -m pytest -n 2 -m "not stress"

stress: $(VENV)/.dev  ## the long tests: thousands of hostile documents, twenty kills, disks and files beyond measure
	$(BIN)/python -m pytest -m "stress or slow" tests/hostile tests/faults

gate: $(VENV)/.dev  ## figures must not fall under quality/floors.toml
	$(BIN)/memcon evaluate --gate

docs: $(VENV)/.dev  ## the documentation, without a warning
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html

generate: $(VENV)/.dev  ## write the generated pages anew: codebook, command reference, README's output
	$(BIN)/python -m tools.generate

bench: $(VENV)/.dev  ## measure speed, memory and growth, write docs/performance.md (half an hour; PARTS="parse start" for some)
	$(BIN)/python -m benchmarks $(PARTS)

audit: $(VENV)/.dev  ## look up known vulnerabilities of the pinned packages (needs the network; fails where it cannot tell)
	$(BIN)/uv tool run --from pip-audit==2.10.1 pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r requirements.lock -r requirements-extras.lock -r requirements-dev.lock

lock: $(VENV)/.dev  ## resolve the dependencies anew
	$(BIN)/python -m tools.lock

clean:  ## remove the environment and everything built
	rm -rf $(VENV) docs/_build build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
