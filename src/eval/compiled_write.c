/* SPDX-License-Identifier: EUPL-1.2 */
/* compiled_write.c: a plan as C that a person can read beside the law and a compiler makes fast: plain
 * loops over a block of residents, one line a step, named as `hoort law show --scheme` names them.
 * Not which plans, nor when a row is odd (compiled_draft.c).
 */
#include "compiled.h"

static const char prelude[] =
#include "eval_prelude.inc"
    ;

struct writer {
    const struct draft *d;
    struct buf *out;
    bool *step_done, *mask_done;     /* written in this loop */
    enum kept { LOST, ASKED, KEPT } *kept; /* by step: truths that a loop of masks reads */
    int ahead;                       /* the next step whose column has not been asked for ahead */
    bool lending;                    /* the first loops, which work out what partners are asked */
    bool masking;                    /* a loop of masks: bytes only, which are the fastest together */
};

static void put_step(struct writer *w, int reg);

/* ---- names ------------------------------------------------------------------------------------------------ */

static bool is_small(const struct draft *d, int reg)
{
    return d->ranges[reg].low >= INT32_MIN && d->ranges[reg].high <= INT32_MAX;
}

static const char *type_of(const struct draft *d, int reg)
{
    const struct step *s = &d->plan->steps[reg];
    return s->type == REG_BOOLEAN ? "truth" : s->type == REG_NUMBER && !is_small(d, reg) ? "int64_t" : "int32_t";
}

/* A register where it is used: its name, or the number that it always is. */
static void put_name(struct writer *w, int reg)
{
    const struct step *s = &w->d->plan->steps[reg];
    if (s->kind != STEP_CONSTANT)
        buf_print(w->out, "r%d", reg);
    else if (s->value >= INT32_MIN && s->value <= INT32_MAX)
        buf_print(w->out, "%lld", (long long)s->value);
    else
        buf_print(w->out, "INT64_C(%lld)", (long long)s->value);
}

static void put_mask_name(struct writer *w, int mask)
{
    if (mask == MASK_NO || mask == MASK_YES)
        buf_char(w->out, mask == MASK_NO ? '0' : '1');
    else if (w->d->masks.at[mask].kind == MASK_REGISTER)
        buf_print(w->out, "r%d", w->d->masks.at[mask].reg);
    else
        buf_print(w->out, "m%d", mask);
}

/* ---- masks ------------------------------------------------------------------------------------------------ */

static void put_mask(struct writer *w, int mask)
{
    const struct mask at = w->d->masks.at[mask];
    if (mask == MASK_NO || mask == MASK_YES || w->mask_done[mask])
        return;
    w->mask_done[mask] = true;
    if (at.kind == MASK_REGISTER) {
        put_step(w, at.reg);
        return;
    }
    if (at.a >= 0)
        put_mask(w, at.a);
    if (at.b >= 0)
        put_mask(w, at.b);
    buf_print(w->out, "        const truth m%d = ", mask);
    if (at.kind == MASK_ABSENT || at.kind == MASK_UNKNOWN) {
        buf_print(w->out, "s%d[i] == %s", at.reg, at.kind == MASK_ABSENT ? "ABSENT" : "UNKNOWN");
    } else if (at.kind == MASK_NOBODY) {
        buf_print(w->out, "!h%d[i]", at.reg);
    } else if (at.kind == MASK_LENT_UNKNOWN) {
        buf_print(w->out, "eu%d[i]", at.reg);
    } else if (at.kind == MASK_PARTNER_ABSENT || at.kind == MASK_PARTNER_UNKNOWN) {
        buf_print(w->out, "p%c%d[i]", at.kind == MASK_PARTNER_ABSENT ? 'a' : 'u', at.reg);
    } else {
        if (at.kind == MASK_NOT)
            buf_char(w->out, '!');
        put_mask_name(w, at.a);
        if (at.b >= 0) {
            buf_add(w->out, at.kind == MASK_AND ? S(" & ") : S(" | "));
            put_mask_name(w, at.b);
        }
    }
    buf_add(w->out, S(";\n"));
}

/* ---- steps ------------------------------------------------------------------------------------------------ */

