# SPDX-License-Identifier: EUPL-1.2
Feature: Collectieve zorgverzekering van Midden-Drenthe, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 130 procent is 1.821,95. Voor gehuwden 2.002,13; 130 procent is 2.602,769.
  # Vermogen: 8.000,00 alleen, 16.000,00 samen.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | ontvangt_aio | netto_overig_inkomen | particulier_pensioen | mantelzorg_elders | geen_beroep_op_ouders |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990421 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990809 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |

  Scenario Outline: Artikel 35 lid 3 van de Participatiewet: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | overwaarde_woning | woont_zelfstandig | volgt_onderwijs | achterstand_zorgpremie |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <vermogen>        | null         | null     | false                  | null              | <zelf>            | <studie>        | <achter>               |
      | 999990639 | GM1731        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | 0                 | null         | null     | false                  | null              | true              | false           | false                  |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | vermogen | zelf  | studie | achter | recht                                           | waarom                                  |
      | GM1731   | 1990-05-01 | null      | 182195  | false    | 800000   | true  | false  | false  | is true                                         | precies de grenzen                      |
      | GM1731   | 1990-05-01 | null      | 182196  | false    | 0        | true  | false  | false  | is false                                        | een cent inkomen te veel                |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 800001   | true  | false  | false  | is false                                        | een cent vermogen te veel               |
      | GM1731   | 1990-05-01 | 999990639 | 260276  | false    | 1600000  | true  | false  | false  | is true                                         | samen onder de grenzen                  |
      | GM1731   | 1990-05-01 | 999990639 | 260277  | false    | 0        | true  | false  | false  | is false                                        | samen een cent te veel                  |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 0        | false | false  | false  | is false                                        | woont niet zelfstandig                  |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 0        | true  | true   | false  | is false                                        | student                                 |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 0        | true  | false  | true   | is false                                        | achterstand met de premie               |
      | GM1731   | 2008-03-16 | null      | 0       | false    | 0        | true  | false  | false  | is false                                        | wordt morgen achttien                   |
      | GM1731   | 1990-05-01 | null      |         | true     | 0        | true  | false  | false  | is true                                         | bijstand is genoeg bewijs               |
      | GM1731   | 1990-05-01 | null      |         | false    | 0        | true  | false  | false  | is unknown for lack of "netto_arbeidsinkomen"   | inkomen onbekend                        |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 0        |       | false  | false  | is unknown for lack of "woont_zelfstandig"      | niet bekend of iemand zelfstandig woont |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 0        | true  |        | false  | is unknown for lack of "volgt_onderwijs"        | niet bekend of iemand studeert          |
      | GM1731   | 1990-05-01 | null      | 0       | false    | 0        | true  | false  |        | is unknown for lack of "achterstand_zorgpremie" | niet bekend of er achterstand is        |
      | GM1731   | 1990-05-01 | null      | 182196  | false    | 0        |       |        |        | is false                                        | te veel inkomen: de rest maakt niet uit |
