# SPDX-License-Identifier: EUPL-1.2
Feature: Meedoenregeling van Tilburg, 2025
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.345,45; 120 procent is 1.614,54. Voor gehuwden 1.922,07; 120 procent is 2.306,484.
  # Vermogen: 7.770,00 alleen, 15.540,00 samen of als alleenstaande ouder. Het budget is 147,00.
  # Wie 18 is: norm 332,17; 120 procent is 398,604.

  Background:
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | ontvangt_aio | netto_overig_inkomen | particulier_pensioen | mantelzorg_elders | geen_beroep_op_ouders |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990421 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990809 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |

  Scenario Outline: De Meedoenregeling voor een volwassene: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <vermogen>        | null         | null     | false                  |
      | 999990639 | GM0855        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | 0                 | null         | null     | false                  |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" <recht>
    And output "hoogte_stadspas" <bedrag>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | vermogen | recht                                         | bedrag                                        | waarom                                   |
      | GM0855   | 1990-05-01 | null      | 161454  | false    | 777000   | is true                                       | equals 14700                                  | precies de grens van inkomen en vermogen |
      | GM0855   | 1990-05-01 | null      | 161455  | false    | 0        | is false                                      | equals 0                                      | een cent inkomen te veel                 |
      | GM0855   | 1990-05-01 | null      | 0       | false    | 777001   | is false                                      | equals 0                                      | een cent vermogen te veel                |
      | GM0855   | 1990-05-01 | 999990639 | 230648  | false    | 1554000  | is true                                       | equals 14700                                  | samen: het budget van deze persoon       |
      | GM0855   | 1990-05-01 | 999990639 | 230649  | false    | 0        | is false                                      | equals 0                                      | samen een cent te veel                   |
      | GM0855   | 1990-05-01 | 999990639 | 0       | false    | 1554001  | is false                                      | equals 0                                      | samen een cent vermogen te veel          |
      | GM0855   | 2007-03-15 | null      | 39860   | false    | 0        | is true                                       | equals 14700                                  | vandaag achttien, precies de grens       |
      | GM0855   | 2007-03-15 | null      | 39861   | false    | 0        | is false                                      | equals 0                                      | vandaag achttien, een cent te veel       |
      | GM0855   | 2007-03-16 | null      | 0       | false    | 0        | is false                                      | equals 0                                      | morgen achttien                          |
      | GM0855   | 1990-05-01 | null      |         | true     | 0        | is true                                       | equals 14700                                  | wie bijstand krijgt                      |
      | GM0855   | 1990-05-01 | null      |         | false    | 0        | is unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend                         |
      | GM0855   | 1990-05-01 | null      | 0       | false    |          | is unknown for lack of "vermogen_bijstand"    | is unknown for lack of "vermogen_bijstand"    | vermogen onbekend                        |
      | GM0855   | 1990-05-01 | null      | 161455  | false    |          | is false                                      | equals 0                                      | inkomen te hoog: vermogen maakt niet uit |
      |          | 1990-05-01 | null      | 0       | false    | 0        | is unknown for lack of "gemeente_code"        | is unknown for lack of "gemeente_code"        | gemeente onbekend                        |

  Scenario Outline: De Meedoenregeling voor kinderen: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | medebewoners | kinderen   | ontvangt_kinderbijslag | kinderbijslag |
      | 999993653 | GM0855        | 1990-05-01    | null        | <inkomen>            | false             | <vermogen>        | null         | <kinderen> | <kb>                   | false         |
      | 999990421 | GM0855        | <geboren>     | null        | 0                    | false             | 0                 | null         | null       | false                  | <betaald>     |
      | 999990809 | GM0855        | 2020-01-01    | null        | 0                    | false             | 0                 | null         | null       | false                  | true          |
    When I evaluate outputs "heeft_recht_op_kindpakket, hoogte_kindpakket" of "gemeentewet"
    Then output "heeft_recht_op_kindpakket" <recht>
    And output "hoogte_kindpakket" <bedrag>

    Examples:
      | kinderen            | kb    | geboren    | betaald | inkomen | vermogen | recht                                  | bedrag                                 | waarom                                                   |
      | 999990421           | true  | 2015-06-01 | true    | 161454  | 1554000  | is true                                | equals 14700                           | een kind, precies de grenzen van een alleenstaande ouder |
      | 999990421 999990809 | true  | 2015-06-01 | true    | 0       | 0        | is true                                | equals 29400                           | twee kinderen                                            |
      | 999990421 999990809 | true  | 2015-06-01 | false   | 0       | 0        | is true                                | equals 14700                           | voor een van de twee geen kinderbijslag                  |
      | 999990421           | true  | 2007-03-15 | true    | 0       | 0        | is false                               | equals 0                               | het kind is vandaag achttien                             |
      | 999990421           | true  | 2007-03-16 | true    | 0       | 0        | is true                                | equals 14700                           | het kind wordt morgen achttien                           |
      | 999990421           | true  | 2015-06-01 | true    | 161455  | 0        | is false                               | equals 0                               | een cent inkomen te veel                                 |
      | 999990421           | true  | 2015-06-01 | true    | 0       | 1554001  | is false                               | equals 0                               | een cent vermogen te veel                                |
      | 999990421           | false | 2015-06-01 | true    | 0       | 0        | is false                               | equals 0                               | een ander krijgt de kinderbijslag                        |
      | null                | false | 2015-06-01 | true    | 0       | 0        | is false                               | equals 0                               | geen kinderen                                            |
      |                     | true  | 2015-06-01 | true    | 0       | 0        | is unknown for lack of "kinderen"      | is unknown for lack of "kinderen"      | niet bekend of er kinderen zijn                          |
      | 999990421           | true  |            | true    | 0       | 0        | is unknown for lack of "geboortedatum" | is unknown for lack of "geboortedatum" | niet bekend hoe oud het kind is                          |