static void put_operands(struct writer *w, const char *sign, const char *cast, const struct step *s)
{
    buf_print(w->out, "%s", cast);
    put_name(w, s->a);
    buf_print(w->out, " %s ", sign);
    put_name(w, s->b);
}

static void put_extreme(struct writer *w, const struct step *s)
{
    put_operands(w, s->kind == STEP_MIN ? "<" : ">", "", s);
    buf_add(w->out, S(" ? "));
    put_name(w, s->a);
    buf_add(w->out, S(" : "));
    put_name(w, s->b);
}

static void put_rounding(struct writer *w, const struct step *s)
{
    static const char *const modes[] = {[ROUND_HALF_AWAY] = "HALF", [ROUND_UP] = "UP", [ROUND_DOWN] = "DOWN"};
    const struct range a = w->d->ranges[s->a];
    const int64_t exact = (int64_t)1 << 51;
    buf_add(w->out, S("rounded("));
    put_name(w, s->a);
    buf_print(w->out, ", %lld, %s, %d)", (long long)s->factor, modes[s->mode], a.low > -exact && a.high < exact);
    if (s->scale_after != 1)
        buf_print(w->out, " * %lld", (long long)s->scale_after);
}

/* IDENTITY: none equals none, and nothing else. */
static void put_equality(struct writer *w, const struct step *s)
{
    const int x = w->d->absent[s->a], y = w->d->absent[s->b];
    if (x != MASK_NO || y != MASK_NO) {
        buf_char(w->out, '(');
        put_mask_name(w, x);
        buf_add(w->out, S(" & "));
        put_mask_name(w, y);
        buf_add(w->out, S(") | (!"));
        put_mask_name(w, x);
        buf_add(w->out, S(" & !"));
        put_mask_name(w, y);
        buf_add(w->out, S(" & ("));
    }
    put_operands(w, "==", "", s);
    if (x != MASK_NO || y != MASK_NO)
        buf_add(w->out, S("))"));
}

static void put_choice(struct writer *w, const struct step *s)
{
    put_name(w, s->a);
    buf_add(w->out, S(" ? "));
    put_name(w, s->b);
    buf_add(w->out, S(" : "));
    put_name(w, s->c);
}

static void put_value(struct writer *w, int reg)
{
    const struct draft *d = w->d;
    const struct step *s = &d->plan->steps[reg];
    const char *cast = s->type == REG_NUMBER && !is_small(d, reg) ? "(int64_t)" : "";
    switch (s->kind) {
    case STEP_SCALE:
        buf_print(w->out, "%s", cast);
        put_name(w, s->a);
        buf_print(w->out, " * %lld", (long long)s->factor);
        break;
    case STEP_ADD: put_operands(w, "+", cast, s); break;
    case STEP_SUBTRACT: put_operands(w, "-", cast, s); break;
    case STEP_MULTIPLY: put_operands(w, "*", cast, s); break;
    case STEP_MIN: case STEP_MAX: put_extreme(w, s); break;
    case STEP_ROUND: put_rounding(w, s); break;
    case STEP_AND: put_operands(w, "&", "", s); break;
    case STEP_OR: put_operands(w, "|", "", s); break;
    case STEP_NOT:
        buf_char(w->out, '!');
        put_name(w, s->a);
        break;
    case STEP_EQUAL: put_equality(w, s); break;
    case STEP_LESS: put_operands(w, "<", "", s); break;
    case STEP_LESS_EQUAL: put_operands(w, "<=", "", s); break;
    case STEP_IS_ABSENT: put_mask_name(w, d->absent[s->a]); break;
    case STEP_SELECT: put_choice(w, s); break;
    case STEP_AT_PERSON: put_name(w, s->a); break; /* the same about everybody, or of facts that were fetched */
    case STEP_ITEM: buf_char(w->out, '0'); break;  /* that there is somebody is all that is asked */
    default: assert(0 && "a step that a draft has refused");
    }
}

/* The first letter of the array in which a register stands already; 0 if it is to be worked out. */
static char array_of(const struct writer *w, int reg)
{
    const struct step *s = &w->d->plan->steps[reg];
    if (s->kind == STEP_FACT || s->kind == STEP_EACH)
        return s->kind == STEP_FACT ? 'f' : 'g';
    if (w->d->whose.spread_path[reg])
        return 'p';
    return w->d->lent[reg] && !w->lending ? 'e' : w->masking ? 'b' : 0;
}

