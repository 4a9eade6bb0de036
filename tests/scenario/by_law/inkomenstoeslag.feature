# SPDX-License-Identifier: EUPL-1.2
Feature: A by-law fills article 36 of the Participatiewet, for who lives there

  Scenario Outline: In <gemeente>, partner <partner>, income <inkomen>: <why>
    # 105% of 1.401,50 is 1.471,575; of 2.002,13 it is 2.102,2365.
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | kinderen | ontvangt_bijstand | ontvangt_aio | netto_overig_inkomen | particulier_pensioen | overwaarde_woning | mantelzorg_elders | ontvangt_kinderbijslag | geen_beroep_op_ouders |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | false             | false        | null                 | null                 | null              | false             | false                  | false                 |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                |              |          | false             | false        | null                 | null                 | null              |                   | false                  | false                 |
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | partner_bsn | geboortedatum | netto_arbeidsinkomen | vermogen_bijstand | inkomenstoeslag_laatste_jaar | uitzicht_op_inkomensverbetering |
      | 999993653 | <gemeente>    | <partner>   | 1990-05-01    | <inkomen>            | 0                 | <had>                        | false                           |
      | 999990639 | GM0384        | 999993653   | 1990-05-01    | 0                    | 0                 | false                        | false                           |
    When I evaluate outputs "heeft_recht_op_individuele_inkomenstoeslag, hoogte_individuele_inkomenstoeslag" of "participatiewet"
    Then output "heeft_recht_op_individuele_inkomenstoeslag" is <right>
    And output "hoogte_individuele_inkomenstoeslag" <amount>

    Examples:
      | gemeente | partner   | inkomen | had   | right                                      | amount                                        | why                              |
      | GM0384   | null      | 147157  | false | true                                       | equals 40000                                  | a low income                     |
      | GM0384   | null      | 147158  | false | false                                      | equals 0                                      | a cent too much                  |
      | GM0384   | 999990639 | 210223  | false | true                                       | equals 60000                                  | the two of them                  |
      | GM0384   | 999990639 | 210224  | false | false                                      | equals 0                                      | a cent too much                  |
      | GM0384   | null      | 0       | true  | false                                      | equals 0                                      | had it less than a year ago      |
      | GM0384   | null      |         | false | unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen" | an income unknown                |
      |          | null      | 0       | false | unknown for lack of "gemeente_code"        | is unknown for lack of "gemeente_code"        | nobody knows where               |
      | GM0383   | null      | 0       | true  | false                                      | equals 0                                      | refused whatever its by-law says |

  Scenario: Where there is no by-law, nobody says what a low income is
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code |
      | 999993653 | GM0383        |
    When I evaluate "hoogte_individuele_inkomenstoeslag" of "participatiewet"
    Then the execution fails with "lead nowhere"
