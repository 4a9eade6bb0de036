# SPDX-License-Identifier: EUPL-1.2
Feature: Sociale en culturele activiteiten in Kerkrade, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 120 procent is 1.681,80. Voor gehuwden 2.002,13; 120 procent is 2.402,556.
  # Wie 19 is: norm 345,99; 120 procent is 415,188. De bijdrage van dit jaar vult de gemeente in.

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
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | vermogen_bijstand | overwaarde_woning | tegoed_stadspas_gemeente |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | null         | null     | false                  | null              | null              | <tegoed>                 |
      | 999990639 | GM0928        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | null         | null     | false                  | 0                 | null              |                          |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" <recht>
    And output "hoogte_stadspas" <bedrag>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | tegoed | recht                                         | bedrag                                            | waarom                              |
      | GM0928   | 1990-05-01 | null      | 168180  | false    | 14000  | is true                                       | equals 14000                                      | precies de grens                    |
      | GM0928   | 1990-05-01 | null      | 168181  | false    | 14000  | is false                                      | equals 0                                          | een cent te veel                    |
      | GM0928   | 1990-05-01 | 999990639 | 240255  | false    | 14000  | is true                                       | equals 14000                                      | samen onder de grens                |
      | GM0928   | 1990-05-01 | 999990639 | 240256  | false    | 14000  | is false                                      | equals 0                                          | samen een cent te veel              |
      | GM0928   | 2007-03-15 | null      | 41518   | false    | 14000  | is true                                       | equals 14000                                      | vandaag negentien                   |
      | GM0928   | 2007-03-16 | null      | 0       | false    | 14000  | is false                                      | equals 0                                          | wordt morgen negentien              |
      | GM0928   | 1990-05-01 | null      |         | true     | 14000  | is true                                       | equals 14000                                      | bijstand is genoeg bewijs           |
      | GM0928   | 1990-05-01 | null      |         | false    | 14000  | is unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen"     | inkomen onbekend                    |
      | GM0928   | 1990-05-01 | null      | 0       | false    |        | is true                                       | is unknown for lack of "tegoed_stadspas_gemeente" | bijdrage van dit jaar niet ingevuld |
      | GM0928   |            | null      | 0       | false    | 14000  | is unknown for lack of "geboortedatum"        | is unknown for lack of "geboortedatum"            | leeftijd onbekend                   |