/* What the line of a step needs goes before it. */
static void put_needs(struct writer *w, int reg)
{
    const struct draft *d = w->d;
    const struct step *s = &d->plan->steps[reg];
    if (s->kind == STEP_FACT)
        return;
    if (s->kind == STEP_IS_ABSENT || s->kind == STEP_EQUAL)
        put_mask(w, d->absent[s->a]);
    if (s->kind == STEP_EQUAL)
        put_mask(w, d->absent[s->b]);
    const int operands[] = {s->a, s->kind == STEP_AT_PERSON ? -1 : s->b, s->c};
    for (int k = 0; k < COUNT(operands) && s->kind != STEP_IS_ABSENT; k++)
        if (operands[k] >= 0)
            put_step(w, operands[k]);
}

static void put_step(struct writer *w, int reg)
{
    const struct plan *p = w->d->plan;
    const struct step *s = &p->steps[reg];
    if (s->kind == STEP_CONSTANT || w->step_done[reg])
        return;
    w->step_done[reg] = true;
    const char array = array_of(w, reg);
    if (!array)
        put_needs(w, reg);
    buf_print(w->out, "        const %s r%d = ", type_of(w->d, reg), reg);
    if (array)
        buf_print(w->out, "%c%d[i]", array, reg);
    else
        put_value(w, reg);
    buf_char(w->out, ';');
    if (s->kind == STEP_FACT)
        buf_print(w->out, " /* " STR_FMT " */", STR_ARG(p->facts[s->fact].fact->name));
    if (s->den != 1)
        buf_print(w->out, " /* in 1/%lld */", (long long)s->den);
    buf_char(w->out, '\n');
}

/* ---- the function ------------------------------------------------------------------------------------------- */

static bool is_amount(const struct draft *d, int i)
{
    return d->plan->steps[i].type == REG_NUMBER;
}

static bool is_truth(const struct draft *d, int i)
{
    return d->plan->steps[i].type == REG_BOOLEAN;
}

static void put_columns(struct writer *w)
{
    const struct draft *d = w->d;
    for (int i = 0; i < d->plan->step_count; i++) {
        if (!draft_is_own(d, i))
            continue;
        const int fact = d->plan->steps[i].fact;
        if (is_amount(d, i))
            buf_print(w->out, "    int32_t w%d[BLOCK];\n    const int32_t *restrict f%d = narrow(&facts[%d], from, n, w%d, odd);\n",
                      i, i, fact, i);
        else if (d->plan->steps[i].type == REG_TEXT)
            buf_print(w->out, "    int32_t w%d[BLOCK];\n    const int32_t *restrict f%d = coded(&facts[%d], from, n, w%d);\n", i, i, fact,
                      i);
        else if (is_truth(d, i))
            buf_print(w->out, "    truth w%d[BLOCK], v%d[BLOCK];\n"
                              "    const truth *restrict f%d = truths(&facts[%d], from, n, w%d);\n", i, i, i, fact, i);
        else
            buf_print(w->out, "    const %s *restrict f%d = (const %s *)facts[%d].cells + from;\n", type_of(d, i), i, type_of(d, i),
                      fact);
        if (is_truth(d, i))
            buf_print(w->out, "    const uint8_t *restrict s%d = states(&facts[%d], from, n, v%d);\n", i, fact, i);
        else
            buf_print(w->out, "    const uint8_t *restrict s%d = facts[%d].states + from;\n", i, fact);
    }
}

/* A fact of others, whose rows and what is known of who they are have these names. */
static void put_fetch(struct writer *w, int i, const char *row, const char *who, const char *odd)
{
    const struct draft *d = w->d;
    const int fact = d->plan->steps[i].fact;
    buf_print(w->out, "    %s f%d[BLOCK];\n    uint8_t s%d[BLOCK];\n", is_truth(d, i) ? "truth" : "int32_t", i, i);
    if (is_truth(d, i))
        buf_print(w->out, "    fetch_truths(&facts[%d], %s, n, f%d);\n", fact, row, i);
    else
        buf_print(w->out, "    fetch(&facts[%d], %s, %s, n, f%d, %s);\n", fact, row, who, i, odd);
    buf_print(w->out, "    fetch_states(&facts[%d], %s, %s, n, s%d);\n", fact, row, who, i);
}

