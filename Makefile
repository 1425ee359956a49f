# Two commands do all the set-up: `make demo` and `make test`.

CARGO ?= cargo
BENCH ?= ../shared
FUZZ_TARGETS ?= page dump file record query evidence listing sources saved asking
FUZZ_SECONDS ?= 600

.PHONY: demo test fmt tools format lint tests docs deny score bench bench-analysis bench-encoder bench-grouping bench-comparison bench-archive bench-warc bench-site network fuzz fuzz-seeds clean

## Build in release, tell the stories of the bundled captures and open them as a site; `make demo DEMO=--no-serve` does not open it.
demo:
	$(CARGO) build --release --locked -p parallax
	./scripts/demo.sh $(DEMO)

## Everything CI checks.
test: tools format lint tests docs

## What the checks need and the machine lacks.
tools:
	@$(CARGO) fmt --version >/dev/null 2>&1 || rustup component add rustfmt
	@$(CARGO) clippy --version >/dev/null 2>&1 || rustup component add clippy
	@for tool in chromium npm; do \
		command -v $$tool >/dev/null || apt-get install -y -q $$tool || { apt-get update -q && apt-get install -y -q $$tool; } \
			|| echo "!!! no $$tool: the site will not be looked at in a browser"; \
	done

format:
	$(CARGO) fmt --all --check

lint:
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

tests:
	$(CARGO) test --workspace --locked

docs:
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --locked

## Format the code.
fmt:
	$(CARGO) fmt --all

## Licences and sources of dependencies (installs cargo-deny once: several minutes).
deny:
	@$(CARGO) deny --version >/dev/null 2>&1 || $(CARGO) install --locked cargo-deny
	$(CARGO) deny check licenses bans sources

## Quality on the measured sets; `make score BENCH=DIR` for another folder of the same layout.
score:
	$(CARGO) run --release --locked -q -p xtask -- score $(BENCH)

clean:
	$(CARGO) clean

## Extraction beside its peers, on the same pages, in one run; `make bench PAGES=DIR`.
bench: target/bench-venv/ok
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers -- $(PAGES)

## The peers that are written in Python; the bench goes on without them.
target/bench-venv/ok: benches/peers/requirements.txt
	-python3 -m venv target/bench-venv && target/bench-venv/bin/pip install -q -r $< && touch $@

## The analysis beside spaCy, on the same texts, in one run; `make bench-analysis ROWS=FILE`.
bench-analysis: target/bench-venv/spacy
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin analysis -- $(ROWS)

target/bench-venv/spacy: benches/peers/requirements-analysis.txt
	-python3 -m venv target/bench-venv && target/bench-venv/bin/pip install -q -r $< && touch $@

## The sentence encoder beside its original, on the same texts, in one run; `make bench-encoder SENTENCES=FILE`.
bench-encoder: target/bench-venv/encoder
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin encoder -- $(SENTENCES)

target/bench-venv/encoder: benches/peers/requirements-encoder.txt
	-python3 -m venv target/bench-venv && target/bench-venv/bin/pip install -q -r $< && touch $@

## Grouping of a growing stream, and beside a peer; `make bench-grouping ROWS="FILE --set NAME"`.
bench-grouping: target/bench-venv/river
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin grouping -- $(ROWS)

target/bench-venv/river: benches/peers/requirements-grouping.txt
	-python3 -m venv target/bench-venv && target/bench-venv/bin/pip install -q -r $< && touch $@

## Comparison of stories that grow; `make bench-comparison SIZES="--articles 25,100"`.
bench-comparison:
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin comparison -- $(SIZES)

## The archive: adding by stage, searching beside FTS5, writers that are killed; `make bench-archive ROWS="FILE.jsonl.gz --pages DIR"`.
bench-archive:
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin archive -- $(ROWS)

## The site of a large archive at a steady rate, beside a running `add`; `make bench-site ROWS=FILE.jsonl.gz`.
bench-site:
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin site -- $(ROWS)

## Reading of web archives beside Python's packages, on the same file, in one run; `make bench-warc ARCHIVE=FILE`.
bench-warc: target/bench-venv/warc
	$(CARGO) run --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/bench-peers --bin warc -- $(ARCHIVE)

target/bench-venv/warc: benches/peers/requirements-warc.txt
	-python3 -m venv target/bench-venv && target/bench-venv/bin/pip install -q -r $< && touch $@

## Two hundred invented outlets on loopback over ten rounds, and how fast they are watched.
network:
	$(CARGO) test --release --locked -p parallax-acquire --test network -- --ignored --nocapture --test-threads 1
	$(CARGO) test --release --locked -p parallax --test watching -- --ignored --nocapture

## Ten minutes of each fuzz target (installs cargo-fuzz once). No address sanitizer: see docs/robustness.md for the one place with unsafe code.
fuzz: fuzz-seeds
	@$(CARGO) fuzz --version >/dev/null 2>&1 || $(CARGO) install --locked cargo-fuzz
	for target in $(FUZZ_TARGETS); do \
		RUSTC_BOOTSTRAP=1 $(CARGO) fuzz run -s none $$target -- -dict=fuzz/words.dict \
			-max_total_time=$(FUZZ_SECONDS) -max_len=20000 -timeout=20 || exit 1; \
	done

## The fixtures as seeds, each named by its folder and file.
fuzz-seeds:
	for target in $(FUZZ_TARGETS); do \
		mkdir -p fuzz/corpus/$$target && \
		for page in fixtures/*/captures/* fixtures/odd-pages/pages/*; do \
			cp $$page fuzz/corpus/$$target/$$(echo $$page | tr / -); \
		done; \
	done
	mkdir -p fuzz/corpus/file
	for page in fixtures/harbour-fire/captures/*; do gzip -nc $$page > fuzz/corpus/file/$$(basename $$page).gz; done
