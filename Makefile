# The house's front door. `make help` lists what it does.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
ARGS ?=

# Foundation and the standard library go into the binary, so that it runs where no toolchain is (docs/decisions/0002).
RELEASE = -c release --product kolokol --static-swift-stdlib
BINARY = .build/release/kolokol

# The libraries the program links, as Debian and Ubuntu name them; tmux drives the journeys of the tests.
LIBRARIES = libncurses-dev libsqlite3-dev libarchive-dev
TEST_TOOLS = tmux

# What swift format reads; the generated sources under .build are not ours.
SWIFT_SOURCES = Package.swift Sources Tests Themes Data Plugins Benchmarks/Package.swift Benchmarks/Sources

export SWIFT

.DEFAULT_GOAL := help
.PHONY: help run release test lint format install bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: release ## install what is missing, build, open the demo's bell (ARGS="…" adds options)
	@$(BINARY) demo $(ARGS)

release: ## build the program as it is installed
	@Scripts/prepare $(LIBRARIES)
	@echo "Building kolokol (the first time takes some minutes)" >&2
	@$(SWIFT) build $(RELEASE) >&2

test: ## run every test
	@Scripts/prepare $(LIBRARIES) $(TEST_TOOLS)
	$(SWIFT) test --disable-xctest $(ARGS)

lint: ## check the format of every source file
	@Scripts/prepare
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_SOURCES)

format: ## bring every source file into the format
	@Scripts/prepare
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_SOURCES)

install: release ## put the program under PREFIX (/usr/local), below DESTDIR if given
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/kolokol

bench: release ## measure; ARGS="--messages 1000000" and more in docs/performance.md
	@$(SWIFT) build -c release --static-swift-stdlib --package-path Benchmarks --disable-build-manifest-caching >&2
	@Benchmarks/.build/release/kolokol-bench $(ARGS)

clean: ## remove what was built
	rm -rf .build Benchmarks/.build
