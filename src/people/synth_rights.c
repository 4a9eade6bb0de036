/* SPDX-License-Identifier: EUPL-1.2 */
/* synth_rights.c: what the schemes ask of synthetic people beyond what the model of homes and money says: yes and
 * no as the dictionary of facts says (`synthetic`), care for children, housemates, benefits, net incomes. Not aware of
 * any law: shares and round rules.
 */
#include "people/synth.h"

/* ---- one draw for each person and fact: adding a fact changes no other ------------------------------------- */

static int64_t draw_about(struct synth_who w, uint64_t about, int64_t below)
{
    struct dice d = dice_open(w.home->seed + 0x9E3779B97F4A7C15u * w.p->bsn, about);
    return dice_below(&d, below);
}

/* By the name of the fact, so that its place in the dictionary does not matter. */
static int64_t draw(struct synth_who w, const struct fact *f, unsigned which, int64_t below)
{
    uint64_t about = which;
    for (ptrdiff_t i = 0; i < f->name.len; i++)
        about = about * 0x100000001B3u + (unsigned char)f->name.at[i];
    return draw_about(w, about, below);
}

enum { SILENT = 120 };               /* of ten thousand cells: nobody knows */

static bool is_silent(struct synth_who w, const struct fact *f)
{
    return draw(w, f, 9, 10000) < SILENT;
}

/* ---- who ---------------------------------------------------------------------------------------------------- */

static int adults(const struct synth_home *h)
{
    return h->couple ? 2 : 1;
}

static bool has_minors(const struct synth_home *h)
{
    for (int i = adults(h); i < h->count; i++)
        if (h->at[i].age < 18)
            return true;
    return false;
}

/* Half of the people who live on a benefit live on social assistance, the others on an insurance for employees. */
static bool is_insured_benefit(struct synth_who w)
{
    return w.p->living == LIVES_BENEFIT && w.p->income > 0 && draw_about(w, 1, 2) == 0;
}

static bool is_in(struct synth_who w, enum synthetic group)
{
    const bool adult = w.i < adults(w.home), parent = adult && has_minors(w.home);
    switch (group) {
    case SYNTHETIC_NOBODY: return false;
    case SYNTHETIC_EVERYBODY: return true;
    case SYNTHETIC_ADULTS: return w.p->age >= 18;
    case SYNTHETIC_MINORS: return w.p->age < 18;
    case SYNTHETIC_UNDER_13: return w.p->age < 13;
    case SYNTHETIC_UNDER_27: return w.p->age >= 18 && w.p->age < 27;
    case SYNTHETIC_AT_HOME: return !adult;
    case SYNTHETIC_COUPLES: return adult && w.home->couple;
    case SYNTHETIC_FIRST_PARENTS: return parent && w.i == 0;
    case SYNTHETIC_PARENTS_TAKING: return parent && w.home->at[0].takes_up;
    case SYNTHETIC_TENANTS: return w.home->rents;
    case SYNTHETIC_TENANTS_TAKING: return w.home->rents && w.home->at[0].takes_up;
    case SYNTHETIC_TAKING: return w.p->takes_up;
    case SYNTHETIC_WORKING: return w.p->living == LIVES_WAGE || w.p->living == LIVES_BUSINESS;
    case SYNTHETIC_STUDENTS: return w.p->living == LIVES_STUDY;
    case SYNTHETIC_PENSIONERS: return w.p->living == LIVES_PENSION;
    case SYNTHETIC_ASSISTANCE: return w.p->living == LIVES_BENEFIT && !is_insured_benefit(w);
    case SYNTHETIC_INSURED_BENEFIT: return is_insured_benefit(w);
    }
    return false;
}

/* ---- yes and no ----------------------------------------------------------------------------------------------- */

static void say(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    const bool silent = f->synthetic == SYNTHETIC_TAKING ? w.p->takes_empty : is_silent(w, f);
    if (!silent)
        synth_put_bool(out, is_in(w, f->synthetic) && draw(w, f, 0, 10000) < f->per_ten_thousand);
}