/* Whoever they are was fetched before, if not the resident told. */
static void put_fetched(struct writer *w)
{
    const struct plan *p = w->d->plan;
    for (int i = 0; i < p->step_count; i++) {
        if (!draft_is_fetched(w->d, i))
            continue;
        const int who = p->paths[p->facts[p->steps[i].fact].path].person;
        put_fetch(w, i, str_z(w->out->a, str_format(w->out->a, "f%d", who)), str_z(w->out->a, str_format(w->out->a, "s%d", who)), "odd");
    }
}

/* Whether a fact is looked at in the loops over persons of this list; in those over the block if it is 0. */
static bool is_looked_at(const struct draft *d, int i, int list)
{
    return list ? draft_list(d, i) == list && d->plan->steps[i].kind == STEP_FACT : draft_is_own(d, i) || draft_is_fetched(d, i);
}

/* Who must be looked at by others: something is faulty, or missing where the law does not ask for it, or
 * there is too much of it. */
static void put_odd(struct writer *w, int list)
{
    const struct draft *d = w->d;
    const char *odd = list ? "strange" : "odd";
    buf_print(w->out, "    for (int i = 0; i < n; i++)\n        %s[i] |= 0", odd);
    for (int i = 0; i < d->plan->step_count; i++)
        if (is_looked_at(d, i, list))
            buf_print(w->out, " | (s%d[i] %s)", i, d->may_lack[i] ? "== FAULTY" : ">= ABSENT");
    buf_add(w->out, S(";\n"));
    for (int i = 0; i < d->plan->step_count; i++)
        if (is_looked_at(d, i, list) && is_amount(d, i) && (d->plan->steps[i].low < -ORDINARY || d->plan->steps[i].high > ORDINARY))
            buf_print(w->out, "    for (int i = 0; i < n; i++)\n        %s[i] |= (uint32_t)f%d[i] + ORDINARY > 2u * ORDINARY;\n", odd,
                      i);
}

static void put_ahead(struct writer *w)
{
    const struct plan *p = w->d->plan;
    while (w->ahead < p->step_count && !draft_is_own(w->d, w->ahead))
        w->ahead++;
    if (w->ahead < p->step_count)
        buf_print(w->out, "    ahead(&facts[%d], %d, from + n, n);\n", p->steps[w->ahead].fact,
                  p->steps[w->ahead].type == REG_BOOLEAN ? 1 : 4);
    w->ahead++;
}

static void open_loop(struct writer *w, bool masking)
{
    for (int i = 0; i < LIMIT_PLAN_STEPS; i++)
        w->step_done[i] = w->mask_done[i] = false;
    w->masking = masking;
    buf_add(w->out, S("    for (int i = 0; i < n; i++) {\n"));
}

static void start_loop(struct writer *w, bool masking)
{
    put_ahead(w);
    open_loop(w, masking);
}

/* ---- lists of persons ------------------------------------------------------------------------------------- */

static bool is_each(const struct draft *d, int i, int list)
{
    return d->live[i] && d->plan->steps[i].kind == STEP_EACH && d->plan->steps[i].path == list;
}

static bool may_be_none(const struct step *s)
{
    return s->combine == EACH_MIN || s->combine == EACH_MAX;
}

/* What persons come to together: g, and h whether there is anybody, where that matters. */
static void put_sums(struct writer *w, int list)
{
    const struct draft *d = w->d;
    for (int i = 0; i < d->plan->step_count; i++) {
        const struct step *s = &d->plan->steps[i];
        if (!is_each(d, i, list))
            continue;
        buf_print(w->out, "    %s g%d[BLOCK];\n    memset(g%d, %d, sizeof g%d);\n", type_of(d, i), i, i, s->combine == EACH_AND, i);
        if (may_be_none(s))
            buf_print(w->out, "    truth h%d[BLOCK];\n    memset(h%d, 0, sizeof h%d);\n", i, i, i);
    }
}

