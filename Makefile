# SPDX-License-Identifier: EUPL-1.2
# Makefile: set up, build, run, test. Not for people who only install: see packaging in README.
#   make run             set up, build, run the whole loop, serve the pages (ARGS=--no-serve ends after the summary)
#   make check           set up, build, every test, under gcc, clang and the sanitizers
#   make test-MODULE     the tests of one module and what lies under it, e.g. make test-gate
#   make tidy | fuzz | bench | browser | bless | clean
B ?= build
CC = gcc
SAN ?=
OPT ?= -O2
WERROR ?= -Werror
PKGS = yaml-0.1 jansson libsodium sqlite3 libmicrohttpd
NPROC := $(shell nproc)

WARN = -Wall -Wextra -Wconversion -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes \
       -Wpointer-arith -Wundef -Wwrite-strings -Wformat=2 -Wno-sign-conversion $(WERROR)
HARDEN = -fstack-protector-strong -fstack-clash-protection -fcf-protection
CFLAGS_ALL = -std=c17 -D_GNU_SOURCE -g $(OPT) $(WARN) $(HARDEN) $(SAN) -Isrc -I$(B)/gen -MMD -MP $(PKG_CFLAGS)
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

.PHONY: all run check tidy fuzz bench bless browser clean deps
all: $(B)/hoort

include tools/rules.mk

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -c $< -o $@

define module
$(B)/lib$(1).a: $$(call objs,$(1))
	@mkdir -p $$(@D)
	@rm -f $$@
	ar rcs $$@ $$^
$(B)/$(1)/%_test: src/$(1)/%_test.c $(B)/lib$(1).a $$(call libs,$$(call below,$(1)))
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS_ALL) $$< -o $$@ -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group $$(LDFLAGS_ALL) $$(PKG_LIBS) -lcmocka -lm -lpthread
.PHONY: test-$(1)
test-$(1): $$(patsubst src/%_test.c,$(B)/%_test,$$(wildcard src/$(1)/*_test.c))
	@tools/test.sh $$^
endef
$(foreach m,$(MODULES),$(eval $(call module,$(m))))

$(B)/hoort: $(foreach m,$(MODULES),$(call objs,$(m)))
	$(CC) $^ -o $@ $(LDFLAGS_ALL) $(PKG_LIBS) -lm -lpthread

clean:
	rm -rf build build-*

-include $(shell find $(B) -name '*.d' 2>/dev/null)