/* What hangs on the home is not known of people who exist in a file by themselves. */
static bool is_about_home(enum synthetic group)
{
    switch (group) {
    case SYNTHETIC_MINORS: case SYNTHETIC_UNDER_13: case SYNTHETIC_AT_HOME: case SYNTHETIC_COUPLES: case SYNTHETIC_FIRST_PARENTS:
    case SYNTHETIC_PARENTS_TAKING: return true;
    default: return false;
    }
}

/* ---- persons ---------------------------------------------------------------------------------------------------- */

/* Persons `from` to `to` of the home, but not `not`. */
static void put_persons(struct synth_out *out, const struct synth_home *h, int from, int to, int not)
{
    bool any = false;
    for (int i = from; i < to; i++) {
        if (i == not)
            continue;
        if (any)
            synth_put(out, S(" "));
        synth_put_bsn(out, h->at[i].bsn);
        any = true;
    }
    if (!any)
        synth_put_none(out);
}

static void cell_children(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    (void)f;
    const int first = adults(w.home);
    put_persons(out, w.home, first, w.i < first ? w.home->count : first, -1);
}

/* Everybody else at the address but the partner. */
static void cell_housemates(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    (void)f;
    const int first = adults(w.home);
    put_persons(out, w.home, w.i < first ? first : 0, w.home->count, w.i);
}

static void cell_spouse(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    (void)f;
    if (w.i < 2 && w.home->couple)
        synth_put_bsn(out, w.home->at[1 - w.i].bsn);
    else
        synth_put_none(out);
}

/* ---- care for children ---------------------------------------------------------------------------------------------- */

static void cell_kind_of_care(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (w.p->age >= 13)
        synth_put_none(out);
    else if (w.p->age >= 4)
        synth_put(out, S("buitenschoolse opvang"));
    else
        synth_put(out, draw(w, f, 0, 5) ? S("dagopvang") : S("gastouderopvang"));
}

static void cell_minutes_of_care(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (w.p->age >= 13)
        synth_put_none(out);
    else
        synth_put_number(out, 60 * (w.p->age >= 4 ? 20 + draw(w, f, 0, 60) : 60 + draw(w, f, 0, 150)));
}

static void cell_price_of_care(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (w.p->age >= 13)
        synth_put_none(out);
    else
        synth_put_amount(out, 780 + draw(w, f, 0, 420));
}

/* ---- benefits and incomes by day and month --------------------------------------------------------------------------- */

enum { WORKING_DAYS = 261, MONTHS = 12 };

static int64_t yearly(struct synth_who w)
{
    return w.p->income > 0 ? w.p->income : 0;
}

static void put_or_none(struct synth_out *out, int64_t cents)
{
    if (cents)
        synth_put_amount(out, cents);
    else
        synth_put_none(out);
}

static void cell_insurance(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    static const struct str kinds[] = {{"ww", 2}, {"wia", 3}, {"wia", 3}, {"zw", 2}, {"wajong", 6}};
    if (is_silent(w, f))
        return;
    if (is_insured_benefit(w))
        synth_put(out, kinds[draw(w, f, 0, COUNT(kinds))]);
    else
        synth_put_none(out);
}

static void cell_benefit_a_day(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (!is_silent(w, f))
        put_or_none(out, is_insured_benefit(w) ? yearly(w) / WORKING_DAYS : 0);
}

/* A benefit is about seventy per cent of it. */
static void cell_former_wage_a_day(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (!is_silent(w, f))
        put_or_none(out, is_insured_benefit(w) ? yearly(w) * 10 / 7 / WORKING_DAYS : 0);
}

static void cell_work_a_day(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (!is_silent(w, f))
        put_or_none(out, is_in(w, SYNTHETIC_WORKING) ? yearly(w) / WORKING_DAYS : 0);
}

static void cell_other_a_day(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (!is_silent(w, f))
        put_or_none(out, w.p->living == LIVES_PENSION || w.p->living == LIVES_STUDY ? yearly(w) / WORKING_DAYS : 0);
}

/* What is left of a gross income, in round shares: no tax is worked out here. */
static int64_t net_a_month(struct synth_who w)
{
    const int64_t gross = yearly(w), low = gross < 2500000 ? gross : 2500000;
    return (low * 88 / 100 + (gross - low) * 58 / 100) / MONTHS;
}

