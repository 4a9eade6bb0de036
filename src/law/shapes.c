/* SPDX-License-Identifier: EUPL-1.2 */
/* shapes.c: the keys of every object in a law file, once: the regelrecht schema v0.5.0 to
 * v0.6.0 as tables. `since` says with which version a key or word came (v0.6.0 brought words of
 * explanation only). Stricter than the schema where it leaves an object open; not how faults read: shape.c.
 */
#include "law/reader.h"

#define WORDS(name, ...) \
    static const struct word name##_list[] = {__VA_ARGS__}; \
    const struct words name = {name##_list, (int)COUNT(name##_list)}
/* In the order of enum law_layer, enum value_type (less ANY) and enum value_unit (less NONE). */
WORDS(words_layer, {"GRONDWET", 0}, {"VERDRAG", 0}, {"EU_VERORDENING", 0}, {"EU_RICHTLIJN", 0}, {"WET", 0},
      {"AMVB", 0}, {"KONINKLIJK_BESLUIT", 0}, {"MINISTERIELE_REGELING", 0}, {"PROVINCIALE_VERORDENING", 0},
      {"WATERSCHAPS_VERORDENING", 502}, {"GEMEENTELIJKE_VERORDENING", 0}, {"BELEIDSREGEL", 0},
      {"UITVOERINGSBELEID", 0});
WORDS(words_type, {"string", 0}, {"number", 0}, {"boolean", 0}, {"amount", 0}, {"object", 0}, {"array", 0},
      {"date", 0});
WORDS(words_unit, {"euro", 506}, {"eurocent", 0}, {"ratio", 506}, {"percentage", 506}, {"years", 0}, {"weeks", 0},
      {"months", 0}, {"days", 0});
LOCAL_WORDS(words_term_type, {"string", 0}, {"number", 0}, {"boolean", 0}, {"amount", 0}, {"date", 0});
LOCAL_WORDS(words_stage_type, {"string", 0}, {"number", 0}, {"boolean", 0}, {"date", 0}, {"array", 0}, {"object", 0});
LOCAL_WORDS(words_authority, {"INSTANCE", 0}, {"CATEGORY", 0});
LOCAL_WORDS(words_temporal, {"period", 0}, {"point_in_time", 0});
LOCAL_WORDS(words_period, {"year", 0}, {"month", 0}, {"continuous", 0});
LOCAL_WORDS(words_hook, {"pre_actions", 0}, {"post_actions", 0});
WORDS(words_combine, {"ADD", 0}, {"OR", 0}, {"AND", 0}, {"MIN", 0}, {"MAX", 0}); /* enum each_combine, less LIST */
LOCAL_WORDS(words_date_unit, {"days", 0}, {"months", 0}, {"years", 0});
LOCAL_WORDS(words_character, {"BESCHIKKING", 0}, {"TOETS", 0}, {"WAARDEBEPALING", 0},
            {"BESLUIT_VAN_ALGEMENE_STREKKING", 0}, {"INFORMATIEF", 0}, {"RECHTSPOSITIE", 509});
LOCAL_WORDS(words_decision, {"TOEKENNING", 0}, {"AFWIJZING", 0}, {"GOEDKEURING", 0}, {"GEEN_BESLUIT", 0},
            {"ALGEMEEN_VERBINDEND_VOORSCHRIFT", 0}, {"BELEIDSREGEL", 0}, {"VOORBEREIDINGSBESLUIT", 0},
            {"ANDERE_HANDELING", 0}, {"AANSLAG", 0});

/* ---- small parts ------------------------------------------------------------------------- */
KEYS(shape_legal_basis, "a legal_basis", MAY_TEXT("law"), MAY_FORM("bwb_id", BWB), MAY_TEXT("article"),
     MAY_TEXT("paragraph"), MAY_TEXT("sentence"), MAY_FORM("url", URI), MAY_FORM("juriconnect", JURICONNECT),
     MAY_TEXT("explanation"));
#define MAY_BASIS MAY("legal_basis", MAP, .shape = &shape_legal_basis)

LOCAL_KEYS(shape_type_spec, "a type_spec", MAY("unit", WORD, .words = &words_unit),
           MAY("precision", INT, .min = 0, .max = 28), MAY("min", NUMBER, PLAIN), MAY("max", NUMBER, PLAIN));
LOCAL_KEYS(shape_temporal, "a temporal", NEED("type", WORD, .words = &words_temporal),
           MAY("period_type", WORD, .words = &words_period), MAY_FORM("reference", REFERENCE));
LOCAL_KEYS(shape_authority, "a competent_authority", NEED_TEXT("name"),
           MAY("type", WORD, .words = &words_authority));

/* ---- fields ------------------------------------------------------------------------------ */
/* A rule refers to a parameter or input by name; an output need not be referred to. */
#define BASE_FIELD(form) \
    NEED_FORM("name", form), NEED("type", WORD, .words = &words_type), MAY_TEXT("description"), \
    MAY("nullable", BOOL, .since = 508), MAY("type_spec", MAP, .shape = &shape_type_spec), \
    MAY("temporal", MAP, .shape = &shape_temporal), MAY_BASIS

LOCAL_KEYS(shape_source, "a source", MAY_FORM("regulation", SLUG), MAY_FORM("output", SLUG),
           MAY("parameters", TEXT_MAP, PLAIN), MAY_TEXT("description"), MAY_TEXT("endpoint"));
LOCAL_KEYS(shape_parameter, "a parameter", BASE_FIELD(NAME), MAY("required", BOOL, PLAIN));
LOCAL_KEYS(shape_input, "an input", BASE_FIELD(NAME), NEED("source", MAP, .shape = &shape_source));
LOCAL_KEYS(shape_output, "an output", BASE_FIELD(SLUG));
KEYS(shape_definition, "a definition", NEED("value", ANY, PLAIN), MAY("type", WORD, .words = &words_type),
     MAY("type_spec", MAP, .shape = &shape_type_spec), MAY_TEXT("description"),
     MAY("temporal", MAP, .shape = &shape_temporal), MAY_BASIS);

/* ---- operations, in the order of enum op_shape ----------------------------------------------- */
#define OPERATION NEED_TEXT("operation"), MAY_BASIS
#define OPERATION_KEYS(name, what, ...) LOCAL_KEYS(name, what, OPERATION, __VA_ARGS__)
#define PRECISION_RANGE .min = -18, .max = 18    /* rational_round; the schema says 28 */

LOCAL_KEYS(shape_case, "a case", NEED("when", ANY, PLAIN), NEED("then", ANY, PLAIN));
OPERATION_KEYS(op_values, "this operation", NEED("values", LIST, PLAIN));
OPERATION_KEYS(op_conditions, "this operation", NEED("conditions", LIST, PLAIN));
OPERATION_KEYS(op_compare, "a comparison", NEED("subject", ANY, PLAIN), NEED("value", ANY, PLAIN));
OPERATION_KEYS(op_unary, "a NOT", NEED("value", ANY, PLAIN));
OPERATION_KEYS(op_rounding, "a rounding", NEED("value", ANY, PLAIN), NEED("precision", INT, PRECISION_RANGE));
OPERATION_KEYS(op_if, "an IF", NEED("cases", LIST, .shape = &shape_case), MAY("default", ANY, PLAIN));
OPERATION_KEYS(op_in, "an IN", NEED("subject", ANY, PLAIN), MAY("value", ANY, PLAIN), MAY("values", LIST, PLAIN));
OPERATION_KEYS(op_list, "a LIST", NEED("items", LIST, PLAIN));
OPERATION_KEYS(op_age, "an AGE", NEED("date_of_birth", ANY, PLAIN), NEED("reference_date", ANY, PLAIN));
OPERATION_KEYS(op_date_add, "a DATE_ADD", NEED("date", ANY, PLAIN), MAY("years", ANY, PLAIN),
               MAY("months", ANY, PLAIN), MAY("weeks", ANY, PLAIN), MAY("days", ANY, PLAIN));
OPERATION_KEYS(op_date, "a DATE", NEED("year", ANY, PLAIN), NEED("month", ANY, PLAIN), NEED("day", ANY, PLAIN));
OPERATION_KEYS(op_weekday, "a DAY_OF_WEEK", NEED("date", ANY, PLAIN));
OPERATION_KEYS(op_date_diff, "a DATE_DIFF", NEED("from", ANY, PLAIN), NEED("to", ANY, PLAIN),
               NEED("in", WORD, .words = &words_date_unit));

OPERATION_KEYS(op_foreach, "a FOREACH", NEED("collection", ANY, PLAIN), MAY_FORM("as", ITEM), MAY("filter", ANY, PLAIN),
               NEED("body", ANY, PLAIN), MAY("combine", WORD, .words = &words_combine));

const struct shape *const shape_operation[] = {
    [SHAPE_VALUES] = &op_values, [SHAPE_CONDITIONS] = &op_conditions, [SHAPE_COMPARE] = &op_compare,
    [SHAPE_UNARY] = &op_unary, [SHAPE_ROUNDING] = &op_rounding, [SHAPE_IF] = &op_if, [SHAPE_IN] = &op_in,
    [SHAPE_LIST] = &op_list, [SHAPE_AGE] = &op_age, [SHAPE_DATE_ADD] = &op_date_add, [SHAPE_DATE] = &op_date,
    [SHAPE_WEEKDAY] = &op_weekday, [SHAPE_DATE_DIFF] = &op_date_diff, [SHAPE_FOREACH] = &op_foreach,
};

/* ---- actions and what stands around them ------------------------------------------------------ */
LOCAL_KEYS(shape_resolve, "a resolve", MAY_TEXT("type"), MAY_TEXT("output"), MAY("match", FREE_MAP, PLAIN));
LOCAL_KEYS(shape_action, "an action", NEED_FORM("output", SLUG), MAY("value", ANY, PLAIN), MAY_TEXT("operation"),
           MAY("values", LIST, PLAIN), MAY("precision", INT, PRECISION_RANGE),
           MAY("resolve", MAP, .shape = &shape_resolve), MAY_BASIS);
LOCAL_KEYS(shape_default, "a default", NEED("actions", LIST, .shape = &shape_action));
LOCAL_KEYS(shape_open_term, "an open term", NEED_FORM("id", NAME), MAY_TEXT("description"),
           NEED("type", WORD, .words = &words_term_type), MAY("required", BOOL, PLAIN), MAY_TEXT("delegated_to"),
           MAY("delegation_type", WORD, .words = &words_layer), MAY_TEXT("legal_basis"),
           MAY("default", MAP, .shape = &shape_default));
LOCAL_KEYS(shape_implements, "an implements", NEED_FORM("law", SLUG), NEED_TEXT("article"),
           NEED_FORM("open_term", NAME), MAY_TEXT("gelet_op"));
LOCAL_KEYS(shape_untranslatable, "an untranslatable", NEED_TEXT("construct"), NEED_TEXT("reason"),
           MAY_TEXT("suggestion"), MAY_TEXT("legal_text_excerpt"), MAY("accepted", BOOL, PLAIN));
LOCAL_KEYS(shape_hook_target, "an applies_to", NEED("legal_character", WORD, .words = &words_character),
           MAY_TEXT("decision_type"), MAY_TEXT("stage"));
LOCAL_KEYS(shape_hook, "a hook", NEED("hook_point", WORD, .words = &words_hook),
           NEED("applies_to", MAP, .shape = &shape_hook_target));
LOCAL_KEYS(shape_override, "an override", NEED_FORM("law", SLUG), NEED_TEXT("article"), NEED_FORM("output", SLUG));
LOCAL_KEYS(shape_produces, "a produces", MAY("legal_character", WORD, .words = &words_character),
           MAY("decision_type", WORD, .words = &words_decision), MAY_TEXT("procedure_id"));
LOCAL_KEYS(shape_execution, "an execution", MAY("produces", MAP, .shape = &shape_produces),
           MAY("parameters", LIST, .shape = &shape_parameter), MAY("input", LIST, .shape = &shape_input),
           MAY("output", LIST, .shape = &shape_output), MAY("actions", LIST, .shape = &shape_action));

/* ---- read for their shape only ------------------------------------------------------------------ */
LOCAL_KEYS(shape_for, "a for", MAY_TEXT("name"), MAY("type", WORD, .words = &words_authority));
LOCAL_KEYS(shape_contract, "an entry of an interface", MAY_TEXT("name"), MAY_TEXT("type"),
           MAY("required", BOOL, PLAIN), MAY_TEXT("description"));
LOCAL_KEYS(shape_interface, "an interface", MAY_TEXT("endpoint"), MAY("parameters", LIST, .shape = &shape_contract),
           MAY("output", LIST, .shape = &shape_contract));
LOCAL_KEYS(shape_enables_default, "a defaults", MAY("actions", LIST, PLAIN));
LOCAL_KEYS(shape_enables, "an enables", NEED("regulatory_layer", WORD, .words = &words_layer), NEED_TEXT("subject"),
           MAY("for", MAP, .shape = &shape_for), MAY("interface", MAP, .shape = &shape_interface),
           MAY("defaults", MAP, .shape = &shape_enables_default));
LOCAL_KEYS(shape_requires, "a requires", MAY_TEXT("article"), MAY_TEXT("law"), MAY_TEXT("regeling"),
           MAY_TEXT("koninklijk_besluit"), MAY("values", TEXTS, PLAIN));
LOCAL_KEYS(shape_reference, "a reference", NEED_TEXT("id"), NEED_FORM("bwb_id", BWB), MAY_TEXT("artikel"),
           MAY_TEXT("lid"), MAY_TEXT("onderdeel"), MAY_TEXT("hoofdstuk"), MAY_TEXT("paragraaf"),
           MAY_TEXT("afdeling"));
LOCAL_KEYS(shape_root_basis, "a legal_basis", NEED_TEXT("law_id"), NEED_TEXT("article"), MAY_TEXT("description"));
LOCAL_KEYS(shape_procedure_target, "an applies_to", NEED("legal_character", WORD, .words = &words_character));
LOCAL_KEYS(shape_stage_input, "an input of a stage", NEED_FORM("name", NAME),
           NEED("type", WORD, .words = &words_stage_type));
LOCAL_KEYS(shape_stage, "a stage", NEED_TEXT("name"), MAY_TEXT("description"),
           MAY("requires", LIST, .shape = &shape_stage_input));
LOCAL_KEYS(shape_procedure, "a procedure", NEED_TEXT("id"), MAY("default", BOOL, PLAIN),
           NEED("applies_to", MAP, .shape = &shape_procedure_target), NEED("stages", LIST, .shape = &shape_stage));

/* ---- articles and the law ------------------------------------------------------------------------ */
LOCAL_KEYS(shape_machine, "a machine_readable", MAY_TEXT("endpoint"),
           MAY("competent_authority", AUTHORITY, .shape = &shape_authority),
           MAY("enables", LIST, .shape = &shape_enables), MAY("requires", LIST, .shape = &shape_requires),
           MAY("open_terms", LIST, .shape = &shape_open_term), MAY("implements", LIST, .shape = &shape_implements),
           MAY("definitions", FREE_MAP, PLAIN), MAY("execution", MAP, .shape = &shape_execution),
           MAY("hooks", LIST, .shape = &shape_hook), MAY("overrides", LIST, .shape = &shape_override),
           MAY("untranslatables", LIST, .shape = &shape_untranslatable, .since = 501));
LOCAL_KEYS(shape_preamble, "a preamble", NEED_TEXT("text"), MAY_FORM("url", URI),
           MAY("machine_readable", MAP, .shape = &shape_machine));
LOCAL_KEYS(shape_article, "an article", NEED_TEXT("number"), NEED_TEXT("text"), NEED_FORM("url", URI),
           MAY("machine_readable", MAP, .shape = &shape_machine), MAY("references", LIST, .shape = &shape_reference));

/* $id: the model needs it though the schema does not name it; $schema, uuid and
 * competent_authority at the root are what the corpus uses. */
KEYS(shape_law, "a law", MAY_FORM("$schema", URI), NEED_FORM("$id", SLUG), MAY_FORM("uuid", UUID),
     MAY("competent_authority", AUTHORITY, .shape = &shape_authority), MAY_TEXT("name"),
     NEED_FORM("publication_date", DATE), MAY_FORM("valid_from", START),
     MAY("valid_to", FORM, .form = FORM_DATE, .since = 503), NEED("regulatory_layer", WORD, .words = &words_layer),
     NEED_FORM("url", URI), MAY_FORM("bwb_id", BWB), MAY_TEXT("celex_nummer"), MAY_FORM("eli", URI),
     MAY_TEXT("tractatenblad_id"), MAY_TEXT("unts_nummer"), MAY_FORM("gemeente_code", GEMEENTE),
     MAY_FORM("provincie_code", PROVINCIE), MAY("waterschap_code", FORM, .form = FORM_WATERSCHAP, .since = 502),
     MAY_TEXT("officiele_titel"), MAY_TEXT("stcrt_id"), MAY_TEXT("organisation"),
     MAY("legal_basis", LIST, .shape = &shape_root_basis), MAY("preamble", MAP, .shape = &shape_preamble),
     NEED("articles", LIST, .shape = &shape_article), MAY("procedure", LIST, .shape = &shape_procedure));
