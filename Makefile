# `make` alone prints the targets. Each of them first sets up whatever is missing.
PYTHON := .venv/bin/python
# What a step starts ends with it, and with make, which is the parent of the shell that is asked here.
STEP = $(PYTHON) -IS scripts/guard.py $(shell echo $$PPID)
REPORT := .pytest_cache/report.xml
READER := control_api/language/languages/en/learned
ifdef VERBOSE
export SAYDO_VERBOSE := $(VERBOSE)
endif

.DEFAULT_GOAL := help
.PHONY: help setup run signin test soak steady check bench eval train models page sbom advisories clean

help: ## Print what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Get everything that is missing: Python environment, LiveKit server, models, web page
	@scripts/bootstrap.sh
	@$(STEP) $(PYTHON) -m scripts.setup

run: setup ## Start Saydo and print the address to open; Ctrl-C stops it. All it says: VERBOSE=1
	@$(STEP) $(PYTHON) -m scripts.run

signin: ## Print a new link to sign in with (`make run` prints one as well)
	@scripts/bootstrap.sh
	@$(PYTHON) -m control_api sign-in

test: setup ## Run the tests, or some of them: PYTEST="-k name"
	@$(STEP) $(PYTHON) -m scripts.provision.litestream
ifdef PYTEST
	@$(PYTHON) -m pytest $(PYTEST)
else
	@# Who listens to a voice keeps an eye on the clock, so those tests have the machine for themselves, two at a time.
	@rm -f $(REPORT)
	@$(PYTHON) -m pytest -n auto --dist worksteal -m "not voice" --junitxml=$(REPORT); rest=$$?; \
		$(PYTHON) -m pytest -n 2 --dist worksteal -m voice; voice=$$?; test ! -f $(REPORT) || $(PYTHON) -m scripts.failures $(REPORT); exit $$((rest | voice))
endif

soak: setup ## Run the tests of what must survive in full size, for an hour or so (docs/reliability.md)
	@SAYDO_FULL=$${SAYDO_FULL:-1} $(PYTHON) -m pytest -m sized $(PYTEST)

steady: setup ## Run all tests five times beside a busy core, for some three hours; TIMES=1 for once
	@$(STEP) $(PYTHON) -m scripts.steady $(or $(TIMES),5)

check: ## Run the linters and the type checker
	@scripts/bootstrap.sh
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy shared control_api agent_worker command_line scripts bench training tests
	@.venv/bin/lint-imports
	@.venv/bin/zizmor --offline --quiet --persona pedantic .github

bench: setup ## Measure Saydo on this machine, into bench/results.json
	@$(PYTHON) -m bench

eval: setup ## Measure how well commands are understood; EACH=1: show each that is not; SPOKEN=1: said and heard; SAMPLE=N: only so many
	@$(PYTHON) -m bench.understanding $(if $(EACH),--each) $(if $(SPOKEN),--spoken) $(if $(SAMPLE),--sample $(SAMPLE))

train: setup ## Make the learned reader anew, PyTorch included; others' sentences: PUBLIC="--public FILE"
	@test -d .venv-training || .venv/bin/uv venv --quiet --python $(PYTHON) .venv-training
	@.venv/bin/uv pip install --python .venv-training/bin/python -r training/requirements.txt
	@$(PYTHON) -m training.sentences training/sentences.jsonl $(PUBLIC)
	@.venv-training/bin/python -m training.fitting training/sentences.jsonl $(READER)

models: ## Download and check the models only
	@scripts/bootstrap.sh
	@$(STEP) $(PYTHON) -m agent_worker models

page: ## Build the web page only, once what it knows of the API is written anew
	@scripts/bootstrap.sh
	@$(PYTHON) -m scripts.provision.page_types
	@$(STEP) $(PYTHON) -m scripts.provision.page

sbom: ## List all that Saydo is made of, with licences and sums, into sbom.json (CycloneDX)
	@scripts/bootstrap.sh
	@$(PYTHON) -m scripts.supply.sbom

advisories: ## Ask whether anything that is locked is known bad; what was not looked at is a failure
	@scripts/bootstrap.sh
	@$(PYTHON) -m scripts.supply.advisories

clean: ## Remove what was built in this folder; data and models stay
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -rf control_api/edges/web/dist control_api/edges/web/page/node_modules bench/results.json sbom.json
