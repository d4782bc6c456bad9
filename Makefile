# The commands of this repository. `make run` and `make test` need nothing but Swift 6.3 on Debian or Ubuntu.

SHELL := /bin/bash
.DEFAULT_GOAL := help

BUILD_PACKAGES := libcurl4-openssl-dev libssl-dev libsqlite3-dev pkg-config ca-certificates
TEST_PACKAGES := $(BUILD_PACKAGES) python3 python3-venv curl procps e2fsprogs mount nodejs php-cli openssl nginx-light haproxy \
	prometheus systemd binutils chromium chromium-driver

BENCH_PACKAGES := $(BUILD_PACKAGES) python3 python3-venv nodejs gcc golang-go golang-github-mattn-go-sqlite3-dev \
	nginx-light openssl webhook

SWIFT_BUILD := swift build
# A release is bound at start, with its tables of addresses read-only from then on, and its C code checks its stack.
RELEASE_FLAGS := --configuration release --static-swift-stdlib -Xlinker -z -Xlinker now -Xcc -fstack-protector-strong
# Test builds keep a folder of their own, because warnings are errors there.
TEST_FLAGS := --scratch-path .build-test
PYTHON := .venv/bin/python
# The end-to-end tests run Polar's SDK with this Python. Each server of a test holds a thread of Dispatch, which has 255: with
# all tests at once those that come late would wait for ever.
SWIFT_TEST := PYTHON="$(CURDIR)/$(PYTHON)" swift test --experimental-maximum-parallelization-width 48
SWIFT_SOURCES := Package.swift Sources Tests Benchmarks Examples Fuzzing/Package.swift Fuzzing/Sources

.PHONY: help
help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-12s %s\n", $$1, $$2 }'

.PHONY: run
run: packages ## Install what is needed, build, and serve for development on port 8080
	$(SWIFT_BUILD) --product polar-receiver
	exec "$$($(SWIFT_BUILD) --show-bin-path)/polar-receiver" serve --dev

.PHONY: send
send: ## Send a signed sample event to the running server (TYPE=order.paid)
	@"$$($(SWIFT_BUILD) --show-bin-path)/polar-receiver" send $(TYPE)

.PHONY: test
test: test-packages venv lint generated ## Everything CI checks: format, warnings as errors, generated sources, all tests, packages that depend on this one
	WARNINGS_AS_ERRORS=1 $(SWIFT_BUILD) $(TEST_FLAGS) --build-tests
	WARNINGS_AS_ERRORS=1 $(SWIFT_TEST) $(TEST_FLAGS) --skip-build
	TEST_EVENT_SOURCE=dispatch $(SWIFT_TEST) $(TEST_FLAGS) --skip-build --filter HTTPServerTests
	Scripts/test-outside $(TEST_FLAGS)

.PHONY: lint
lint: ## Check the format of all Swift files
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

.PHONY: models
models: ## Write the Swift models from Schema/polar.json
	python3 Scripts/make-models.py

.PHONY: generated
generated: venv ## Check that generated files are what their generators write, and the generators
	$(PYTHON) Scripts/make-verification-table.py --check
	$(PYTHON) Scripts/make-models.py --check
	$(PYTHON) -m unittest discover --start-directory Tests/Scripts
	$(PYTHON) -m unittest discover --start-directory Tests/Deployment

.PHONY: check-all
check-all: test ## The long checks: both sanitizers, a minute of fuzzing per target, and the image
	LSAN_OPTIONS="suppressions=$(CURDIR)/Scripts/leak-sanitizer.txt" \
		ASAN_OPTIONS="suppressions=$(CURDIR)/Scripts/address-sanitizer.txt" \
		$(SWIFT_TEST) --scratch-path .build-address --sanitize=address --disable-xctest
	mkdir -p .build-thread && rm -f .build-thread/race.*
	clang -c -fPIC -O2 -o .build-thread/trace-mutex.o Scripts/trace-mutex.c
	# Into files, because the servers that tests start report too.
	TSAN_OPTIONS="exitcode=0 log_path=$(CURDIR)/.build-thread/race" $(SWIFT_TEST) --scratch-path .build-thread \
		--sanitize=thread --disable-xctest -Xlinker "$(CURDIR)/.build-thread/trace-mutex.o"
	! cat .build-thread/race.* 2>/dev/null
	set -e; for target in $(notdir $(wildcard Fuzzing/Corpus/*)); do Fuzzing/run $$target 60; done
	$(MAKE) image

.PHONY: bench
bench: bench-packages ## Compare decoder, intake and server with others, each in one run
	Benchmarks/run-decode
	Benchmarks/run-intake
	Benchmarks/run-server
	Benchmarks/run-hostile

.PHONY: image
image: ## Build the container image polar-receiver
	docker build --tag polar-receiver .

.PHONY: deb
deb: packages ## Build a Debian package of the receiver in this folder
	$(SWIFT_BUILD) $(RELEASE_FLAGS) --product polar-receiver
	binaries="$$($(SWIFT_BUILD) $(RELEASE_FLAGS) --show-bin-path)" \
		&& Scripts/make-deb "$$binaries/polar-receiver" "$$binaries/../../checkouts" .

.PHONY: packages
packages:
	@Scripts/install-packages $(BUILD_PACKAGES)

.PHONY: test-packages
test-packages:
	@Scripts/install-packages $(TEST_PACKAGES)

.PHONY: bench-packages
bench-packages:
	@Scripts/install-packages $(BENCH_PACKAGES)

.PHONY: venv
venv: .venv/ready

.venv/ready: Tests/EndToEndTests/Support/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@
