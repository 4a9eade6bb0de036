# SPDX-License-Identifier: EUPL-1.2
Feature: Gemeentepolis van Veendam, tweede helft van 2025
  # Bedragen zijn eurocenten. De norm voor een alleenstaande is 1.369,06; 130 procent is 1.779,778. Voor gehuwden 1.955,80; 130 procent is 2.542,54.

  Background:
    Given the calculation date is "2025-09-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | kinderen | ontvangt_aio | netto_overig_inkomen | particulier_pensioen | mantelzorg_elders | ontvangt_kinderbijslag | geboortedatum | geen_beroep_op_ouders |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | false        | null                 | null                 | false             | false                  | 1990-05-01    | false                 |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | false        | null                 | null                 | false             | false                  | 1990-05-01    | false                 |

  Scenario Outline: Artikel 35 lid 3 van de Participatiewet in <gemeente>: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code | partner_bsn | netto_arbeidsinkomen | ontvangt_bijstand |
      | 999993653 | <gemeente>    | <partner>   | <inkomen>            | <bijstand>        |
      | 999990639 | GM0047        | 999993653   | 0                    | <bijstand>        |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" is <recht>

    Examples:
      | gemeente | partner   | inkomen | bijstand | recht                                      | waarom                    |
      | GM0047   | null      | 177977  | false    | true                                       | onder de grens            |
      | GM0047   | null      | 177978  | false    | false                                      | een cent erboven          |
      | GM0047   | 999990639 | 254254  | false    | true                                       | samen precies de grens    |
      | GM0047   | 999990639 | 254255  | false    | false                                      | samen een cent erboven    |
      | GM0047   | null      |         | false    | unknown for lack of "netto_arbeidsinkomen" | inkomen onbekend          |
      | GM0047   | null      |         | true     | true                                       | bijstand is genoeg bewijs |
      |          | null      | 0       | false    | unknown for lack of "gemeente_code"        | gemeente onbekend         |

  Scenario: Waar geen regels zijn ingelezen, weet niemand wie mee mag doen
    Given the following "personen" data with key "bsn":
      | bsn       | gemeente_code |
      | 999993653 | GM9999        |
    When I evaluate "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then the execution fails with "lead nowhere"