/* Of each person, side by side: whether they count (y), what for (x), and who is no ordinary person. */
static void put_each_person(struct writer *w, int i)
{
    const struct step *s = &w->d->plan->steps[i];
    const bool all = s->combine == EACH_AND;
    if (s->b >= 0)
        put_step(w, s->b);
    put_step(w, s->a);
    put_mask(w, w->d->strange[i]);
    buf_add(w->out, S("        strange[i] |= "));
    put_mask_name(w, w->d->strange[i]);
    buf_print(w->out, ";\n        y%d[i] = ", i);
    if (s->b < 0)
        buf_char(w->out, '1');
    else
        put_name(w, s->b);
    buf_print(w->out, ";\n        x%d[i] = ", i);
    if (!may_be_none(s))
        buf_print(w->out, all ? "!y%d[i] | " : "y%d[i] ? ", i);
    put_name(w, s->a);
    buf_add(w->out, may_be_none(s) || all ? S(";\n") : S(" : 0;\n"));
}

static void put_together(struct writer *w, int i)
{
    const struct step *s = &w->d->plan->steps[i];
    if (!may_be_none(s)) {
        buf_print(w->out, "        g%d[k] %s x%d[i];\n", i, s->combine == EACH_ADD ? "+=" : s->combine == EACH_OR ? "|=" : "&=", i);
        return;
    }
    buf_print(w->out, "        g%d[k] = y%d[i] && (!h%d[k] || x%d[i] %c g%d[k]) ? x%d[i] : g%d[k];\n        h%d[k] |= y%d[i];\n", i, i, i,
              i, s->combine == EACH_MIN ? '<' : '>', i, i, i, i, i);
}

/* Two loops: what is the same for all persons, side by side; then to whose list they belong. */
static void put_persons(struct writer *w, int list)
{
    const struct draft *d = w->d;
    const int n = d->plan->step_count;
    for (int i = 0; i < n; i++)
        if (is_looked_at(d, i, list))
            put_fetch(w, i, "persons.row", "known", "strange");
    for (int i = 0; i < n; i++)
        if (is_each(d, i, list))
            buf_print(w->out, "    %s x%d[BLOCK];\n    truth y%d[BLOCK];\n", type_of(d, i), i, i);
    put_odd(w, list);
    open_loop(w, false);
    for (int i = 0; i < n; i++)
        if (is_each(d, i, list))
            put_each_person(w, i);
    buf_add(w->out, S("    }\n    for (int i = 0; i < n; i++) {\n"
                      "        const int k = persons.whose[i];\n        odd[k] |= strange[i];\n"));
    for (int i = 0; i < n; i++)
        if (is_each(d, i, list))
            put_together(w, i);
    buf_add(w->out, S("    }\n"));
}

static void put_lists(struct writer *w)
{
    const struct plan *p = w->d->plan;
    for (int list = 1; list < p->path_count; list++) {
        int each = 0;
        while (each < p->step_count && !is_each(w->d, each, list))
            each++;
        if (each == p->step_count)
            continue;
        put_sums(w, list);
        buf_print(w->out, "    for (struct persons persons = {0}; next_persons(&facts[%d], from, n, &persons, odd);) { /* " STR_FMT " */\n"
                          "    const int n = persons.count;\n    uint8_t strange[BLOCK] = {0};\n", p->steps[each].fact,
                  STR_ARG(p->facts[p->steps[each].fact].fact->name));
        put_persons(w, list);
        buf_add(w->out, S("    }\n"));
    }
}

/* The truths that a loop of masks will read. */
static void keep(struct writer *w, int mask)
{
    const struct mask at = w->d->masks.at[mask];
    if (at.kind == MASK_REGISTER && !array_of(w, at.reg) && w->kept[at.reg] == LOST) {
        w->kept[at.reg] = ASKED;
        buf_print(w->out, "    truth b%d[BLOCK];\n", at.reg);
    }
    if (at.a >= 0)
        keep(w, at.a);
    if (at.b >= 0)
        keep(w, at.b);
}

static void put_kept(struct writer *w)
{
    for (int i = 0; i < w->d->plan->step_count; i++) {
        if (w->kept[i] != ASKED)
            continue;
        put_step(w, i);
        buf_print(w->out, "        b%d[i] = r%d;\n", i, i);
        w->kept[i] = KEPT;
    }
}

