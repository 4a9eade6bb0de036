/* SPDX-License-Identifier: EUPL-1.2 */
/* lists.c: FOREACH over lists of persons, on sets: each person in turn where it is known who they are, and
 * otherwise whatever any number of anybody may come to. Not the other steps (span.c).
 */
#include "scene.h"

#define P MAY(CELL_PRESENT)
#define SILENT (MAY_ANY & ~P)

/* ---- whose ------------------------------------------------------------------------------------------- */

static bool is_list(const struct plan *p, int path)
{
    return path > 0 && p->paths[path].person < 0;
}

/* The list that a path leads through; -1 if none. */
static int through(const struct plan *p, int path)
{
    while (path > 0 && !is_list(p, path))
        path = p->paths[path].parent;
    return path > 0 ? path : -1;
}

bool scene_fits(const struct plan *p)
{
    for (int i = 1; i < p->path_count; i++)
        if (is_list(p, i) && p->paths[i].parent != 0)
            return false;
    return p->kernels;
}

/* ---- opening ------------------------------------------------------------------------------------------- */

static int find_list(const struct scene *s, int path)
{
    for (int k = 0; k < s->list_count; k++)
        if (s->lists[k].path == path)
            return k;
    return -1;
}

/* Where a fact stands among those of each person. */
static int place(const struct members *m, int fact)
{
    int at = 0;
    while (m->facts[at] != fact)
        at++;
    return at;
}

int scene_relation(const struct scene *s, int cell)
{
    const int fact = s->cells[cell].fact, path = s->p->facts[fact].path, list = find_list(s, through(s->p, path));
    if (list < 0)
        return path_relation(s->p, path);
    const struct members *m = &s->lists[list];
    return path == m->path ? m->list : cell + place(m, path_relation(s->p, path)) - place(m, fact);
}

static void add_list(struct arena *a, struct scene *s, const struct step *each)
{
    if (find_list(s, each->path) >= 0)
        return;
    struct members *m = &s->lists[s->list_count++];
    *m = (struct members){.path = each->path, .list = each->fact, .inner = arena_new(a, int, s->live_count),
                          .facts = arena_new(a, int, s->p->fact_count)};
    for (int i = 0; i < s->p->fact_count; i++)
        if (through(s->p, s->p->facts[i].path) == m->path)
            m->facts[m->fact_count++] = i;
}

/* A step is about a person in a list when it starts from them, or stands on what is. */
static int list_of_step(const struct scene *s, const struct step *step)
{
    const int from[] = {step->a, step->b, step->c};
    if (step->kind == STEP_EACH)
        return -1;
    if (step->kind == STEP_ITEM)
        return find_list(s, step->path);
    if (step->kind == STEP_FACT)
        return find_list(s, through(s->p, s->p->facts[step->fact].path));
    for (int k = 0; k < COUNT(from); k++)
        if (from[k] >= 0 && s->list_of[from[k]] >= 0)
            return s->list_of[from[k]];
    return -1;
}

void lists_open(struct arena *a, struct scene *s)
{
    s->lists = arena_new(a, struct members, s->p->path_count);
    s->list_of = arena_new(a, int, s->p->step_count);
    for (int k = 0; k < s->live_count; k++)
        if (s->p->steps[s->live[k]].kind == STEP_EACH)
            add_list(a, s, &s->p->steps[s->live[k]]);
    for (int k = 0; k < s->live_count; k++) {
        const int i = s->live[k], list = s->list_of[i] = list_of_step(s, &s->p->steps[i]);
        if (list >= 0)
            s->lists[list].inner[s->lists[list].inner_count++] = i;
    }
}

/* ---- filling --------------------------------------------------------------------------------------------- */

/* Whose row a path leads to from a person in a list: -1, and in *state why not. */
static int64_t row_from(const struct scene *s, int path, int list, int64_t person, enum cell_state *state)
{
    if (path == list || person < 0)
        return person;
    int64_t parent = row_from(s, s->p->paths[path].parent, list, person, state);
    if (parent < 0)
        return -1;
    struct fact_cell c = eval_cell(s->b, path_relation(s->p, path), parent);
    *state = c.state;
    return c.state == CELL_PRESENT ? c.value : -1;
}

static void add_cell(struct scene *s, int fact, int64_t row, struct span may_be)
{
    s->cells[s->cell_count] = (struct cell){fact, row};
    s->facts[s->cell_count] = may_be;
    s->same[s->cell_count] = s->cell_count;
    s->cell_count++;
}

