# make run    set everything up, then serve the demonstration: Python 3.11 or later is all it needs
# make test   run every test
# make help   tell the rest
#
# Without make (on Windows), CONTRIBUTING.md gives the same steps by hand.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
SHELL := /bin/sh

VENV ?= .venv
CHECKERS ?= .venv-checkers
BIN := $(VENV)/bin
IN_VENV := $(BIN)/python
PORT ?= 8000
WORKERS ?= 2
RUN ?=
TEST ?=

# The Python to make the environment with: `python3` if that is new enough, else the newest that is.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)

PIP := $(IN_VENV) -m pip --disable-pip-version-check
FRONT_END_SOURCES := $(shell find frontend -name node_modules -prune -o -type f -print)
BUILT := server/kithmap/web/static/built/sources.sha256

.PHONY: help run test pytest vitest checkers check format bench wheel lock generated words browser front-end clean which-python

help: ## Tell what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.installed $(BUILT) ## Serve the demonstration, seeded the first time (PORT=8000, RUN="--lan")
	@$(BIN)/kithmap demo --port $(PORT) $(RUN)

test: vitest pytest ## Run every test (WORKERS=2, TEST="tests/sync -k undo")

vitest: $(VENV)/.installed $(BUILT)
	@$(IN_VENV) scripts/front_end.py test

# After the pages' tests even under `make -j`: two cores carry one of them at a time.
pytest: $(VENV)/.installed-test $(CHECKERS)/.installed $(BUILT) | vitest
	@$(IN_VENV) -m pytest -n $(WORKERS) --dist loadgroup $(TEST)

checkers: $(CHECKERS)/.installed ## Install the programs of others that look at glossaries, into $(CHECKERS)

check: $(VENV)/.installed-check $(BUILT) ## Lint, formatting and types, of server and pages
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@# The product as the other end of what it runs on sees it: no call that only POSIX has, nothing that newer Python took away.
	@$(BIN)/mypy --platform win32 --python-version 3.14 --cache-dir .mypy_cache/windows server/kithmap
	@$(IN_VENV) scripts/front_end.py check

format: $(VENV)/.installed-check ## Put the code into its form
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

browser: $(VENV)/.installed-test $(BUILT) ## Only the journeys through a real browser
	@$(IN_VENV) -m pytest -m browser $(TEST)

bench: $(VENV)/.installed-test $(BUILT) ## Measure: live fan-out, joins, the basemap, the pages' weight
	@for benchmark in benchmarks/[a-z]*.py; do echo "== $$benchmark"; $(IN_VENV) -m "benchmarks.$$(basename "$$benchmark" .py)" || exit 1; done

generated: $(VENV)/.installed ## Write the generated files anew: protocol types, vectors, reference pages
	@$(IN_VENV) scripts/generate_protocol.py
	@$(IN_VENV) scripts/generate_reference.py
	@$(IN_VENV) scripts/generate_vectors.py
	@$(IN_VENV) scripts/generate_guide_schema.py
	@$(IN_VENV) scripts/generate_glossary_schema.py

words: $(VENV)/.installed ## Bring the catalogues of words up to date with what the pages and the server say
	@$(IN_VENV) scripts/words.py

wheel: $(VENV)/.installed $(BUILT) ## Build the release wheel and the source archive into dist/
	@$(PIP) install --quiet build
	@$(IN_VENV) -m build --outdir dist

lock: $(VENV)/.installed-lock ## Compile requirements.lock: names, versions and hashes, for every platform
	@$(BIN)/uv pip compile pyproject.toml --extra postgresql --universal --python-version 3.11 --quiet --upgrade \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock
	@cd frontend && npm install --package-lock-only --loglevel=error

front-end: $(BUILT) ## Build the pages

which-python:
	@echo "$(PYTHON)"

clean: ## Remove what was made here, except the workshops' own files
	@rm -rf $(VENV) $(CHECKERS) dist build frontend/node_modules server/kithmap/web/static/built
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find server tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says what was installed, and is made anew when what it rests on changes.

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Kithmap needs Python 3.11 or later. Install one, or name it: make PYTHON=/path/to/python"; exit 1; }
	@test -x $(IN_VENV) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(IN_VENV) -m pip --version >/dev/null 2>&1 || $(IN_VENV) -m ensurepip >/dev/null
	@# Older ones do not know dependency groups.
	@$(PIP) install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml hatch_build.py
	@echo "installing Kithmap into $(VENV)"
	@# The pages are built below, once, by the environment's own Python.
	@KITHMAP_SKIP_FRONT_END=1 $(PIP) install --quiet --editable .
	@$(IN_VENV) scripts/front_end.py has-node || $(PIP) install --quiet "$$($(IN_VENV) scripts/front_end.py requirement)"
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(PIP) install --quiet --group test
	@touch $@

$(VENV)/.installed-check: $(VENV)/.installed-test
	@$(PIP) install --quiet --group check
	@touch $@

# Apart from the rest: they ask for versions of libraries that Kithmap has outgrown.
$(CHECKERS)/.installed: pyproject.toml | $(VENV)/.made
	@echo "installing the checkers into $(CHECKERS)"
	@test -x $(CHECKERS)/bin/python || $(IN_VENV) -m venv $(CHECKERS)
	@$(CHECKERS)/bin/python -m pip --disable-pip-version-check install --quiet --upgrade 'pip>=25.1'
	@$(CHECKERS)/bin/python -m pip --disable-pip-version-check install --quiet --group checkers
	@# For the schema of citation files that it brings along; the program itself asks for an older jsonschema than the others.
	@$(CHECKERS)/bin/python -m pip --disable-pip-version-check install --quiet --no-deps 'cffconvert==2.0.0'
	@touch $@

$(VENV)/.installed-lock: $(VENV)/.made
	@$(PIP) install --quiet uv
	@touch $@

$(BUILT): $(FRONT_END_SOURCES) scripts/front_end.py $(VENV)/.installed
	@$(IN_VENV) scripts/front_end.py build
	@touch $@