static void put_lent_mask(struct writer *w, char what, int reg, int mask)
{
    if (mask == MASK_NO)
        return;
    put_mask(w, mask);
    buf_print(w->out, "        e%c%d[i] = ", what, reg);
    put_mask_name(w, mask);
    buf_add(w->out, S(";\n"));
}

static void put_lent_arrays(struct writer *w, int reg)
{
    const struct draft *d = w->d;
    buf_print(w->out, "    %s e%d[BLOCK];\n", type_of(d, reg), reg);
    if (d->absent[reg] != MASK_NO)
        buf_print(w->out, "    truth ea%d[BLOCK];\n", reg);
    if (d->unknown[reg] != MASK_NO)
        buf_print(w->out, "    truth eu%d[BLOCK];\n", reg);
    keep(w, d->absent[reg]);
    keep(w, d->lent_unknown[reg]);
    keep(w, d->faulty[reg]);
}

/* What partners are asked, worked out for everybody: e, whether it is absent (ea) or unknown (eu), and who
 * is no ordinary partner. */
static void put_lending(struct writer *w)
{
    const struct draft *d = w->d;
    const int n = d->plan->step_count;
    w->lending = true;
    for (int i = 0; i < n; i++)
        if (d->lent[i])
            put_lent_arrays(w, i);
    start_loop(w, false);
    for (int i = 0; i < n; i++) {
        if (!d->lent[i])
            continue;
        put_step(w, i);
        buf_print(w->out, "        e%d[i] = r%d;\n", i, i);
    }
    put_kept(w);
    buf_add(w->out, S("    }\n    truth ok[BLOCK];\n"));
    start_loop(w, true);
    for (int i = 0; i < n; i++) {
        if (!d->lent[i])
            continue;
        put_lent_mask(w, 'a', i, d->absent[i]);
        put_lent_mask(w, 'u', i, d->lent_unknown[i]);
        put_mask(w, d->faulty[i]);
    }
    buf_add(w->out, S("        ok[i] = !(odd[i]"));
    for (int i = 0; i < n; i++)
        if (d->lent[i] && d->faulty[i] != MASK_NO) {
            buf_add(w->out, S(" | "));
            put_mask_name(w, d->faulty[i]);
        }
    buf_add(w->out, S(");\n    }\n"));
    w->lending = w->masking = false;
}

static void put_taken(struct writer *w, int i)
{
    const struct draft *d = w->d;
    const int twin = d->whose.twin[d->plan->steps[i].a], path = d->whose.spread_path[i];
    const char *type = type_of(d, twin);
    const char *take = d->plan->steps[twin].type == REG_BOOLEAN ? "truth" : str_eq(str_of(type), S("int64_t")) ? "i64" : "i32";
    const char whats[] = {'a', 'u'};
    put_ahead(w);
    const int masks[] = {d->absent[twin], d->unknown[twin]};
    buf_print(w->out, "    %s p%d[BLOCK];\n    take_%s(&near%d, e%d, p%d, n);\n", type, i, take, path, twin, i);
    for (int k = 0; k < COUNT(masks); k++)
        if (masks[k] != MASK_NO)
            buf_print(w->out, "    truth p%c%d[BLOCK];\n    take_truth(&near%d, e%c%d, p%c%d, n);\n", whats[k], i, path, whats[k],
                      twin, whats[k], i);
}

static bool has_partners(const struct draft *d)
{
    bool any = false;
    for (int path = 1; path < d->plan->path_count; path++)
        any |= d->whose.twinned[path];
    return any;
}

static void put_partners(struct writer *w)
{
    const struct draft *d = w->d;
    const struct plan *p = d->plan;
    for (int path = 1; path < p->path_count; path++) {
        const int who = p->paths[path].person;
        if (!d->whose.twinned[path])
            continue;
        buf_print(w->out, "    struct partners near%d;\n    truth ok%d[BLOCK];\n", path, path);
        put_ahead(w);
        buf_print(w->out, "    find_partners(f%d, s%d, from, n, &near%d, odd);\n", who, who, path);
        buf_print(w->out, "    take_truth(&near%d, ok, ok%d, n);\n", path, path);
        buf_print(w->out, "    for (int i = 0; i < n; i++)\n        odd[i] |= (s%d[i] == PRESENT) & !ok%d[i];\n", who, path);
    }
    for (int i = 0; i < p->step_count; i++)
        if (d->whose.spread_path[i])
            put_taken(w, i);
}

