# hillplan: build, test, install. `make help` lists the targets.

VARIANT ?= release
PREFIX  ?= /usr/local
PROFILE ?= plans/first-marathon/profile.yaml
VERSION := 0.1.0
ifeq ($(origin CC),default)
CC := gcc
endif
# Commands are shown with V=1.
Q := $(if $(V),,@)
BUILD   := build/$(VARIANT)
# Of make within make: on all processors unless told how many.
WITHIN = --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))
# Headers made from templates.
GENERATED := build/generated
PHRASES   := $(GENERATED)/words/phrase_list.h

# What a bare Debian (12 or 13) needs: to build, and besides that to test and lint.
BUILD_PACKAGES := gcc pkg-config libc6-dev libhpdf-dev liblua5.4-dev libcyaml-dev libyaml-dev \
	libjansson-dev libexpat1-dev libical-dev fonts-open-sans tzdata
TEST_PACKAGES  := libcmocka-dev libasan8 libubsan1 valgrind poppler-utils qpdf mupdf-tools python3 \
	python3-icalendar python3-yaml gpsbabel mandoc
FUZZ_PACKAGES  := clang libclang-rt-dev libcmocka-dev
DEBIAN_PACKAGES := debootstrap debian-archive-keyring
GALLERY_PACKAGES := poppler-utils python3 imagemagick fonts-open-sans
LINT_PACKAGES  := clang clang-format clang-tidy cppcheck lua-check python3-yaml

# Versions as on Debian 12 or 13; `make CC=clang` works as well.
LIBRARIES := lua5.4 libcyaml yaml-0.1 jansson expat libical
CFLAGS_release := -O2
CFLAGS_lint    := $(CFLAGS_release)
CFLAGS_debug   := -O0 -g
CFLAGS_fuzz    := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined,fuzzer-no-link \
	-fno-sanitize-recover=all
CFLAGS_san     := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
# They are errors with WERROR=1, as in `make lint` and CI: a newer compiler or library that deprecates
# something keeps nobody from building.
WARNINGS := -Wall -Wextra -Wconversion -Wshadow -Wvla -Wundef -Wstrict-prototypes \
	$(if $(WERROR),-Werror)
# Contraction would give other last digits on other machines.
ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -Igenerator -I$(GENERATED) $(WARNINGS) -ffp-contract=off -MMD -MP \
	$(CFLAGS_$(VARIANT)) $(shell pkg-config --cflags $(LIBRARIES)) $(CFLAGS)
ALL_LDLIBS = -lhpdf $(shell pkg-config --libs $(LIBRARIES)) -lm $(LDLIBS)

