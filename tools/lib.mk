# SPDX-License-Identifier: EUPL-1.2
# lib.mk: the library for other programs, and where all that is made goes on a machine. Not the modules: Makefile.
#   make lib                     libhoort.a, libhoort.so.0, hoort.pc in $(B)
#   make install PREFIX= DESTDIR=   the program, the library and its header, pages of the manual, laws and method
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
DESTDIR ?=
LIB_NAME = libhoort.so.0
LIB_PKGS = yaml-0.1 jansson libsodium
LIB_VERSION := $(shell sed -n 's/^\#define HOORT_VERSION "\(.*\)"/\1/p' src/base/base.h)

.PHONY: lib install
lib: $(B)/libhoort.a $(B)/libhoort.so $(B)/hoort.pc

# What the library needs of the modules under it, as one object: only the functions of hoort.h keep a name.
$(B)/libhoort.o: $(call objs,embed) $(foreach m,$(call below,embed),$(B)/lib$(m).a)
	$(Q)$(CC) -r -nostdlib -o $@.tmp $(filter %.o,$^) -Wl,--start-group $(filter %.a,$^) -Wl,--end-group
	$(Q)objcopy --localize-hidden $@.tmp $@ && rm $@.tmp
$(B)/libhoort.a: $(B)/libhoort.o
	@rm -f $@
	$(Q)ar rcs $@ $^
$(B)/$(LIB_NAME): $(B)/libhoort.o
	$(call say,link $@)
	$(Q)$(CC) -shared -Wl,-soname,$(LIB_NAME) -o $@ $^ $(LDFLAGS_ALL) -Wl,-z,defs -Wl,--as-needed \
	    $(shell pkg-config --libs $(LIB_PKGS) 2>/dev/null)
$(B)/libhoort.so: $(B)/$(LIB_NAME)
	$(Q)ln -sf $(LIB_NAME) $@
# Always anew: the prefix may be another one.
.PHONY: $(B)/hoort.pc
$(B)/hoort.pc: tools/hoort.pc.in
	@mkdir -p $(@D)
	$(Q)sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(LIB_VERSION)|; s|@PKGS@|$(LIB_PKGS)|' $< >$@

install: $(B)/hoort lib assets
	install -d $(addprefix $(DESTDIR),$(PREFIX)/bin $(PREFIX)/include $(LIBDIR)/pkgconfig \
	    $(PREFIX)/share/man/man1 $(PREFIX)/share/man/man3 $(PREFIX)/share/hoort)
	install -m 755 $(B)/hoort $(DESTDIR)$(PREFIX)/bin
	install -m 644 include/hoort.h $(DESTDIR)$(PREFIX)/include
	install -m 644 $(B)/libhoort.a $(B)/$(LIB_NAME) $(DESTDIR)$(LIBDIR)
	ln -sf $(LIB_NAME) $(DESTDIR)$(LIBDIR)/libhoort.so
	install -m 644 $(B)/hoort.pc $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 644 docs/hoort.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/hoort.3 $(DESTDIR)$(PREFIX)/share/man/man3
	cp -r --no-preserve=mode,ownership laws method $(B)/assets $(DESTDIR)$(PREFIX)/share/hoort
	rm -f $(DESTDIR)$(PREFIX)/share/hoort/assets/.done