static void put_silence(struct writer *w)
{
    const struct draft *d = w->d;
    const struct plan *p = d->plan;
    const int verdict = d->unknown[p->entitled], amount = d->unknown[p->amount];
    start_loop(w, true);
    put_mask(w, verdict);
    put_mask(w, amount);
    put_mask(w, d->odd);
    buf_add(w->out, S("        verdict[i] |= (truth)("));
    put_mask_name(w, verdict);
    buf_add(w->out, S(" << 1);\n        state[i] = "));
    put_mask_name(w, amount);
    buf_add(w->out, S(" ? UNKNOWN : "));
    buf_add(w->out, p->steps[p->amount].kind != STEP_CONSTANT ? S("PRESENT") : S("ABSENT"));
    buf_add(w->out, S(";\n"));
    if (d->odd != MASK_NO) {
        buf_add(w->out, S("        odd[i] |= "));
        put_mask_name(w, d->odd);
        buf_add(w->out, S(";\n"));
    }
    buf_add(w->out, S("    }\n"));
}

static void put_outcomes(struct writer *w)
{
    const struct draft *d = w->d;
    const struct plan *p = d->plan;
    const bool paid = p->steps[p->amount].kind != STEP_CONSTANT;
    keep(w, d->unknown[p->entitled]);
    keep(w, d->unknown[p->amount]);
    keep(w, d->odd);
    start_loop(w, false);
    put_step(w, p->entitled);
    put_step(w, p->amount);
    buf_print(w->out, "        verdict[i] = r%d;\n        amount[i] = ", p->entitled);
    if (paid)
        put_name(w, p->amount);
    else
        buf_char(w->out, '0');
    buf_add(w->out, S(";\n"));
    put_kept(w);
    buf_add(w->out, S("    }\n"));
    put_silence(w);
    if (d->unknown[p->amount] != MASK_NO)
        buf_add(w->out, S("    for (int i = 0; i < n; i++)\n        amount[i] = state[i] == PRESENT ? amount[i] : 0;\n"));
    if (d->unknown[p->entitled] != MASK_NO)
        buf_add(w->out, S("    for (int i = 0; i < n; i++)\n        verdict[i] = verdict[i] > UNSURE ? UNSURE : verdict[i];\n"));
}

static void put_head(struct writer *w, struct str name)
{
    const struct plan *p = w->d->plan;
    struct str date = date_print(w->out->a, p->date);
    buf_print(w->out, "\n/* " STR_FMT " on " STR_FMT ", from\n", STR_ARG(p->scheme), STR_ARG(date));
    for (const struct note *n = p->reads; n; n = n->next)
        buf_print(w->out, " *   " STR_FMT "\n", STR_ARG(n->text));
    buf_print(w->out, " * n is a multiple of 16, from 32 to BLOCK. Outcomes of odd residents are not to be used.\n */\n"
              "void " STR_FMT "(const struct fact *facts, int64_t from, int n, uint8_t *restrict verdict,\n"
              "    uint8_t *restrict state, int64_t *restrict amount, uint8_t *restrict odd)\n{\n"
              "    memset(odd, 0, (size_t)n);\n", STR_ARG(name));
}

void eval_write_c_head(struct buf *out)
{
    buf_add(out, str_of(prelude));
}

bool eval_write_c(const struct plan *p, struct str name, struct buf *out, struct str *why)
{
    struct draft d;
    if (!draft_make(out->a, p, &d, why))
        return false;
    struct writer w = {&d, out, arena_new(out->a, bool, LIMIT_PLAN_STEPS), arena_new(out->a, bool, LIMIT_PLAN_STEPS),
                       arena_new(out->a, enum kept, LIMIT_PLAN_STEPS), 0, false, false};
    put_head(&w, name);
    put_columns(&w);
    put_fetched(&w);
    put_odd(&w, 0);
    put_lists(&w);
    if (has_partners(&d))
        put_lending(&w);
    put_partners(&w);
    put_outcomes(&w);
    buf_add(out, S("}\n"));
    return true;
}
