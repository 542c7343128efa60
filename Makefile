# The one door. `make help` names what can be done.

MAKEFLAGS += --no-print-directory
TARGET := $(or $(CARGO_TARGET_DIR),target)
UI_SOURCES := $(shell find ui/src -type f) ui/index.html ui/package.json ui/vite.config.ts ui/svelte.config.js ui/tsconfig.json
DRIVER := .tools/bin/tauri-driver
DRIVER_VERSION := 2.1.0
TAURI_CLI_VERSION := 2.12.5
PYTHON := .venv/installed
PEERS := .venv-bench/installed
SCREEN := xvfb-run -a -s '-screen 0 1366x768x24'

.PHONY: help run test check bench dist fmt ui packages-build packages-test packages-bench

help:
	@echo 'make run    install what is missing, build, make a demo school with a signed report, open the window'
	@echo 'make test   install what the tests need and run all of them, the real window included'
	@echo 'make check  linters: rustfmt, clippy, svelte-check, prettier, freshness of the generated types'
	@echo 'make bench  measure start, memory, report, signing and verifying, beside Typst, WeasyPrint and pyHanko'
	@echo 'make dist   build the package for Debian and its kin'
	@echo 'make fmt    format Rust and the pages'

run: packages-build ui
	cargo build --quiet --locked --release -p opora -p opora-desktop
	@.ci/show $(TARGET)/release

# One build with the features of the tests serves the programs, the tests and the window under test.
test: packages-test $(DRIVER) $(PYTHON) ui
	cargo build --quiet --locked --workspace --all-targets
	PATH="$(CURDIR)/.tools/bin:$$PATH" \
	OPORA_DESKTOP="$(abspath $(TARGET))/debug/opora-desktop" \
	$(SCREEN) cargo test --quiet --locked --workspace --no-fail-fast </dev/null

check: packages-build ui
	cargo fmt --all --check
	cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
	npm --prefix ui run --silent check
	cargo run --quiet --locked -p opora -- typescript --check

bench: packages-bench $(DRIVER) $(PEERS) ui
	cargo build --quiet --locked --release -p opora-desktop
	PATH="$(CURDIR)/.tools/bin:$$PATH" \
	OPORA_DESKTOP="$(abspath $(TARGET))/release/opora-desktop" \
	$(SCREEN) cargo bench --quiet --locked -p opora-tests --bench figures </dev/null
	OPORA_BENCH_PYTHON="$(CURDIR)/.venv-bench/bin/python" \
	cargo bench --quiet --locked -p opora-tests --bench compare </dev/null

dist: packages-build ui
	cargo build --quiet --locked --profile dist -p opora
	npx --yes @tauri-apps/cli@$(TAURI_CLI_VERSION) build --ci --bundles deb -- --locked --profile dist
	@echo "Пакет: $$(ls -t $(TARGET)/dist/bundle/deb/*.deb | head -1)"

fmt: ui/node_modules/.installed
	cargo fmt --all
	npm --prefix ui run --silent format

ui: ui/dist/index.html

ui/dist/index.html: ui/node_modules/.installed $(UI_SOURCES)
	npm --prefix ui run --silent build -- --logLevel error
	@touch $@

ui/node_modules/.installed: ui/package-lock.json
	npm --prefix ui ci --silent --no-audit --no-fund
	@touch $@

$(DRIVER):
	cargo install --quiet --locked --root .tools --version $(DRIVER_VERSION) tauri-driver

$(PYTHON): tests/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(PEERS): tests/bench/requirements.txt
	python3 -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

packages-build:
	@.ci/packages build

packages-test:
	@.ci/packages test

packages-bench:
	@.ci/packages bench