LIB_SOURCES  := $(filter-out generator/app/%,$(wildcard generator/*/*.c))
APP_SOURCES  := $(wildcard generator/app/*.c)
TEST_SOURCES := $(wildcard tests/unit/test_*.c)
LIB_OBJECTS  := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
APP_OBJECTS  := $(APP_SOURCES:%.c=$(BUILD)/%.o)
LIBRARY      := $(BUILD)/libhillplan.a
PROGRAM      := $(BUILD)/hillplan
UNIT_TESTS   := $(TEST_SOURCES:tests/unit/%.c=$(BUILD)/tests/%) $(BUILD)/tests/test_oracle
# Random runners, planned in one process; they load rules and templates as the program does.
RANDOM_RUNNERS := $(BUILD)/random_runners
RUNNER_OBJECTS := $(addprefix $(BUILD)/tests/property/,random_runners.o survey.o trial.o \
	fullness.o messages.o runner.o oracle.o) $(addprefix $(BUILD)/generator/app/,setup.o options.o \
	option_check.o option_help.o data_path.o)
# Random weeks under random rules: each want at the best level that there is.
LEVELS         := $(BUILD)/levels
LEVEL_OBJECTS  := $(addprefix $(BUILD)/tests/property/,levels.o random_rules.o runner.o) \
	$(filter $(BUILD)/generator/%,$(RUNNER_OBJECTS))

# What install puts below share/, besides templates and rules.
SHARE       = $(DESTDIR)$(PREFIX)/share
MANUAL      := man/man1/hillplan.1
COMPLETIONS := bash-completion/completions/hillplan zsh/site-functions/_hillplan \
	fish/vendor_completions.d/hillplan.fish

FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/%,$(wildcard tests/fuzz/fuzz_*.c))
# Of each target.
FUZZ_SECONDS ?= 60

# Of tests/mutants.
COUNT ?= 60
SEED  ?= 1

.PHONY: all plan check test test-long mutants test-debian fuzz fuzz-targets lint golden bench gallery \
	install uninstall clean help build-packages test-packages lint-packages fuzz-packages gallery-packages \
	debian-packages unit-tests phrases
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SECONDARY:

all: build-packages ## build the program (VARIANT=release, debug or san)
	@$(MAKE) $(WITHIN) $(PROGRAM)

plan: all ## make the plan of PROFILE as a PDF beside it
	@pdf="$$(dirname "$(PROFILE)")/plan.pdf" && \
	$(PROGRAM) generate "$(PROFILE)" -o "$$pdf" && echo "$$pdf"

check: build-packages test-packages ## run the quick tests; the last line is N passed, N failed
	@$(MAKE) $(WITHIN) VARIANT=release unit-tests
	@tests/run check

test: build-packages test-packages ## run the tests that a push needs, check's among them
	@$(MAKE) $(WITHIN) VARIANT=release unit-tests
	@$(MAKE) $(WITHIN) VARIANT=san unit-tests
	@tests/run test

test-long: build-packages test-packages lint-packages ## run what test leaves out: an hour and more
	@$(MAKE) $(WITHIN) VARIANT=release unit-tests
	@$(MAKE) $(WITHIN) VARIANT=san unit-tests
	@$(MAKE) $(WITHIN) VARIANT=lint WERROR=1 unit-tests
	@tests/run long

mutants: build-packages test-packages ## what the tests don't see (COUNT=60 SEED=1)
	@$(MAKE) $(WITHIN) VARIANT=release unit-tests
	@tests/mutants --count $(COUNT) --seed $(SEED)

test-debian: debian-packages ## build, plan and check in clean chroots of Debian 12 and 13 (as root)
	@tests/debian

fuzz: build-packages fuzz-packages ## feed broken files to readers (FUZZ_SECONDS=60 each)
	@$(MAKE) $(WITHIN) VARIANT=fuzz CC=clang fuzz-targets
	@tests/fuzz/run build/fuzz $(FUZZ_SECONDS)

# The program makes plans to begin with.
fuzz-targets: $(FUZZ_TARGETS) $(PROGRAM)

unit-tests: $(PROGRAM) $(UNIT_TESTS) $(RANDOM_RUNNERS) $(LEVELS)

lint: build-packages test-packages lint-packages ## formatting, static checks, include rules
	@$(MAKE) $(WITHIN) VARIANT=lint WERROR=1 unit-tests
	@tests/lint

golden: build-packages test-packages ## write what is expected of plans, pages and messages anew
	@$(MAKE) $(WITHIN) VARIANT=release unit-tests
	@HILLPLAN=$(abspath build/release/hillplan) python3 tests/golden/golden.py --update
	@HILLPLAN=$(abspath build/release/hillplan) python3 tests/bad_files.py --update
	@build/release/random_runners --count 100 --once --golden tests/golden/runners.txt --update \
		| tail -n 1
	@tests/run check --only test_ >/dev/null || true
	@python3 tests/golden/pages.py build/release/pdfs --update

bench: all test-packages ## time and memory of profile to PDF, beside bare libharu; of courses
	@HILLPLAN=$(abspath $(PROGRAM)) python3 tests/bench/bench.py $(BUILD)
	@HILLPLAN=$(abspath $(PROGRAM)) python3 tests/bench/courses.py
	@HILLPLAN=$(abspath $(PROGRAM)) python3 tests/bench/gates.py

gallery: all gallery-packages ## build/gallery.png: a contact sheet of all kinds of pages
	@HILLPLAN=$(abspath $(PROGRAM)) tests/gallery build/gallery.png && echo build/gallery.png

install: all ## install below DESTDIR and PREFIX
	install -d $(addprefix $(SHARE)/,hillplan/scripts $(dir $(MANUAL) $(COMPLETIONS))) \
		$(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/hillplan
	cp -R templates $(SHARE)/hillplan/
	cp -R $(addprefix scripts/,README.md hillplan.lua rules examples) $(SHARE)/hillplan/scripts/
	$(PROGRAM) --man > $(SHARE)/$(MANUAL)
	$(foreach file,$(COMPLETIONS),$(PROGRAM) --completions $(firstword $(subst -, ,$(subst /, \
		,$(file)))) > $(SHARE)/$(file) &&) true

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/hillplan
	rm -rf $(addprefix $(SHARE)/,hillplan $(MANUAL) $(COMPLETIONS))

clean: ## remove everything that was built
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

# Packages are installed by apt-get where they are missing; elsewhere they are named.
build-packages:
	@tests/packages $(BUILD_PACKAGES)
test-packages:
	@tests/packages $(TEST_PACKAGES)
lint-packages:
	@tests/packages $(LINT_PACKAGES)
fuzz-packages:
	@tests/packages $(FUZZ_PACKAGES)
debian-packages:
	@tests/packages $(DEBIAN_PACKAGES)
gallery-packages:
	@tests/packages $(GALLERY_PACKAGES)

$(PROGRAM): $(APP_OBJECTS) $(LIBRARY)
	@echo "link $@"
	$(Q)$(CC) $(CFLAGS_$(VARIANT)) $(LDFLAGS) -o $@ $^ $(ALL_LDLIBS)

$(LIBRARY): $(LIB_OBJECTS)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

# The English phrases are built in: each line of the file becomes an entry of a list.
$(PHRASES): templates/pages/text.en.yaml Makefile
	@mkdir -p $(@D)
	$(Q){ echo '/* Made from $<. */'; echo '#define PHRASES(X) \'; \
	sed -nE 's/^  ([a-z0-9_]+): (".*")$$/    X(\U\1\E, "\1", \2) \\/p' $<; echo; \
	echo '#define SENTENCES(X) \'; \
	sed -nE '/^  - en: "/{N; s/^  - en: (".*")\n    to: (".*")$$/    X(\1, \2) \\/p}' $<; echo; } > $@

phrases: $(PHRASES)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	@echo "test $@"
	$(Q)$(CC) $(CFLAGS_$(VARIANT)) $(LDFLAGS) -o $@ $^ $(ALL_LDLIBS) -lcmocka

$(BUILD)/tests/fuzz_%: tests/fuzz/fuzz_%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "fuzz $@"
	$(Q)$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(LIBRARY) $(ALL_LDLIBS)

$(BUILD)/tests/test_oracle: $(addprefix $(BUILD)/tests/property/,test_oracle.o oracle.o) $(LIBRARY)
	@echo "test $@"
	$(Q)$(CC) $(CFLAGS_$(VARIANT)) $(LDFLAGS) -o $@ $^ $(ALL_LDLIBS) -lcmocka

$(RANDOM_RUNNERS): $(RUNNER_OBJECTS) $(LIBRARY)
$(LEVELS): $(LEVEL_OBJECTS) $(LIBRARY)
$(RANDOM_RUNNERS) $(LEVELS):
	@echo "test $@"
	$(Q)$(CC) $(CFLAGS_$(VARIANT)) $(LDFLAGS) -o $@ $^ $(ALL_LDLIBS)

# Built again whenever the Makefile (its flags) changes.
$(BUILD)/%.o: %.c Makefile | $(PHRASES)
	@mkdir -p $(@D)
	@echo "compile $<"
	$(Q)$(CC) $(ALL_CFLAGS) -DHILLPLAN_VERSION='"$(VERSION)"' -c -o $@ $<

# Where the program looks for its data besides; built again when PREFIX changes.
$(BUILD)/generator/app/data_path.o: ALL_CFLAGS += -DHILLPLAN_INSTALLED='"$(PREFIX)/share/hillplan"'
$(BUILD)/generator/app/data_path.o: $(BUILD)/prefix
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
FORCE:

-include $(LIB_OBJECTS:.o=.d) $(APP_OBJECTS:.o=.d) $(UNIT_TESTS:$(BUILD)/tests/%=$(BUILD)/tests/unit/%.d) $(RUNNER_OBJECTS:.o=.d) \
	$(LEVEL_OBJECTS:.o=.d) $(BUILD)/tests/property/test_oracle.d
