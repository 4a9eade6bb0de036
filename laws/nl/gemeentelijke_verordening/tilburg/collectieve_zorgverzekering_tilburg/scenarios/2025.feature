# SPDX-License-Identifier: EUPL-1.2
Feature: Collectieve zorgverzekering van Tilburg, 2025
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.345,45; 120 procent is 1.614,54. Voor gehuwden 1.922,07; 120 procent is 2.306,484.
  # Vermogen: 7.770,00 alleen, 15.540,00 samen.

  Background:
    Given the calculation date is "2025-03-15"
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
      | 999990639 | GM0855        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | 0                 | null         | null     | false                  | null              |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | vermogen | recht                                         | waarom                    |
      | GM0855   | 1990-05-01 | null      | 161454  | false    | 777000   | is true                                       | precies de grenzen        |
      | GM0855   | 1990-05-01 | null      | 161455  | false    | 0        | is false                                      | een cent inkomen te veel  |
      | GM0855   | 1990-05-01 | null      | 0       | false    | 777001   | is false                                      | een cent vermogen te veel |
      | GM0855   | 1990-05-01 | 999990639 | 230648  | false    | 1554000  | is true                                       | samen precies de grenzen  |
      | GM0855   | 1990-05-01 | 999990639 | 230649  | false    | 0        | is false                                      | samen een cent te veel    |
      | GM0855   | 1990-05-01 | null      |         | true     | 0        | is true                                       | bijstand is genoeg bewijs |
      | GM0855   | 2007-03-16 | null      | 0       | false    | 0        | is false                                      | wordt morgen achttien     |
      | GM0855   | 1990-05-01 | null      |         | false    | 0        | is unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend          |
      | GM0855   | 1990-05-01 | null      | 0       | false    |          | is unknown for lack of "vermogen_bijstand"    | vermogen onbekend         |
      |          | 1990-05-01 | null      | 0       | false    | 0        | is unknown for lack of "gemeente_code"        | gemeente onbekend         |
