# SPDX-License-Identifier: EUPL-1.2
Feature: Gemeentewet artikel 255, kwijtschelding van gemeentelijke belastingen
  # Bedragen zijn eurocenten. Zuidplas (GM1892) rekent honderd procent: alleen 1.401,50 en gehuwd 2.002,13 per maand, in maart 2026.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | geboortedatum | auto_waarde | overig_vermogen_kwijtschelding |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | 1990-05-01    | null        | 0                              |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | 1990-05-01    | null        | 0                              |

  Rule: Inkomen en geld op de bank, in Zuidplas

    Scenario Outline: <waarom>
      # Grens aan geld op de bank, alleen: 1.401,50 + 300,00 = 1.701,50. Een euro betalingscapaciteit is 9,60 minder kwijtschelding.
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | netto_inkomen_kwijtschelding | uitgaven_kwijtschelding | uitgaven_vermogenstoets | financiele_middelen | aanslag_kwijtschelding | kwijtschelding_uitgesloten | extra_middelen_gemeente |
        | 999993653 | <gemeente>    | <partner>   | <inkomen>                    | 0                       | 30000                   | <geld>              | <aanslag>              | <uit>                      | <extra>                 |
        | 999990639 | <gemeente>    | 999993653   | 50000                        | 0                       | 30000                   | 0                   | <aanslag>              | <uit>                      | <extra>                 |
      When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
      Then output "heeft_recht_op_kwijtschelding" is <recht>
      And output "hoogte_kwijtschelding" <bedrag>

      Examples:
        | gemeente | partner   | inkomen | geld   | aanslag | uit   | extra  | recht                                              | bedrag                                                | waarom                                   |
        | GM1892   | null      | 140150  | 0      | 30000   | false |        | true                                               | equals 30000                                          | precies de norm: alles                   |
        | GM1892   | null      | 141150  | 0      | 30000   | false |        | true                                               | equals 20400                                          | tien euro meer: 96,00 minder             |
        | GM1892   | null      | 140151  | 0      | 30000   | false |        | true                                               | equals 29990                                          | een cent meer: 9,6 cent minder, 299,904  |
        | GM1892   | null      | 143275  | 0      | 30000   | false |        | false                                              | equals 0                                              | 31,25 meer: 300,00, niets blijft         |
        | GM1892   | null      | 143274  | 0      | 30000   | false |        | true                                               | equals 10                                             | een cent minder: 0,096                   |
        | GM1892   | null      | 140150  | 170150 | 30000   | false |        | true                                               | equals 30000                                          | precies de grens van geld op de bank     |
        | GM1892   | null      | 140150  | 170151 | 30000   | false | 0      | true                                               | equals 29999                                          | een cent erboven, niets extra            |
        | GM1892   | null      | 140150  | 170151 | 30000   | false | 150000 | true                                               | equals 30000                                          | een cent erboven, 1.500 extra            |
        | GM1892   | null      | 140150  | 320151 | 30000   | false | 150000 | true                                               | equals 29999                                          | een cent boven de extra ruimte           |
        | GM1892   | null      | 140150  | 170151 | 30000   | false |        | unknown for lack of "extra_middelen_gemeente"      | is unknown for lack of "extra_middelen_gemeente"      | niemand heeft het extra bedrag ingevuld  |
        | GM1892   | null      | 140150  | 250000 | 30000   | false | 0      | false                                              | equals 0                                              | genoeg geld om te betalen                |
        | GM1892   | null      | 0       | 0      | 30000   | true  |        | false                                              | equals 0                                              | uitgesloten                              |
        | GM1892   | null      |         | 0      | 30000   | false |        | unknown for lack of "netto_inkomen_kwijtschelding" | is unknown for lack of "netto_inkomen_kwijtschelding" | inkomen onbekend                         |
        | GM1892   | null      | 140150  | 0      | 0       | false |        | false                                              | equals 0                                              | geen aanslag                             |
        | GM1892   | 999990639 | 150213  | 0      | 30000   | false |        | true                                               | equals 30000                                          | samen precies 2.002,13                   |
        | GM1892   | 999990639 | 151213  | 0      | 30000   | false |        | true                                               | equals 20400                                          | samen tien euro meer                     |
        |          | null      | 140150  | 0      | 30000   | false |        | unknown for lack of "gemeente_code"                | is unknown for lack of "gemeente_code"                | niet bekend waar                         |
        | GM9999   | null      | 0       | 0      | 30000   | true  |        | false                                              | equals 0                                              | uitgesloten, wat de gemeente ook bepaalt |

    Scenario: Waar geen verordening is ingelezen, weet niemand het percentage
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | netto_inkomen_kwijtschelding | uitgaven_kwijtschelding | uitgaven_vermogenstoets | financiele_middelen | aanslag_kwijtschelding | kwijtschelding_uitgesloten |
        | 999993653 | GM9999        | null        | 100000                       | 0                       | 30000                   | 0                   | 30000                  | false                      |
      When I evaluate "hoogte_kwijtschelding" of "gemeentewet"
      Then the execution fails with "lead nowhere"

    Scenario: In 2025 is van geen gemeente een verordening ingelezen
      Given the calculation date is "2025-06-15"
      When I evaluate "hoogte_kwijtschelding" of "gemeentewet"
      Then the execution fails with "percentage_kosten_van_bestaan"
