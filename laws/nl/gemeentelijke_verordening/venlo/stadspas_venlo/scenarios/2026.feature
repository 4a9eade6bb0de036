# SPDX-License-Identifier: EUPL-1.2
Feature: Stadspas Venlo, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 120 procent is 1.681,80. Voor gehuwden 2.002,13; 120 procent is 2.402,556.
  # Lager dan 120 procent, dus niet gelijk. Het tegoed van dit jaar vult de gemeente in.

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
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | vermogen_bijstand | overwaarde_woning | tegoed_stadspas_gemeente | in_schuldregeling | vrij_te_laten_bedrag |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | null         | null     | false                  | null              | null              | <tegoed>                 | <regeling>        | <vtlb>               |
      | 999990639 | GM0983        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | null         | null     | false                  | 0                 | null              |                          |                   |                      |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" <recht>
    And output "hoogte_stadspas" <bedrag>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | regeling | vtlb   | tegoed | recht                                         | bedrag                                            | waarom                                                       |
      | GM0983   | 1990-05-01 | null      | 168179  | false    | false    | null   | 10500  | is true                                       | equals 10500                                      | een cent onder de grens                                      |
      | GM0983   | 1990-05-01 | null      | 168180  | false    | false    | null   | 10500  | is false                                      | equals 0                                          | precies 120 procent: niet lager                              |
      | GM0983   | 1990-05-01 | 999990639 | 240255  | false    | false    | null   | 10500  | is true                                       | equals 10500                                      | samen onder de grens                                         |
      | GM0983   | 1990-05-01 | 999990639 | 240256  | false    | false    | null   | 10500  | is false                                      | equals 0                                          | samen erboven                                                |
      | GM0983   | 1990-05-01 | null      | 300000  | false    | true     | 168179 | 10500  | is true                                       | equals 10500                                      | schuldregeling: vrij te laten bedrag een cent onder de grens |
      | GM0983   | 1990-05-01 | null      | 300000  | false    | true     | 168180 | 10500  | is false                                      | equals 0                                          | schuldregeling: vrij te laten bedrag precies 120 procent     |
      | GM0983   | 1990-05-01 | null      | 300000  | false    |          |        | 10500  | is unknown for lack of "in_schuldregeling"    | is unknown for lack of "in_schuldregeling"        | hoger inkomen, schuldregeling onbekend                       |
      | GM0983   | 1990-05-01 | null      | 300000  | false    | true     |        | 10500  | is unknown for lack of "vrij_te_laten_bedrag" | is unknown for lack of "vrij_te_laten_bedrag"     | vrij te laten bedrag onbekend                                |
      | GM0983   | 1990-05-01 | null      |         | true     |          |        | 10500  | is true                                       | equals 10500                                      | bijstand is genoeg bewijs                                    |
      | GM0983   | 1990-05-01 | null      |         | false    | false    | null   | 10500  | is unknown for lack of "netto_arbeidsinkomen" | is unknown for lack of "netto_arbeidsinkomen"     | inkomen onbekend                                             |
      | GM0983   | 2008-03-16 | null      | 0       | false    | false    | null   | 10500  | is false                                      | equals 0                                          | wordt morgen achttien                                        |
      | GM0983   | 1990-05-01 | null      | 0       | false    | false    | null   |        | is true                                       | is unknown for lack of "tegoed_stadspas_gemeente" | tegoed niet ingevuld                                         |

  Scenario Outline: Een Stadspas voor de kinderen: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | in_schuldregeling | vrij_te_laten_bedrag | medebewoners | kinderen   | ontvangt_kinderbijslag | kinderbijslag | tegoed_kind_gemeente |
      | 999993653 | GM0983        | 1990-05-01    | null        | <inkomen>            | false             | false             | null                 | null         | <kinderen> | <kb>                   | false         | <tegoed>             |
      | 999990421 | GM0983        | <geboren>     | null        | 0                    | false             |                   |                      | null         | null       | false                  | true          |                      |
      | 999990809 | GM0983        | 2020-01-01    | null        | 0                    | false             |                   |                      | null         | null       | false                  | true          |                      |
    When I evaluate outputs "heeft_recht_op_kindpakket, hoogte_kindpakket" of "gemeentewet"
    Then output "heeft_recht_op_kindpakket" <recht>
    And output "hoogte_kindpakket" <bedrag>

    Examples:
      | kinderen            | kb    | geboren    | inkomen | tegoed | recht                             | bedrag                                        | waarom                                  |
      | 999990421           | true  | 2015-06-01 | 168179  | 10500  | is true                           | equals 10500                                  | een kind                                |
      | 999990421 999990809 | true  | 2015-06-01 | 0       | 10500  | is true                           | equals 21000                                  | twee kinderen                           |
      | 999990421           | true  | 2008-03-16 | 0       | 10500  | is true                           | equals 10500                                  | het kind wordt morgen achttien          |
      | 999990421           | true  | 2008-03-15 | 0       | 10500  | is false                          | equals 0                                      | het kind is vandaag achttien            |
      | 999990421           | true  | 2015-06-01 | 168180  | 10500  | is false                          | equals 0                                      | inkomen precies 120 procent: niet lager |
      | 999990421           | false | 2015-06-01 | 0       | 10500  | is false                          | equals 0                                      | een ander krijgt de kinderbijslag       |
      | 999990421           | true  | 2015-06-01 | 0       |        | is true                           | is unknown for lack of "tegoed_kind_gemeente" | tegoed niet ingevuld                    |
      |                     | true  | 2015-06-01 | 0       | 10500  | is unknown for lack of "kinderen" | is unknown for lack of "kinderen"             | niet bekend of er kinderen zijn         |
