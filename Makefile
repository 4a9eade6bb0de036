# SPDX-License-Identifier: EUPL-1.2
# Makefile: set up, build, run, test. Not for people who only install: see packaging in README.
#   make run             set up, build, run the whole loop, serve the pages (ARGS=--no-serve ends after the summary)
#   make check           set up, build, every test, under gcc, clang and the sanitizers
#   make test-MODULE     the tests of one module and what lies under it, e.g. make test-gate
#   make lib | install   the library for other programs (tools/lib.mk)
#   make check-long      the random and fuzz tests, for an hour; not part of check
#   make tidy | fuzz | bench | browser | bless | clean
B ?= build
CC = gcc
SAN ?=
OPT ?= -O2
WERROR ?= -Werror
# One short line a file; make V=1 shows the commands.
V ?=
Q = $(if $(V),,@)
say = $(if $(V),,@printf '  %-6s %s\n' $(1))
PKGS = yaml-0.1 jansson libsodium sqlite3 libmicrohttpd libqrencode
NPROC := $(shell nproc)

WARN = -Wall -Wextra -Wconversion -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes \
       -Wpointer-arith -Wundef -Wwrite-strings -Wformat=2 -Wno-sign-conversion $(WERROR)
# One set of objects is both the program and the library (tools/lib.mk): nothing is exported but what says so.
HARDEN = -fPIC -fvisibility=hidden -fstack-protector-strong -fstack-clash-protection
CFLAGS_ALL = -std=c17 -D_GNU_SOURCE -g $(OPT) $(WARN) $(HARDEN) $(SAN) -Isrc -Iinclude -I$(B)/gen -MMD -MP $(PKG_CFLAGS)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
LDFLAGS_ALL = $(SAN) -Wl,-z,relro,-z,now

# Modules, bottom first, from the one list that people and the checker read too.
MODULES := $(shell sed -n 's/^\(pure\|io\) *//p' src/LAYERS)
# What a module may use: everything on earlier lines (siblings never meet).
below = $(shell awk -v m=$(1) '/^(pure|io)/{for(i=2;i<=NF;i++)if($$i==m)exit;for(i=2;i<=NF;i++)print $$i}' src/LAYERS)
srcs = $(filter-out %_test.c,$(wildcard src/$(1)/*.c))
objs = $(patsubst src/%.c,$(B)/%.o,$(call srcs,$(1)))
libs = $(foreach m,$(call reverse,$(1)),$(B)/lib$(m).a)
reverse = $(if $(1),$(call reverse,$(wordlist 2,99,$(1))) $(firstword $(1)))

.PHONY: all run check check-long tidy fuzz fuzz-targets bench bless clean deps
all: $(B)/hoort

# In a second make, because what deps installs (pkg-config's answers) is read when make starts.
run:
	@tools/deps.sh run
	@$(MAKE) --no-print-directory -j$(NPROC) $(B)/hoort assets
	@rm -rf $(B)/demo # a first run again: in the same folder nobody is written to twice
	@$(B)/hoort demo $(B)/demo $(if $(findstring --no-serve,$(ARGS)),,--serve) $(filter-out --no-serve,$(ARGS))
deps:
	@tools/deps.sh check
check:
	@tools/check.sh
check-long:
	@tools/check_long.sh

include tools/rules.mk

$(B)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(call say,cc $<)
	$(Q)$(CC) $(CFLAGS_ALL) $(MARCH) -c $< -o $@

# Kernels are the hot loops: optimised always, and once for each level of processor.
$(B)/eval/kernels_%.o: OPT = -O3
ifeq ($(shell uname -m),x86_64)
$(B)/eval/kernels_v3.o: MARCH = -march=x86-64-v3
$(B)/eval/kernels_v4.o: MARCH = -march=x86-64-v4 -mprefer-vector-width=512
endif

define module
$(B)/lib$(1).a: $$(call objs,$(1))
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(Q)ar rcs $$@ $$^
$(B)/$(1)/%_test: src/$(1)/%_test.c $(B)/lib$(1).a $$(call libs,$$(call below,$(1)))
	@mkdir -p $$(@D)
	$$(call say,test $$<)
	$$(Q)$$(CC) $$(CFLAGS_ALL) $$< -o $$@ -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group \
	    $$(LDFLAGS_ALL) $$(PKG_LIBS) -lcmocka -lm -lpthread
.PHONY: test-$(1)
test-$(1): $$(patsubst src/%_test.c,$(B)/%_test,$$(wildcard src/$(1)/*_test.c))
	@tools/test.sh $$^
endef
$(foreach m,$(MODULES),$(eval $(call module,$(m))))

$(B)/hoort: $(foreach m,$(filter-out embed,$(MODULES)),$(call objs,$(m)))
	$(call say,link $@)
	$(Q)$(CC) $^ -o $@ $(LDFLAGS_ALL) $(PKG_LIBS) -lm -lpthread

include tools/lib.mk

tidy: $(B)/tidy
	@$(B)/tidy .
$(B)/tidy: tools/tidy.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $< -o $@ $(LDFLAGS_ALL)

bench: $(B)/hoort $(B)/count
	@tools/deps.sh bench
	@$(B)/hoort bench --scheme zorgtoeslag --peers bench/peers.py
	@tools/instructions.sh $(B)/count
$(B)/count: bench/count.c $(foreach m,$(call below,web),$(B)/lib$(m).a)
	@mkdir -p $(@D)
	$(call say,bench $<)
	$(Q)$(CC) $(CFLAGS_ALL) $< -o $@ -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LDFLAGS_ALL) $(PKG_LIBS) -lm -lpthread

# New golden files for every test that compares with one: read the diff, and say why in the commit.
bless:
	@HOORT_BLESS=1 BLESS=1 $(MAKE) --no-print-directory $(foreach m,$(MODULES),test-$(m))

# Fuzz targets stand on the pages and everything under them; what they learn is kept in build-fuzz/corpus.
FUZZ_SECONDS ?= 60
FUZZ_SAN = -fsanitize=address,undefined -fno-sanitize-recover=all
fuzz:
	@$(MAKE) --no-print-directory B=build-fuzz CC=clang OPT=-O1 SAN='$(FUZZ_SAN) -fsanitize=fuzzer-no-link' fuzz-targets
	@tools/fuzz.sh build-fuzz $(FUZZ_SECONDS)
fuzz-targets: $(patsubst fuzz/%.c,$(B)/fuzz/%,$(wildcard fuzz/*.c))
$(B)/fuzz/%: fuzz/%.c $(foreach m,$(call below,web) web,$(B)/lib$(m).a)
	@mkdir -p $(@D)
	$(call say,fuzz $<)
	$(Q)$(CC) $(CFLAGS_ALL) $< -o $@ -Wl,--start-group $(filter %.a,$^) -Wl,--end-group -fsanitize=fuzzer \
	    $(LDFLAGS_ALL) $(PKG_LIBS) -lm -lpthread

clean:
	rm -rf build build-*

-include $(shell find $(B) -name '*.d' 2>/dev/null)
