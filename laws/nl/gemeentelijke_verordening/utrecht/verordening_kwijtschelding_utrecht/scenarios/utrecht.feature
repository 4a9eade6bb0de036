# SPDX-License-Identifier: EUPL-1.2
Feature: Verordening kwijtschelding van Utrecht, artikel 5, in 2025 en 2026
  # Bedragen zijn eurocenten. Echtgenoten 2.000, alleenstaande ouder 1.800, alleenstaande 1.500.

  Scenario Outline: Tweeduizend voor echtgenoten, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "verhoging_financiele_middelen" of "verordening_kwijtschelding_utrecht"
    Then output "verhoging_financiele_middelen" equals 200000

    Examples:
      | dag        |
      | 2025-01-01 |
      | 2026-03-15 |

  Scenario Outline: In Utrecht, alleen: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM0344        | null        | 0                       | 30000                   | false                      |
    And the following "personen" data with key "bsn":
      | bsn       | percentage_gemeente   | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   | aanslag_kwijtschelding   |
      | 999993653 | <percentage_gemeente> | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> | <aanslag_kwijtschelding> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | percentage_gemeente | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | aanslag_kwijtschelding | wat                                             | waarom                                            |
      | 100                 | 1990-05-01    | 140150                       | 320150              | false         | null                      | 40000                  | equals 40000                                    | 1.401,50 + 300,00 + 1.500,00: precies op de grens |
      | 100                 | 1990-05-01    | 140150                       | 320151              | false         | null                      | 40000                  | equals 39999                                    | een cent erboven                                  |
      |                     | 1990-05-01    | 126136                       | 0                   | false         | null                      | 40000                  | is unknown for lack of "percentage_gemeente"    | het percentage is niet gelezen                    |
      | 100                 | 1990-05-01    | 140150                       | 0                   | false         | null                      |                        | is unknown for lack of "aanslag_kwijtschelding" | de belastingen zijn niet gelezen                  |

  Scenario Outline: De grens van het geld op de bank, partner <partner>, met kind "<kind>", op <dag>
    # Wat boven die grens mag: het deel van artikel 4 van de Regeling kwijtschelding belastingen medeoverheden.
    Given the calculation date is "<dag>"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | partner_bsn | kinderen | ontvangt_kinderbijslag | woont_in_nederland | geboortedatum | kinderbijslag | onbetaald_verlof |
      | 999993653 | GM0344        | <partner>   | <kind>   | <bijslag>              | true               | 1990-05-01    |               | false            |
      | 999990639 | GM0344        | 999993653   | null     | false                  | true               | 1990-05-01    |               | false            |
      | 999999011 | GM0344        | null        | null     | false                  | true               | 2020-05-01    | true          | false            |
    When I evaluate "extra_financiele_middelen" of "gemeentewet"
    Then output "extra_financiele_middelen" <wat>

    Examples:
      | dag        | partner   | kind      | bijslag | wat                                  |
      | 2025-03-15 | null      | null      | false   | equals 150000                        |
      | 2025-03-15 | null      | 999999011 | true    | equals 180000                        |
      | 2025-03-15 | 999990639 | null      | false   | equals 200000                        |
      | 2026-03-15 | null      | null      | false   | equals 150000                        |
      | 2026-03-15 | null      | 999999011 | true    | equals 180000                        |
      | 2026-03-15 | 999990639 | null      | false   | equals 200000                        |
      | 2026-03-15 |           | null      | false   | is unknown for lack of "partner_bsn" |
