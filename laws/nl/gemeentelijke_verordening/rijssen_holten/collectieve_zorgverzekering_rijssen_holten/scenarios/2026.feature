# SPDX-License-Identifier: EUPL-1.2
Feature: Collectieve zorgverzekering van Rijssen-Holten, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 130 procent is 1.821,95. Wie met een ander van 27 of ouder de kosten deelt:
  # half van 2.002,13 is 1.001,065, op centen 1.001,07; 130 procent is 1.301,391.

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
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | overwaarde_woning | commercieel | volgt_onderwijs |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <vermogen>        | <mede>       | null     | false                  | null              | false       | false           |
      | 999990639 | GM1742        | 1990-05-01    | null        | 0                    | <bijstand>        | 0                 | null         | null     | false                  | null              | false       | false           |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner | inkomen | bijstand | vermogen | mede      | recht                                 | waarom                                                 |
      | GM1742   | 1990-05-01 | null    | 182195  | false    | 0        | null      | is true                               | precies de grens                                       |
      | GM1742   | 1990-05-01 | null    | 182196  | false    | 0        | null      | is false                              | een cent erboven                                       |
      | GM1742   | 1990-05-01 | null    | 130139  | false    | 0        | 999990639 | is true                               | artikel 1 onder c: met een kostendeler, onder de grens |
      | GM1742   | 1990-05-01 | null    | 130140  | false    | 0        | 999990639 | is false                              | met een kostendeler, een cent erboven                  |
      | GM1742   | 1990-05-01 | null    | 130140  | false    | 0        |           | is unknown for lack of "medebewoners" | niet bekend wie er nog woont                           |
