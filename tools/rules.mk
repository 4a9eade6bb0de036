# SPDX-License-Identifier: EUPL-1.2
# rules.mk: rules that make sources out of data (pages, lists). Not for compiling.

# Named statements and migrations of the database become lists in C.
$(B)/gen/store_sql.inc: $(sort $(wildcard sql/*.sql)) tools/sql.awk
	@mkdir -p $(@D)
	$(Q)awk -f tools/sql.awk $(filter %.sql,$^) >$@.tmp && mv $@.tmp $@
$(B)/gen/store_migrations.inc: $(sort $(wildcard sql/migrations/*.sql)) tools/sql.awk
	@mkdir -p $(@D)
	$(Q)awk -v migrations=1 -f tools/sql.awk $(filter %.sql,$^) >$@.tmp && mv $@.tmp $@
$(call objs,store) $(patsubst src/%_test.c,$(B)/%_test,$(wildcard src/store/*_test.c)): $(B)/gen/store_sql.inc $(B)/gen/store_migrations.inc

# What stands before every law that became C, as a text in the program.
$(B)/gen/eval_prelude.inc: src/eval/compiled_prelude.inc
	@mkdir -p $(@D)
	$(Q)awk '{ gsub(/\\/, "&&"); gsub(/"/, "\\\""); print "\"" $$0 "\\n\"" }' $< >$@.tmp && mv $@.tmp $@
$(B)/eval/compiled_write.o: $(B)/gen/eval_prelude.inc

# ---- pages and their styles (web) ---------------------------------------------------------
# src/web/pages/*.html and text.def become $(B)/gen/pages.{h,c}; web/ becomes $(B)/assets.
$(B)/tools/pages: tools/pages.c $(B)/libbase.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $< -o $@ $(B)/libbase.a $(LDFLAGS_ALL) $(PKG_LIBS) -lm
PAGES := $(sort $(wildcard src/web/pages/*.html))
$(B)/gen/pages.h: $(B)/tools/pages src/web/text.def $(PAGES)
	@mkdir -p $(@D)
	$(Q)$< $(B)/gen/pages.h $(B)/gen/pages.c src/web/text.def $(PAGES)
$(B)/gen/pages.c: $(B)/gen/pages.h
	@test -f $@
$(B)/gen/pages.o: $(B)/gen/pages.c
	$(Q)$(CC) $(CFLAGS_ALL) -c $< -o $@
$(patsubst src/%.c,$(B)/%.o,$(wildcard src/web/*.c)): | $(B)/gen/pages.h
$(B)/libweb.a $(B)/hoort: $(B)/gen/pages.o

# Styles and fonts: only what the pages use, from the packages named in web/package-lock.json.
web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@
.PHONY: assets test-pages test-browser
assets: $(B)/assets/.done
$(B)/assets/.done: web/node_modules/.package-lock.json $(wildcard web/*.css web/*.mjs web/*.js)
	$(Q)node web/build.mjs web $(B)/assets
	@touch $@
test-pages: $(B)/tools/pages
	@PAGES_TOOL=$(B)/tools/pages tools/test.sh tools/pages_test.sh
test-web: | test-pages
tests/browser/node_modules/.package-lock.json: tests/browser/package-lock.json
	cd tests/browser && npm ci --no-audit --no-fund
	@touch $@
# Every page in a real browser, against the real program.
test-browser: $(B)/hoort $(B)/web/decision_test $(B)/assets/.done tests/browser/node_modules/.package-lock.json
	@HOORT=$(B)/hoort CASE=$(B)/web/decision_test tests/browser/run.sh
# ---- end of pages and their styles ---------------------------------------------------------
