# Everything that is done to this project has a target here. PYTHON is only used to make .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements/lock.txt
SERVE ?= 1

.PHONY: install test fuzz check demo evaluate bench lock clean

install: $(VENV)/.installed

$(VENV)/.installed: $(LOCK) pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

check: install
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest

# The property tests alone, on examples that no run has seen. What it finds becomes an @example of its test.
fuzz: install
	HYPOTHESIS_PROFILE=search $(BIN)/python -m pytest -m hypothesis --maxfail 5

demo: install
ifeq ($(SERVE),0)
	$(BIN)/counterclaim demo --no-serve
else
	$(BIN)/counterclaim demo
endif

evaluate: install
	$(BIN)/counterclaim evaluate gate ../shared

bench: install
	$(BIN)/python benchmarks/build_speed.py ../shared/data/syria/reports.jsonl
	$(BIN)/python benchmarks/annotate_speed.py ../shared/data/syria/reports.jsonl

# Needs uv (`pip install uv`); only whoever changes a dependency runs it.
lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --python-version 3.11 --quiet --output-file $(LOCK)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
