# kopjaqty: `make` lists what can be done. Every target first sets up what it needs.
# PYTHON=/path/to/python3 chooses a Python; ARGS="…" goes to the program.
# Written for every make: GNU's, and that of the BSDs.
.PHONY: help lab test check test-all
.PHONY: style types library data pictures annotate project sheets notebooks browser
.PHONY: verify bench refresh lock clean setup-lab setup-test
.SILENT:
BIN = .venv/bin
CHECK = $(BIN)/python tools/check.py

help: ## list these targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

lab: setup-lab ## open lesson 00 in JupyterLab (ARGS="--no-browser --port 9999")
	$(BIN)/kopjaqty lab $(ARGS)

test: setup-test ## check it all (ARGS="tests/library -k dates": these tests alone)
	$(CHECK) $(ARGS)

check: setup-test ## the quick part of it: style, types, library, data
	$(CHECK) check

test-all: setup-test ## what takes longer too: an older processor, other versions, that gates bite
	PYTHON="$(PYTHON)" sh tools/setup.sh lowest || true
	PYTHON="$(PYTHON)" sh tools/setup.sh browser || true
	$(CHECK) all

style types library data pictures annotate project sheets notebooks browser: setup-test
	$(CHECK) $@

verify: setup-lab ## check every row of the data, and every pointer if the texts are at hand
	$(BIN)/kopjaqty verify $(ARGS)

bench: setup-test ## measure what things cost, as ratios
	$(BIN)/python -m benchmarks $(ARGS)

refresh: setup-test ## make anew what is made from data, course.yml and code
	$(BIN)/kopjaqty course refresh

# Only releases two weeks old or more: time for conda-forge to have them too, and
# for a bad release to be withdrawn. LOCK_DATE=2026-12-01 says "two weeks ago" then.
LOCK_DATE = 2026-11-08
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --python-version 3.11 \
	--only-binary :all: --exclude-newer $(LOCK_DATE) --generate-hashes --no-emit-index-url
ALL = --universal --fork-strategy fewest --custom-compile-command "make lock"
ONE = --python-platform x86_64-manylinux_2_28 \
	--custom-compile-command "make lock   (for Python 3.11 on Linux x86_64 alone)"
EXTRAS = --extra lab --extra matcher --extra build
lock: setup-test ## choose package versions anew (LOCK_DATE=…), for all systems at once
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) $(ALL) --upgrade $(EXTRAS) --output-file requirements.lock
	$(LOCK) $(ALL) --upgrade $(EXTRAS) --extra dask --extra test --extra dev \
		--constraints requirements.lock --output-file requirements-test.lock
	$(LOCK) $(ONE) --upgrade --resolution lowest-direct \
		--excludes tools/locks/lowest-without.txt \
		--extra matcher --extra build --extra test-library \
		--output-file requirements-lowest.lock
	cp requirements-test.lock requirements-browser.lock
	$(LOCK) $(ONE) --constraints tools/locks/browser.txt --extra build \
		--extra test-notebooks --output-file requirements-browser.lock
	echo "Now bring environment.yml and environment-test.yml to the same versions:" \
		"make test ARGS=tests/project/test_packaging.py tells which."

clean: ## remove what was made here: .venv, caches, builds
	rm -rf .venv .venv.lock .venv-* artefacts build dist
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

setup-lab:
	PYTHON="$(PYTHON)" sh tools/setup.sh lab
setup-test:
	PYTHON="$(PYTHON)" sh tools/setup.sh test
