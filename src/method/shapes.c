/* SPDX-License-Identifier: EUPL-1.2 */
/* shapes.c: which keys an entry of the method's content has. What they lean on: build.c.
 */
#include "method/parts.h"

LOCAL_KEYS(shape_phrase, "a text in both languages", NEED_TEXT("nl"), NEED_TEXT("en"));
#define NEED_PHRASE(name) NEED(name, MAP, .shape = &shape_phrase)
#define NEED_NAMES(name) NEED(name, TEXTS, PLAIN)
#define MAY_NAMES(name) MAY(name, TEXTS, PLAIN)

LOCAL_KEYS(shape_source, "a source", NEED_FORM("id", ITEM), NEED_TEXT("author"), NEED_TEXT("title"),
           MAY_TEXT("short"), MAY("year", INT, .min = 1500, .max = 2200), NEED_FORM("url", URI));
LOCAL_KEYS(shape_value, "a value", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED_PHRASE("meaning"), NEED_PHRASE("example"),
           NEED_NAMES("from"));
LOCAL_KEYS(shape_tension, "a tension", NEED_NAMES("between"), NEED_PHRASE("why"), NEED_FORM("dilemma", ITEM));
LOCAL_KEYS(shape_signal, "a signal", NEED_FORM("signal", ITEM), NEED_PHRASE("why"), NEED_NAMES("dilemmas"));

LOCAL_KEYS(shape_setting, "a setting", NEED_TEXT("field"), NEED("value", ANY, PLAIN));
LOCAL_KEYS(shape_anchor, "an anchor", NEED_PHRASE("text"), MAY("set", LIST, .shape = &shape_setting),
           MAY("later", LIST, .shape = &shape_setting));
LOCAL_KEYS(shape_argument, "an argument", NEED("pole", INT, .min = 1, .max = 2), NEED_PHRASE("text"), NEED_NAMES("sources"));
LOCAL_KEYS(shape_dilemma, "a dilemma", NEED_FORM("id", ITEM), NEED_PHRASE("pole_1"), NEED_PHRASE("pole_2"),
           NEED_PHRASE("question"), NEED_NAMES("values_1"), NEED_NAMES("values_2"),
           NEED("anchors", LIST, .shape = &shape_anchor), NEED("arguments", LIST, .shape = &shape_argument),
           NEED_NAMES("stakeholders"), NEED_NAMES("dial"), NEED_NAMES("metrics"));

/* In the order of enum role_side. */
static const struct word words_side_list[] = {{"resident", 0}, {"organisation", 0}, {"outside", 0}};
const struct words words_side = {words_side_list, (int)COUNT(words_side_list)};
LOCAL_KEYS(shape_role, "a role", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED_PHRASE("card"), NEED_PHRASE("cares"),
           NEED_PHRASE("fears"), NEED("side", WORD, .words = &words_side), MAY("empty_chair", BOOL, PLAIN),
           MAY("must_be_heard", BOOL, PLAIN));
LOCAL_KEYS(shape_rung, "a rung", NEED("number", INT, .min = 0, .max = RUNGS - 1), NEED_PHRASE("name"), NEED_PHRASE("what"),
           NEED_PHRASE("example"), NEED_PHRASE("decides"), MAY_NAMES("sources"));
LOCAL_KEYS(shape_measure, "a measure", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED_PHRASE("what"), NEED_NAMES("dilemmas"),
           NEED("condition", BOOL, PLAIN), NEED_FORM("owner", ITEM), NEED_PHRASE("evidence"));

LOCAL_WORDS(words_unit, {"people", 0}, {"euros", 0}, {"share", 0}, {"ratio", 0}, {"facts", 0}, {"facts_per_person", 0},
            {"per_hundred", 0}, {"per_thousand", 0}, {"days", 0}, {"hours", 0}, {"minutes", 0}, {"documents", 0},
            {"times", 0}, {"roles", 0});
LOCAL_KEYS(shape_data, "a kind of data", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED_PHRASE("from"));
LOCAL_KEYS(shape_quantity, "a quantity", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED("unit", WORD, .words = &words_unit),
           NEED_NAMES("data"));
LOCAL_KEYS(shape_metric, "a metric", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED_FORM("value", ITEM),
           NEED_PHRASE("formula"), MAY_TEXT("expression"), MAY_FORM("computation", ITEM), MAY_NAMES("needs"),
           NEED("unit", WORD, .words = &words_unit), MAY_NAMES("sources"), NEED_PHRASE("unavailable"));

LOCAL_KEYS(shape_step, "a step", NEED_FORM("step", ITEM), NEED("minutes", INT, .min = 1, .max = 480), NEED_PHRASE("read"));
LOCAL_KEYS(shape_format, "a format", NEED_FORM("id", ITEM), NEED_PHRASE("name"), NEED_PHRASE("what"),
           NEED("minutes", INT, .min = 1, .max = 480), NEED("people_min", INT, .min = 1, .max = 1000),
           NEED("people_max", INT, .min = 1, .max = 1000), NEED("steps", LIST, .shape = &shape_step));

const struct shape *const part_shape[PART_COUNT] = {
    [PART_SOURCE] = &shape_source, [PART_VALUE] = &shape_value, [PART_TENSION] = &shape_tension,
    [PART_SIGNAL] = &shape_signal, [PART_DILEMMA] = &shape_dilemma, [PART_ROLE] = &shape_role, [PART_RUNG] = &shape_rung,
    [PART_MEASURE] = &shape_measure, [PART_DATA] = &shape_data, [PART_QUANTITY] = &shape_quantity,
    [PART_METRIC] = &shape_metric, [PART_FORMAT] = &shape_format,
};