static void cell_net_work(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (!is_silent(w, f))
        put_or_none(out, is_in(w, SYNTHETIC_WORKING) ? net_a_month(w) : 0);
}

/* Of social assistance itself nothing counts. */
static void cell_net_other(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    const bool other = w.p->living == LIVES_PENSION || w.p->living == LIVES_STUDY || is_insured_benefit(w);
    if (!is_silent(w, f))
        put_or_none(out, other ? net_a_month(w) : 0);
}

/* Above what is about the state pension. */
static void cell_private_pension(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    const int64_t state = w.home->couple ? 1250000 : 1850000, more = yearly(w) - state;
    if (!is_silent(w, f))
        put_or_none(out, w.p->living == LIVES_PENSION && more > 0 ? more * 80 / 100 / MONTHS : 0);
}

static void cell_means(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (!is_silent(w, f) && !w.p->wealth_empty)
        put_or_none(out, w.p->wealth);
}

/* The same for everybody in the home. */
static void cell_home_equity(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    struct synth_who first = {w.home, &w.home->at[0], 0};
    put_or_none(out, w.home->rents ? 0 : 100 * (20000 + draw(first, f, 0, 380000)));
}

static void cell_internship(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    (void)w, (void)f;
    synth_put_none(out);
}

static void cell_days_abroad(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    synth_put_number(out, draw(w, f, 0, 100) ? draw(w, f, 1, 22) : 29 + draw(w, f, 1, 60));
}

static void cell_service_costs(struct synth_out *out, struct synth_who w, const struct fact *f)
{
    if (w.home->rents)
        synth_put_amount(out, draw(w, f, 0, 3) ? 0 : 100 * draw(w, f, 1, 25));
    else
        synth_put_none(out);
}

static const struct { const char *fact; enum fact_type type; bool money; synth_cell *put; } cells[] = {
    {"kinderen", FACT_PEOPLE, false, cell_children},
    {"medebewoners", FACT_PEOPLE, false, cell_housemates},
    {"partner_bijstand", FACT_PERSON, false, cell_spouse},
    {"opvangsoort", FACT_TEXT, false, cell_kind_of_care},
    {"opvangminuten_per_maand", FACT_NUMBER, false, cell_minutes_of_care},
    {"uurprijs_kinderopvang", FACT_AMOUNT, false, cell_price_of_care},
    {"soort_loondervingsuitkering", FACT_TEXT, true, cell_insurance},
    {"loondervingsuitkering_per_dag", FACT_AMOUNT, true, cell_benefit_a_day},
    {"dagloon", FACT_AMOUNT, true, cell_former_wage_a_day},
    {"arbeidsinkomen_per_dag", FACT_AMOUNT, true, cell_work_a_day},
    {"overig_inkomen_per_dag", FACT_AMOUNT, true, cell_other_a_day},
    {"netto_arbeidsinkomen", FACT_AMOUNT, true, cell_net_work},
    {"netto_overig_inkomen", FACT_AMOUNT, true, cell_net_other},
    {"particulier_pensioen", FACT_AMOUNT, true, cell_private_pension},
    {"vermogen_bijstand", FACT_AMOUNT, true, cell_means},
    {"overwaarde_woning", FACT_AMOUNT, true, cell_home_equity},
    {"stagevergoeding", FACT_AMOUNT, true, cell_internship},
    {"dagen_buiten_nederland", FACT_NUMBER, true, cell_days_abroad},
    {"servicekosten_installaties", FACT_AMOUNT, true, cell_service_costs},
    {"servicekosten_schoonmaak", FACT_AMOUNT, true, cell_service_costs},
    {"servicekosten_huismeester", FACT_AMOUNT, true, cell_service_costs},
    {"servicekosten_ruimten", FACT_AMOUNT, true, cell_service_costs},
};

synth_cell *synth_right(const struct fact *f, bool money_only)
{
    if (f->has_synthetic)
        return money_only && is_about_home(f->synthetic) ? NULL : say;
    for (int i = 0; i < COUNT(cells); i++)
        if (str_eq(f->name, str_of(cells[i].fact)) && f->type == cells[i].type && (cells[i].money || !money_only))
            return cells[i].put;
    return NULL;
}
