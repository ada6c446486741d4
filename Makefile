# Plumbline: `make assess` audits this host, `make test` runs every test. Both do all set-up.
# SPDX-License-Identifier: Apache-2.0

SWIFT ?= swift
# Static, so that the program starts fast and runs where no Swift is installed.
RELEASE := -c release --static-swift-stdlib --product plumbline
CHECKED := --explicit-target-dependency-import-check error
PROGRAM := .build/release/plumbline
OUTPUT ?= assessment-of-this-host

.PHONY: assess test build lint format bench fuzz samples reference clean setup embedded

## Audits this host with the host baseline and writes the report to $(OUTPUT).
assess: build
	@$(PROGRAM) assess --output $(OUTPUT) || [ $$? -eq 1 ]

## Builds the program in release mode.
build: setup embedded
	@$(SWIFT) build $(RELEASE)

## Runs every test, one after another: side by side on few cores, those that compute would starve
## those that wait for real programs until these run out of time.
test: embedded
	@.ci/setup test
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build --no-parallel

## Checks the format of the sources and the shipped catalogs.
lint: build
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	$(PROGRAM) lint Controls
	$(PROGRAM) test Controls

## Formats the sources.
format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

## Measures against peers and raw limits (release mode, a few minutes).
bench: setup embedded
	@Tests/Benchmarks/run.sh

## Fuzzes the parsers for SECONDS each.
SECONDS ?= 60
fuzz: setup
	@Tests/Fuzz/run.sh $(SECONDS)

## Writes the sample reports again.
samples: build
	@Tests/EndToEndTests/make-samples.sh $(PROGRAM)

## Writes the reference pages of the rule language and the collectors again.
reference: setup embedded
	$(SWIFT) run generate-reference Reports/Reference

setup:
	@.ci/setup build

# The package manager looks for new and removed embedded files only when the manifest is newer.
embedded:
	@mkdir -p .build
	@find Controls Reports/Templates -type f | LC_ALL=C sort > .build/embedded-files.new
	@cmp -s .build/embedded-files.new .build/embedded-files || touch Package.swift
	@mv .build/embedded-files.new .build/embedded-files

clean:
	$(SWIFT) package clean
