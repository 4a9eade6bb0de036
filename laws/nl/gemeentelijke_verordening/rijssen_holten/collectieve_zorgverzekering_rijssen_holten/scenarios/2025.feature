# SPDX-License-Identifier: EUPL-1.2
Feature: Collectieve zorgverzekering van Rijssen-Holten, 2025
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.345,45; 130 procent is 1.749,085. Voor gehuwden 1.922,07; 130 procent is 2.498,691.
  # De AOW-norm voor een alleenstaande is 1.501,07; 130 procent is 1.951,391.

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
      | 999990639 | GM1742        | 1990-05-01    | 999993653   | 0                    | <bijstand>        | 0                 | null         | null     | false                  | null              |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" <recht>

    Examples:
      | gemeente | geboren    | partner   | inkomen | bijstand | vermogen | recht                                         | waarom                                                      |
      | GM1742   | 1990-05-01 | null      | 174908  | false    | 9000000  | is true                                       | artikel 1 onder h: onder de grens; vermogen is niet gelezen |
      | GM1742   | 1990-05-01 | null      | 174909  | false    | 0        | is false                                      | een cent erboven                                            |
      | GM1742   | 1955-05-01 | null      | 195139  | false    | 0        | is true                                       | AOW-leeftijd, onder de grens                                |
      | GM1742   | 1955-05-01 | null      | 195140  | false    | 0        | is false                                      | AOW-leeftijd, een cent erboven                              |
      | GM1742   | 1990-05-01 | 999990639 | 249869  | false    | 0        | is true                                       | samen onder de grens                                        |
      | GM1742   | 1990-05-01 | 999990639 | 249870  | false    | 0        | is false                                      | samen een cent erboven                                      |
      | GM1742   | 1990-05-01 | null      |         | true     | 0        | is true                                       | bijstand is genoeg bewijs                                   |
      | GM1742   | 1990-05-01 | null      |         | false    | 0        | is unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend                                            |
