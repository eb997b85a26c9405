# `make demo` opens a network of a made-up town's publishers on http://localhost:8000, `make test` runs the tests.
# Both set everything up in .venv on a machine that has Python 3.11 or later and reaches its package registries.
PYTHON ?= python3
BIN := .venv/bin
PIP_VERSION := 26.2
NU_VERSION := 26.9.27

.PHONY: demo run test screenshots check lint types contract format models clean lock

demo: .venv/run
	$(BIN)/standfirst demo

test: .venv/dev .venv/nu/done
	$(BIN)/python -m tests.everything

# Pictures of each type of page, for people to look at: build/screenshots/index.html.
screenshots: .venv/dev
	$(BIN)/python -m tests.screenshots build/screenshots

check: lint types contract

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/dev
	$(BIN)/mypy

contract: .venv/dev
	$(BIN)/lint-imports

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# A new pip first: the one a new Python brings stumbles over some packages' extras.
.venv/pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Standfirst needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip==$(PIP_VERSION)
	touch $@

.venv/run: .venv/pip requirements/run.txt pyproject.toml
	test -e .venv/dev || $(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/pip requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@ .venv/run

# The Nu HTML checker, for the tests; they skip what needs it where npm or Java is absent. Nothing of the package is run
# on installing, and its bytes must be those that requirements/nu.sha256 names.
.venv/nu/done: requirements/nu.sha256 .venv/pip
	@if ! command -v npm >/dev/null || ! command -v java >/dev/null; then \
		echo "npm or Java is absent: the Nu HTML checker is left out"; exit 0; fi; \
	npm install --prefix .venv/nu --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error \
		vnu-jar@$(NU_VERSION) >/dev/null && sha256sum --check --quiet requirements/nu.sha256 && touch $@

# Pins every package with its hashes, for all Pythons at once; names no registry.
lock: .venv/dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --extra dev --extra bench pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --extra postgres --extra build pyproject.toml -c requirements/dev.txt -o requirements/run.txt

clean:
	rm -rf .venv standfirst-demo .pytest_cache .mypy_cache .ruff_cache