/* What two ways lead to is one thing that is not known. */
static void find_same(struct scene *s, int cell)
{
    for (int k = 0; k < cell && s->cells[cell].row >= 0; k++)
        if (s->cells[k].row == s->cells[cell].row && scene_fact(s, k) == scene_fact(s, cell)) {
            s->same[cell] = k;
            return;
        }
}

/* Somebody of whom nothing is known is somebody, of whom anything may be true; a row that is not there is a fault. */
struct fact_cell lists_cell(const struct scene *s, const struct members *m, int person, int k, int64_t *whose)
{
    int32_t count;
    const int32_t row = column_people(eval_column(s->b, m->list), s->row, &count)[person];
    const bool there = row >= 0 && row < eval_row_count(s->b);
    const int fact = m->facts[k];
    enum cell_state state = row == PERSON_UNSEEN ? CELL_UNKNOWN : CELL_FAULTY;
    *whose = row_from(s, s->p->facts[fact].path, m->path, there ? row : -1, &state);
    return *whose >= 0 ? eval_cell(s->b, fact, *whose) : (struct fact_cell){state, 0};
}

int lists_count(const struct scene *s, const struct members *m)
{
    int32_t count = 0;
    if (eval_column(s->b, m->list) && eval_cell(s->b, m->list, s->row).state == CELL_PRESENT)
        column_people(eval_column(s->b, m->list), s->row, &count);
    return (int)count;
}

bool lists_meet(struct scene *s, struct members *m)
{
    m->count = lists_count(s, m);
    m->first_cell = s->cell_count;
    m->known = m->count <= (LIMIT_CERTAINTY_CELLS - s->cell_count - s->p->fact_count) / (m->fact_count + 1);
    for (int i = 0; m->known && i < m->count; i++)
        for (int k = 0; k < m->fact_count; k++) {
            int64_t whose;
            struct fact_cell c = lists_cell(s, m, i, k, &whose);
            add_cell(s, m->facts[k], whose, c.state == CELL_UNKNOWN ? scene_unknown(s->p, m->facts[k]) : span_of(c.state, c.value));
        }
    return m->known;
}

void lists_anybody(struct scene *s, struct members *m, unsigned states)
{
    m->known = false;
    m->first_cell = s->cell_count;
    for (int k = 0; k < m->fact_count; k++) {
        struct span any = scene_unknown(s->p, m->facts[k]);
        any.states |= states;
        add_cell(s, m->facts[k], -1, any);
    }
}

void lists_fill(struct scene *s)
{
    struct members *const end = s->lists + s->list_count;
    s->crowded = false;
    for (struct members *m = s->lists; m < end; m++)
        s->crowded |= s->facts[m->list].states == P && !lists_meet(s, m);
    const int asked = s->cell_count; /* nobody can be asked what is true of anybody */
    for (int k = s->p->fact_count; k < asked; k++)
        find_same(s, k);
    for (struct members *m = s->lists; m < end; m++)
        if (s->facts[m->list].states != P)
            lists_anybody(s, m, 0);
    s->cell_count = asked;
}

/* ---- all together -------------------------------------------------------------------------------------------- */

void lists_turn(const struct scene *s, const struct members *m, int person, struct span *regs)
{
    for (int k = 0; k < m->fact_count; k++)
        s->cell_of[m->facts[k]] = m->first_cell + person * m->fact_count + k;
    for (int k = 0; k < m->inner_count; k++)
        regs[m->inner[k]] = scene_step(s, regs, m->inner[k]);
}

/* What one person adds: whether they belong, and what they then are. */
struct share { struct span in, value; };

static struct share share_of(const struct step *each, const struct span *regs)
{
    return (struct share){each->b < 0 ? span_of(CELL_PRESENT, 1) : regs[each->b], regs[each->a]};
}

/* As IF does: the value, or what changes nothing. */
static struct span or_neutral(struct share x, int64_t neutral)
{
    static const struct step choice = {.kind = STEP_SELECT, .a = 0, .b = 1, .c = 2};
    return span_step(&choice, x.in, x.value, span_of(CELL_PRESENT, neutral));
}

static struct span together(const struct step *each, struct span all, struct share x)
{
    static const struct step sum = {.kind = STEP_ADD, .a = 0, .b = 1}, any = {.kind = STEP_OR, .a = 0, .b = 1},
                             every = {.kind = STEP_AND, .a = 0, .b = 1};
    static const struct span none = {0, 0, 0};
    const struct step *how = each->combine == EACH_ADD ? &sum : each->combine == EACH_OR ? &any : &every;
    return span_step(how, all, or_neutral(x, each->combine == EACH_AND), none);
}

