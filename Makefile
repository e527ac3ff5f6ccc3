# Two commands do everything from a fresh clone: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types bench lock docs pictures clean

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: $(VENV)/installed
	@$(BIN)/python -m parley.demo

test: $(VENV)/installed lint types
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/installed
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench

types: $(VENV)/installed
	$(BIN)/mypy

# Measurements. `make bench BENCH=--gate` fails when a limit is passed; others: --rounds N, --only speed.
bench: $(VENV)/installed
	@$(BIN)/python -m bench $(BENCH)

# The pages that are made: commands, tables of records, and what the examples print.
docs: $(VENV)/installed
	$(BIN)/parley reference docs
	$(BIN)/python -m tests.house.documents

# The pictures on the pages of the journeys, taken of the demo in Chromium.
pictures: $(VENV)/installed
	@$(BIN)/python -m tests.browser.pictures

# After changing a dependency: resolve again, with hashes.
lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group dev --group build pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
