/* SPDX-License-Identifier: EUPL-1.2 */
/* eligible.c: a first program with the library: three people, one scheme, who is entitled and why.
 *
 *     cc eligible.c $(pkg-config --cflags --libs hoort) -o eligible
 *     ./eligible /usr/local/share/hoort/laws
 *
 * Of the three, the first two are partners, and the third has not told us an income.
 */
#include <hoort.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST, SECOND, THIRD, PEOPLE };
static const char *const names[PEOPLE] = {"The first", "The second", "The third"};

/* Every refusal says what is wrong and what to do. */
static void must(bool done, const struct hoort_error *e)
{
    if (done)
        return;
    fprintf(stderr, "eligible: %s%s%s\n", e->file, e->file[0] ? ": " : "", e->text);
    exit(1);
}

/* A column is what we know of everybody: values, and which of them are present. What is not said is unknown. */
static void fill_in(struct hoort_people *people)
{
    struct hoort_error e;
    int32_t born[PEOPLE];
    if (!hoort_date("1991-04-12", &born[FIRST]) || !hoort_date("1989-11-30", &born[SECOND]) ||
        !hoort_date("1975-06-01", &born[THIRD]))
        abort();
    const int64_t birth[PEOPLE] = {born[FIRST], born[SECOND], born[THIRD]};
    const int64_t income[PEOPLE] = {1450000, 980000, 0}; /* eurocents */
    const int64_t assets[PEOPLE] = {250000, 0, 100000};
    const int64_t insured[PEOPLE] = {1, 1, 1};           /* 1 is yes */
    const int64_t partner[PEOPLE] = {SECOND, FIRST, 0};     /* the row of the partner */
    const int64_t nothing[PEOPLE] = {0};
    const uint8_t all[PEOPLE] = {HOORT_PRESENT, HOORT_PRESENT, HOORT_PRESENT};
    const uint8_t none[PEOPLE] = {HOORT_ABSENT, HOORT_ABSENT, HOORT_ABSENT};
    const uint8_t told[PEOPLE] = {HOORT_PRESENT, HOORT_PRESENT, HOORT_UNKNOWN};
    const uint8_t couple[PEOPLE] = {HOORT_PRESENT, HOORT_PRESENT, HOORT_ABSENT};

    must(hoort_people_fill(people, "geboortedatum", birth, all, PEOPLE, &e), &e);
    must(hoort_people_fill(people, "verzamelinkomen", income, told, PEOPLE, &e), &e);
    must(hoort_people_fill(people, "belastbaar_loon", nothing, none, PEOPLE, &e), &e);
    must(hoort_people_fill(people, "buitenlands_inkomen", nothing, none, PEOPLE, &e), &e);
    must(hoort_people_fill(people, "rendementsgrondslag", assets, all, PEOPLE, &e), &e);
    must(hoort_people_fill(people, "verzekerd_zvw", insured, all, PEOPLE, &e), &e);
    must(hoort_people_fill(people, "partner", partner, couple, PEOPLE, &e), &e);
}

static void print_outcome(const char *name, const struct hoort_outcome *o, const struct hoort_plan *plan)
{
    static const char *const verdicts[] = {
        [HOORT_NO] = "is not entitled", [HOORT_YES] = "is entitled", [HOORT_OPEN] = "may be entitled: a fact is missing",
        [HOORT_BROKEN] = "has facts that are not right",
    };
    printf("%s %s", name, verdicts[o->verdict]);
    if (o->verdict == HOORT_YES && o->amount_state == HOORT_PRESENT)
        printf(": %" PRId64 ".%02" PRId64 " euro a %s%s", o->amount_cents / 100, o->amount_cents % 100,
               hoort_plan_is_monthly(plan) ? "month" : "year",
               hoort_plan_joint_with(plan) ? ", if there is a partner for the two together" : "");
    printf("\n");
}

static void print_reasons(const struct hoort_run *run, int64_t row)
{
    struct hoort_explanation *why;
    struct hoort_error e;
    must(hoort_run_explain(run, row, &why, &e), &e);
    for (size_t i = 0; i < hoort_explanation_reason_count(why); i++)
        printf("  - %s\n", hoort_explanation_reason(why, i, HOORT_EN));
    /* Every step, with its article: hoort_explanation_text(why), hoort_explanation_json(why). */
    hoort_explanation_free(why);
}

int main(int argc, char **argv)
{
    struct hoort_laws *laws;
    struct hoort_plan *plan;
    struct hoort_people *people;
    struct hoort_run *run;
    struct hoort_error e;
    struct hoort_fault fault;
    struct hoort_fact fact;
    struct hoort_outcome outcomes[PEOPLE];
    int32_t day;
    if (argc != 2 || !hoort_date("2026-01-01", &day)) {
        fprintf(stderr, "usage: eligible FOLDER-WITH-LAWS\n");
        return 2;
    }

    /* 1. The laws, and everything that is wrong with them. */
    must(hoort_laws_read_folder(argv[1], &laws, &e), &e);
    for (size_t i = 0; hoort_laws_fault(laws, i, &fault); i++)
        fprintf(stderr, "%s:%d:%d: %s\n", fault.file, fault.line, fault.column, fault.text);

    /* 2. What a scheme says on a day, and which facts it reads. */
    must(hoort_plan_make(laws, "zorgtoeslag", day, &plan, &e), &e);
    for (size_t i = 0; hoort_plan_fact(plan, i, &fact); i++)
        printf("reads %s%s%s\n", fact.whose, fact.whose[0] ? "." : "", fact.name);
    printf("\n");

    /* 3. The people, column by column. */
    must(hoort_people_make(laws, PEOPLE, &people, &e), &e);
    fill_in(people);

    /* 4. All outcomes at once, and the reasons of each. */
    must(hoort_run_make(plan, people, &run, &e), &e);
    must(hoort_run_rows(run, 0, PEOPLE, outcomes, &e), &e);
    for (int64_t row = 0; row < PEOPLE; row++) {
        print_outcome(names[row], &outcomes[row], plan);
        print_reasons(run, row);
    }

    hoort_run_free(run);
    hoort_people_free(people);
    hoort_plan_free(plan);
    hoort_laws_free(laws);
    return 0;
}
