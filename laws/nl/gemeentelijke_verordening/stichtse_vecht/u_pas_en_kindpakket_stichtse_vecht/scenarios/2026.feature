# SPDX-License-Identifier: EUPL-1.2
Feature: U-pas en Kindpakket van Stichtse Vecht, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 125 procent is 1.751,875. Voor gehuwden 2.002,13; 125 procent is 2.502,6625.
  # Het tegoed van een volwassene vult de gemeente in.

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
      | 999990639 | GM1904        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | null         | null     | false                  | 0                 | null              |                          |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" <recht>
    And output "hoogte_stadspas" <bedrag>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | tegoed | recht                                         | bedrag                                            | waarom                    |
      | GM1904   | 1990-05-01 | null      | 175187  | false    | 12000  | is true                                       | equals 12000                                      | onder de grens            |
      | GM1904   | 1990-05-01 | null      | 175188  | false    | 12000  | is false                                      | equals 0                                          | een cent te veel          |
      | GM1904   | 1990-05-01 | 999990639 | 250266  | false    | 12000  | is true                                       | equals 12000                                      | samen onder de grens      |
      | GM1904   | 1990-05-01 | 999990639 | 250267  | false    | 12000  | is false                                      | equals 0                                          | samen een cent te veel    |
      | GM1904   | 2008-03-15 | null      | 0       | false    | 12000  | is true                                       | equals 12000                                      | vandaag achttien          |
      | GM1904   | 2008-03-16 | null      | 0       | false    | 12000  | is false                                      | equals 0                                          | wordt morgen achttien     |
      | GM1904   | 1990-05-01 | null      |         | true     | 12000  | is true                                       | equals 12000                                      | bijstand is genoeg bewijs |
      | GM1904   | 1990-05-01 | null      |         | false    | 12000  | is unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen"     | inkomen onbekend          |
      | GM1904   | 1990-05-01 | null      | 0       | false    |        | is true                                       | is unknown for lack of "tegoed_stadspas_gemeente" | tegoed niet ingevuld      |

  Scenario Outline: De U-pas voor kinderen: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | medebewoners | kinderen   | ontvangt_kinderbijslag | kinderbijslag |
      | 999993653 | GM1904        | 1990-05-01    | null        | <inkomen>            | false             | null         | <kinderen> | <kb>                   | false         |
      | 999990421 | GM1904        | <geboren>     | null        | 0                    | false             | null         | null       | false                  | true          |
      | 999990809 | GM1904        | 2010-01-01    | null        | 0                    | false             | null         | null       | false                  | true          |
    When I evaluate outputs "heeft_recht_op_kindpakket, hoogte_kindpakket" of "gemeentewet"
    Then output "heeft_recht_op_kindpakket" <recht>
    And output "hoogte_kindpakket" <bedrag>

    Examples:
      | kinderen            | kb    | geboren    | inkomen | recht                                  | bedrag                                 | waarom                            |
      | 999990421           | true  | 2022-03-16 | 175187  | is true                                | equals 22500                           | wordt morgen vier                 |
      | 999990421           | true  | 2022-03-15 | 0       | is true                                | equals 27500                           | vandaag vier                      |
      | 999990421           | true  | 2014-03-16 | 0       | is true                                | equals 27500                           | wordt morgen twaalf               |
      | 999990421           | true  | 2014-03-15 | 0       | is true                                | equals 32500                           | vandaag twaalf                    |
      | 999990421           | true  | 2008-03-16 | 0       | is true                                | equals 32500                           | wordt morgen achttien             |
      | 999990421           | true  | 2008-03-15 | 0       | is false                               | equals 0                               | vandaag achttien                  |
      | 999990421 999990809 | true  | 2022-03-16 | 0       | is true                                | equals 55000                           | twee kinderen: 225,00 en 325,00   |
      | 999990421           | true  | 2022-03-15 | 175188  | is false                               | equals 0                               | een cent te veel inkomen          |
      | 999990421           | false | 2022-03-15 | 0       | is false                               | equals 0                               | een ander krijgt de kinderbijslag |
      | 999990421           | true  |            | 0       | is unknown for lack of "geboortedatum" | is unknown for lack of "geboortedatum" | niet bekend hoe oud het kind is   |
