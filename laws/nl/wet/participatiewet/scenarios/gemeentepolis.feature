# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiewet artikel 35 lid 3, dezelfde persoon in verschillende gemeenten
  # Bedragen zijn eurocenten, uit de regeling van elke gemeente (laws/nl/gemeentelijke_verordening). De norm is 1.345,45 in 2025 en 1.401,50 in 2026;
  # 130 procent is 1.749,085 en 1.821,95, 150 procent is 2.018,175 en 2.102,25. Voor Zoetermeer is het percentage een gegeven, hier 130.

  Background:
    Given parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | vermogen_bijstand | overwaarde_woning | mantelzorg_elders | geen_beroep_op_ouders | netto_overig_inkomen | particulier_pensioen | ontvangt_aio | partner_bsn | ontvangt_bijstand | in_schuldregeling | achterstand_zorgpremie | woont_zelfstandig | volgt_onderwijs | tegoed_stadspas_gemeente | tegoed_kind_gemeente |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | 0                 | null              | false             | false                 | null                 | null                 | false        | null        | false             | false             | false                  | true              | false           | 10000                    | 10000                |

  Scenario Outline: In <gemeente> op <dag>, inkomen <inkomen>: <waarom>
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | netto_arbeidsinkomen | percentage_bijstandsnorm_gemeente | kinderen | ontvangt_kinderbijslag |
      | 999993653 | <gemeente>    | 1990-05-01    | <inkomen>            | 130                               | null     | false                  |
    When I evaluate outputs "heeft_recht_op_collectieve_zorgverzekering" of "participatiewet"
    Then output "heeft_recht_op_collectieve_zorgverzekering" is <recht>

    Examples:
      | gemeente | dag        | inkomen | recht | waarom                                  |
      | GM0855   | 2025-03-15 | 161454  | true  | Tilburg: tot en met 120 procent         |
      | GM0855   | 2025-03-15 | 161455  | false | Tilburg: een cent hoger                 |
      | GM1992   | 2025-03-15 | 161453  | true  | Voorne aan Zee: lager dan 120 procent   |
      | GM1992   | 2025-03-15 | 161454  | false | Voorne aan Zee: een cent hoger          |
      | GM0637   | 2025-03-15 | 174908  | true  | Zoetermeer: hier tot en met 130 procent |
      | GM0637   | 2025-03-15 | 174909  | false | Zoetermeer: een cent hoger              |
      | GM1731   | 2025-03-15 | 174908  | true  | Midden-Drenthe: tot en met 130 procent  |
      | GM1731   | 2025-03-15 | 174909  | false | Midden-Drenthe: een cent hoger          |
      | GM1742   | 2025-03-15 | 174908  | true  | Rijssen-Holten: tot en met 130 procent  |
      | GM1742   | 2025-03-15 | 174909  | false | Rijssen-Holten: een cent hoger          |
      | GM0928   | 2025-03-15 | 201817  | true  | Kerkrade: tot en met 150 procent        |
      | GM0928   | 2025-03-15 | 201818  | false | Kerkrade: een cent hoger                |
      | GM0855   | 2026-03-15 | 168180  | true  | Tilburg: tot en met 120 procent         |
      | GM0855   | 2026-03-15 | 168181  | false | Tilburg: een cent hoger                 |
      | GM1992   | 2026-03-15 | 168179  | true  | Voorne aan Zee: lager dan 120 procent   |
      | GM1992   | 2026-03-15 | 168180  | false | Voorne aan Zee: een cent hoger          |
      | GM0637   | 2026-03-15 | 182195  | true  | Zoetermeer: hier tot en met 130 procent |
      | GM0637   | 2026-03-15 | 182196  | false | Zoetermeer: een cent hoger              |
      | GM1731   | 2026-03-15 | 182195  | true  | Midden-Drenthe: tot en met 130 procent  |
      | GM1731   | 2026-03-15 | 182196  | false | Midden-Drenthe: een cent hoger          |
      | GM1742   | 2026-03-15 | 182195  | true  | Rijssen-Holten: tot en met 130 procent  |
      | GM1742   | 2026-03-15 | 182196  | false | Rijssen-Holten: een cent hoger          |
      | GM0928   | 2026-03-15 | 210225  | true  | Kerkrade: tot en met 150 procent        |
      | GM0928   | 2026-03-15 | 210226  | false | Kerkrade: een cent hoger                |