/* The least or most of those who belong. `surely`: somebody does, whoever else may; then it lies no further than
 * `bound`. `never`: somebody of whom it is never known; `fault`: who is a fault whatever happens. */
struct extreme { bool surely, maybe, never, fault; unsigned silent; int64_t low, high, bound; };

static void extreme_add(const struct step *each, struct extreme *all, struct share x)
{
    const bool in = span_may_be(x.in, 1), out = span_may_be(x.in, 0), there = in && (x.value.states & P), least = each->combine == EACH_MIN;
    const unsigned silent = (x.in.states & SILENT) | (in ? x.value.states & SILENT : 0);
    if (silent & (MAY(CELL_ABSENT) | MAY(CELL_FAULTY)))
        all->silent |= MAY(CELL_FAULTY);
    all->silent |= silent & MAY(CELL_UNKNOWN);
    all->never |= !there && !out;
    all->fault |= !there && !out && !(silent & MAY(CELL_UNKNOWN));
    if (!there)
        return;
    const int64_t bound = least ? x.value.high : x.value.low;
    if (!out && (!all->surely || (least ? bound < all->bound : bound > all->bound)))
        all->bound = bound;
    all->low = all->maybe && all->low < x.value.low ? all->low : x.value.low;
    all->high = all->maybe && all->high > x.value.high ? all->high : x.value.high;
    all->surely |= !out;
    all->maybe = true;
}

static struct span extreme_of(const struct step *each, const struct extreme *x)
{
    struct span out = {x->fault ? MAY(CELL_FAULTY) : x->silent, 0, 0};
    if (x->never)
        return out;
    out.states |= (x->surely ? 0 : MAY(CELL_ABSENT)) | (x->maybe ? P : 0);
    out.low = x->surely && each->combine == EACH_MAX ? x->bound : x->low;
    out.high = x->surely && each->combine == EACH_MIN ? x->bound : x->high;
    return out;
}

static bool is_extreme(const struct step *each)
{
    return each->combine == EACH_MIN || each->combine == EACH_MAX;
}

static struct span over_persons(const struct scene *s, const struct members *m, struct span *regs, const struct step *each)
{
    struct span all = span_of(CELL_PRESENT, each->combine == EACH_AND);
    struct extreme extreme = {.surely = false};
    for (int k = 0; k < m->count; k++) {
        lists_turn(s, m, k, regs);
        if (is_extreme(each))
            extreme_add(each, &extreme, share_of(each, regs));
        else
            all = together(each, all, share_of(each, regs));
    }
    return is_extreme(each) ? extreme_of(each, &extreme) : all;
}

/* Of however many: what one of them may add, once or as often as a list may be long. */
static struct span over_anybody(const struct scene *s, const struct members *m, struct span *regs, const struct step *each)
{
    struct extreme extreme = {.surely = false};
    const struct span nobody = span_of(CELL_PRESENT, each->combine == EACH_AND);
    lists_turn(s, m, 0, regs);
    const struct share one = share_of(each, regs);
    if (is_extreme(each)) {
        extreme_add(each, &extreme, one);
        extreme.surely = extreme.never = extreme.fault = false;
        return extreme_of(each, &extreme);
    }
    struct span out = span_join(nobody, together(each, nobody, one));
    if (each->combine == EACH_ADD && (out.states & P)) { /* the plan proved how far a sum may go */
        out.low = out.low < 0 ? each->low : 0;
        out.high = out.high > 0 ? each->high : 0;
    }
    return out;
}

struct span lists_run(const struct scene *s, struct span *regs, int i)
{
    const struct step *each = &s->p->steps[i];
    const struct members *m = &s->lists[find_list(s, each->path)];
    const struct span list = s->facts[s->same[m->list]];
    struct span out = {list.states & (MAY(CELL_UNKNOWN) | MAY(CELL_FAULTY)), 0, 0};
    if (list.states & MAY(CELL_ABSENT)) /* nobody */
        out = span_join(out, is_extreme(each) ? span_of(CELL_ABSENT, 0) : span_of(CELL_PRESENT, each->combine == EACH_AND));
    if (list.states & P)
        out = span_join(out, m->known ? over_persons(s, m, regs, each) : over_anybody(s, m, regs, each));
    return out;
}
