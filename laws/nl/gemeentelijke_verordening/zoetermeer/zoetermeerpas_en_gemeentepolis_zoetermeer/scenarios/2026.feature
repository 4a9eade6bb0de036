# SPDX-License-Identifier: EUPL-1.2
Feature: ZoetermeerPas en gemeentepolis van Zoetermeer, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50: 120 procent is 1.681,80, 130 procent 1.821,95. Voor gehuwden 2.002,13; 130 procent is 2.602,769.
  # Met een kostendeler zou de norm 1.001,07 zijn; die telt hier niet. Het percentage en het tegoed vult de gemeente in.

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
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | vermogen_bijstand | overwaarde_woning | tegoed_stadspas_gemeente | percentage_bijstandsnorm_gemeente |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <mede>       | null     | false                  | null              | null              | <tegoed>                 | <procent>                         |
      | 999990639 | GM0637        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | null         | null     | false                  | 0                 | null              |                          |                                   |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" <recht>
    And output "hoogte_stadspas" <bedrag>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | procent | mede      | tegoed | recht                                                      | bedrag                                                     | waarom                                    |
      | GM0637   | 1990-05-01 | null      | 182195  | false    | 130     | null      | 5000   | is true                                                    | equals 5000                                                | 130 procent, precies de grens             |
      | GM0637   | 1990-05-01 | null      | 182196  | false    | 130     | null      | 5000   | is false                                                   | equals 0                                                   | 130 procent, een cent te veel             |
      | GM0637   | 1990-05-01 | null      | 168180  | false    | 120     | null      | 5000   | is true                                                    | equals 5000                                                | 120 procent, precies de grens             |
      | GM0637   | 1990-05-01 | null      | 168181  | false    | 120     | null      | 5000   | is false                                                   | equals 0                                                   | 120 procent, een cent te veel             |
      | GM0637   | 1990-05-01 | null      | 182195  | false    | 130     | 999990639 | 5000   | is true                                                    | equals 5000                                                | een volwassen medebewoner verandert niets |
      | GM0637   | 1990-05-01 | 999990639 | 260276  | false    | 130     | null      | 5000   | is true                                                    | equals 5000                                                | samen onder de grens                      |
      | GM0637   | 1990-05-01 | 999990639 | 260277  | false    | 130     | null      | 5000   | is false                                                   | equals 0                                                   | samen een cent te veel                    |
      | GM0637   | 2008-03-16 | null      | 0       | false    | 130     | null      | 5000   | is false                                                   | equals 0                                                   | wordt morgen achttien                     |
      | GM0637   | 1990-05-01 | null      |         | true     |         | null      | 5000   | is true                                                    | equals 5000                                                | bijstand: elk percentage is genoeg        |
      | GM0637   | 1990-05-01 | null      |         | false    | 130     | null      | 5000   | is unknown for lack of "netto_arbeidsinkomen"              | is unknown for lack of "netto_arbeidsinkomen"              | inkomen onbekend                          |
      | GM0637   | 1990-05-01 | null      | 168181  | false    |         | null      | 5000   | is unknown for lack of "percentage_bijstandsnorm_gemeente" | is unknown for lack of "percentage_bijstandsnorm_gemeente" | percentage niet ingevuld                  |
      | GM0637   | 1990-05-01 | null      | 0       | false    | 130     | null      |        | is true                                                    | is unknown for lack of "tegoed_stadspas_gemeente"          | tegoed niet ingevuld                      |

  Scenario Outline: Artikel 35 lid 3 van de Participatiewet: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | percentage_bijstandsnorm_gemeente |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <mede>       | null     | false                  | <procent>                         |
      | 999990639 | GM0637        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | null         | null     | false                  |                                   |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner | inkomen | bijstand | procent | mede | recht                                                      | waarom                             |
      | GM0637   | 1990-05-01 | null    | 182195  | false    | 130     | null | is true                                                    | precies de grens                   |
      | GM0637   | 1990-05-01 | null    | 182196  | false    | 130     | null | is false                                                   | een cent te veel                   |
      | GM0637   | 1990-05-01 | null    |         | false    | 130     | null | is unknown for lack of "netto_arbeidsinkomen"              | inkomen onbekend                   |
      | GM0637   | 1990-05-01 | null    | 0       | false    |         | null | is unknown for lack of "percentage_bijstandsnorm_gemeente" | percentage niet ingevuld           |
      | GM0637   | 1990-05-01 | null    |         | true     |         | null | is true                                                    | bijstand: elk percentage is genoeg |
