# SPDX-License-Identifier: EUPL-1.2
Feature: Collectieve zorgverzekering van Kerkrade, 2026
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.401,50; 150 procent is 2.102,25. Voor gehuwden 2.002,13; 150 procent is 3.003,195.

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
      | bsn       | gemeente_code | geboortedatum | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand | vermogen_bijstand | medebewoners | kinderen | ontvangt_kinderbijslag | overwaarde_woning |
      | 999993653 | <gemeente>    | <geboren>     | <partner>   | <inkomen>            | <bijstand>        | <vermogen>        | null         | null     | false                  | null              |
      | 999990639 | GM0928        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | 0                 | null         | null     | false                  | null              |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | vermogen | recht                                         | waarom                                                   |
      | GM0928   | 1990-05-01 | null      | 210225  | false    | 9000000  | is true                                       | precies de grens; vermogen is niet gelezen               |
      | GM0928   | 1990-05-01 | null      | 210226  | false    | 0        | is false                                      | een cent te veel                                         |
      | GM0928   | 1990-05-01 | 999990639 | 300319  | false    | 0        | is true                                       | samen onder de grens                                     |
      | GM0928   | 1990-05-01 | 999990639 | 300320  | false    | 0        | is false                                      | samen een cent erboven                                   |
      | GM0928   | 1990-05-01 | null      |         | true     | 0        | is true                                       | bijstand is genoeg bewijs                                |
      | GM0928   | 1990-05-01 | null      |         | false    | 0        | is unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend                                         |
      | GM0928   | 2008-03-16 | null      | 0       | false    | 0        | is false                                      | wordt morgen achttien: artikel 13 van de Participatiewet |
