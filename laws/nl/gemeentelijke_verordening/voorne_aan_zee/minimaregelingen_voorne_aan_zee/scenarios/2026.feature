# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiefonds, Kindpakket en Gemeentepolis van Voorne aan Zee, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 120 procent is 1.681,80. Voor gehuwden 2.002,13; 120 procent is 2.402,556.
  # Vermogen: 8.000,00 alleen; met een eigen woning 67.500,00 erbij, 75.500,00.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | ontvangt_aio | netto_overig_inkomen | particulier_pensioen | mantelzorg_elders | geen_beroep_op_ouders |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990421 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |
      | 999990809 | true               | true                         | false       | 0                      | false                   | false            | false                | false        | null                 | null                 | false             | false                 |

  Scenario Outline: Artikel 108 van de Gemeentewet, een volwassene: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | vermogen_bijstand | overwaarde_woning |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | null         | null     | false                  | <vermogen>        | <woning>          |
      | 999990639 | GM1992        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | null         | null     | false                  | 0                 | null              |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" <recht>
    And output "hoogte_stadspas" <bedrag>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | vermogen | woning  | recht                                         | bedrag                                        | waarom                                                     |
      | GM1992   | 1990-05-01 | null      | 168179  | false    | 800000   | null    | is true                                       | equals 10000                                  | een cent onder de inkomensgrens, precies de vermogensgrens |
      | GM1992   | 1990-05-01 | null      | 168180  | false    | 0        | null    | is false                                      | equals 0                                      | precies 120 procent: niet lager                            |
      | GM1992   | 1990-05-01 | null      | 0       | false    | 800001   | null    | is false                                      | equals 0                                      | een cent vermogen te veel                                  |
      | GM1992   | 1990-05-01 | null      | 0       | false    | 0        | 7550000 | is true                                       | equals 10000                                  | eigen woning, precies de grens                             |
      | GM1992   | 1990-05-01 | null      | 0       | false    | 0        | 7550001 | is false                                      | equals 0                                      | eigen woning, een cent te veel                             |
      | GM1992   | 1990-05-01 | null      | 0       | false    | 1        | 7550000 | is false                                      | equals 0                                      | woning en spaargeld tellen samen                           |
      | GM1992   | 1990-05-01 | null      | 0       | false    | 800001   | 0       | is true                                       | equals 10000                                  | een woning zonder overwaarde geeft ook ruimte              |
      | GM1992   | 1990-05-01 | 999990639 | 240255  | false    | 1600000  | null    | is true                                       | equals 10000                                  | samen onder de grenzen                                     |
      | GM1992   | 1990-05-01 | 999990639 | 240256  | false    | 0        | null    | is false                                      | equals 0                                      | samen te veel inkomen                                      |
      | GM1992   | 1990-05-01 | 999990639 | 0       | false    | 0        | 8350000 | is true                                       | equals 10000                                  | samen, eigen woning                                        |
      | GM1992   | 2008-03-16 | null      | 0       | false    | 0        | null    | is false                                      | equals 0                                      | wordt morgen achttien                                      |
      | GM1992   | 1990-05-01 | null      |         | true     | 0        | null    | is true                                       | equals 10000                                  | bijstand is genoeg bewijs                                  |
      | GM1992   | 1990-05-01 | null      |         | false    | 0        | null    | is unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend                                           |
      | GM1992   | 1990-05-01 | null      | 0       | false    |          | null    | is unknown for lack of "vermogen_bijstand"    | is unknown for lack of "vermogen_bijstand"    | vermogen onbekend                                          |
      | GM1992   | 1990-05-01 | null      | 0       | false    | 0        |         | is unknown for lack of "overwaarde_woning"    | is unknown for lack of "overwaarde_woning"    | woning onbekend                                            |

  Scenario Outline: Het Kindpakket: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | overwaarde_woning | medebewoners | kinderen   | ontvangt_kinderbijslag | kinderbijslag |
      | 999993653 | GM1992        | 1990-05-01    | null        | <inkomen>            | false             | <vermogen>        | null              | null         | <kinderen> | <kb>                   | false         |
      | 999990421 | GM1992        | <geboren>     | null        | 0                    | false             | 0                 | null              | null         | null       | false                  | <betaald>     |
      | 999990809 | GM1992        | 2010-01-01    | null        | 0                    | false             | 0                 | null              | null         | null       | false                  | true          |
    When I evaluate outputs "heeft_recht_op_kindpakket, hoogte_kindpakket" of "gemeentewet"
    Then output "heeft_recht_op_kindpakket" <recht>
    And output "hoogte_kindpakket" <bedrag>

    Examples:
      | kinderen            | kb    | geboren    | betaald | inkomen | vermogen | recht                                         | bedrag                                        | waarom                                                                   |
      | 999990421           | true  | 2022-03-16 | true    | 168179  | 1600000  | is true                                       | equals 20000                                  | wordt morgen vier, precies de vermogensgrens van een alleenstaande ouder |
      | 999990421           | true  | 2022-03-15 | true    | 0       | 0        | is true                                       | equals 30000                                  | vandaag vier                                                             |
      | 999990421           | true  | 2014-03-16 | true    | 0       | 0        | is true                                       | equals 30000                                  | wordt morgen twaalf                                                      |
      | 999990421           | true  | 2014-03-15 | true    | 0       | 0        | is true                                       | equals 40000                                  | vandaag twaalf                                                           |
      | 999990421           | true  | 2008-03-16 | true    | 0       | 0        | is true                                       | equals 40000                                  | wordt morgen achttien                                                    |
      | 999990421           | true  | 2008-03-15 | true    | 0       | 0        | is false                                      | equals 0                                      | vandaag achttien                                                         |
      | 999990421 999990809 | true  | 2022-03-16 | true    | 0       | 0        | is true                                       | equals 60000                                  | twee kinderen: 200,00 en 400,00                                          |
      | 999990421 999990809 | true  | 2022-03-16 | false   | 0       | 0        | is true                                       | equals 40000                                  | voor een van de twee geen kinderbijslag                                  |
      | 999990421           | true  | 2022-03-15 | true    | 168180  | 0        | is false                                      | equals 0                                      | precies 120 procent: niet lager                                          |
      | 999990421           | true  | 2022-03-15 | true    | 0       | 1600001  | is false                                      | equals 0                                      | een cent vermogen te veel                                                |
      | 999990421           | false | 2022-03-15 | true    | 0       | 0        | is false                                      | equals 0                                      | een ander krijgt de kinderbijslag                                        |
      | 999990421           | true  |            | true    | 0       | 0        | is unknown for lack of "geboortedatum"        | is unknown for lack of "geboortedatum"        | niet bekend hoe oud het kind is                                          |
      | 999990421           | true  | 2022-03-15 | true    |         | 0        | is unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend                                                         |

  Scenario Outline: De Gemeentepolis, artikel 35 lid 3 van de Participatiewet: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | overwaarde_woning | achterstand_zorgpremie |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <vermogen>        | null         | null     | false                  | null              | <achter>               |
      | 999990639 | GM1992        | 1990-05-01    | 999993653   | 0                    | false             | 0                 | null         | null     | false                  | null              |                        |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner | inkomen | bijstand | vermogen | achter | recht                                           | waarom                                      |
      | GM1992   | 1990-05-01 | null    | 168179  | false    | 800000   | false  | is true                                         | onder de grenzen                            |
      | GM1992   | 1990-05-01 | null    | 168180  | false    | 0        | false  | is false                                        | precies 120 procent: niet lager             |
      | GM1992   | 1990-05-01 | null    | 0       | false    | 800001   | false  | is false                                        | een cent vermogen te veel                   |
      | GM1992   | 1990-05-01 | null    | 0       | false    | 0        | true   | is false                                        | bekend wegens achterstand                   |
      | GM1992   | 1990-05-01 | null    | 0       | false    | 0        |        | is unknown for lack of "achterstand_zorgpremie" | niet bekend of er achterstand is            |
      | GM1992   | 1990-05-01 | null    | 168180  | false    | 0        |        | is false                                        | te veel inkomen: achterstand maakt niet uit |
