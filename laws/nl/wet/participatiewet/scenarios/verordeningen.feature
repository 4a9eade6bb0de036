# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiewet artikel 36, hetzelfde huishouden in verschillende gemeenten
  # Bedragen zijn eurocenten, uit de verordening van elke gemeente (laws/nl/gemeentelijke_verordening). Het inkomen is steeds 105 procent
  # van de norm: 1.050,00 bij 1.000,00 per maand. Voor Amsterdam telt het jaarinkomen: 24.000,00 bij een norm van 20.367,84 is 117,8 procent.

  Background:
    Given parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | kinderen | vermogen_bijstand | overwaarde_woning | mantelzorg_elders | ontvangt_kinderbijslag | geboortedatum | inkomenstoeslag_laatste_jaar | uitzicht_op_inkomensverbetering |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | 0                 | null              | false             | false                  | 1990-05-01    | false                        | false                           |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | 0                 | null              | false             | false                  | 1990-05-01    | false                        | false                           |

  Scenario Outline: In <gemeente> op <dag>, partner <partner>: <waarom>
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | partner_bsn | maanden_algemene_bijstand | gemiddeld_inkomen_36_maanden | gemiddelde_norm_36_maanden | inkomen_hoogste_maand_36 | norm_hoogste_maand_36 | inkomen_hoogste_maand_60 | norm_hoogste_maand_60 | fiscaal_gezinsinkomen_3_jaar | ioaw_norm_3_jaar |
      | 999993653 | <gemeente>    | <partner>   | 0                         | 105000                       | 100000                     | 105000                   | 100000                | 105000                   | 100000                | 2400000                      | 2036784          |
      | 999990639 | <gemeente>    | 999993653   | 0                         | 105000                       | 100000                     | 105000                   | 100000                | 105000                   | 100000                | 2400000                      | 2036784          |
    When I evaluate outputs "heeft_recht_op_individuele_inkomenstoeslag, hoogte_individuele_inkomenstoeslag" of "participatiewet"
    Then output "heeft_recht_op_individuele_inkomenstoeslag" is <recht>
    And output "hoogte_individuele_inkomenstoeslag" equals <bedrag>

    Examples:
      | gemeente | dag        | partner   | recht | bedrag | waarom                                             |
      | GM0363   | 2025-03-15 | null      | true  | 8500   | Amsterdam: 120 procent van de IOAW                 |
      | GM0363   | 2025-03-15 | 999990639 | true  | 17000  | Amsterdam: per persoon                             |
      | GM0855   | 2025-03-15 | null      | false | 0      | Tilburg: 100 procent, vijf jaar                    |
      | GM0307   | 2025-03-15 | null      | true  | 50000  | Amersfoort: 110 procent, vijf jaar                 |
      | GM0307   | 2025-03-15 | 999990639 | true  | 71600  | Amersfoort, samen                                  |
      | GM0928   | 2025-03-15 | null      | false | 0      | Kerkrade: 100 procent, drie jaar                   |
      | GM1731   | 2025-03-15 | null      | true  | 52197  | Midden-Drenthe: 110 procent, drie jaar             |
      | GM1731   | 2025-03-15 | 999990639 | true  | 74589  | Midden-Drenthe, samen                              |
      | GM0484   | 2026-03-15 | null      | true  | 60100  | Alphen aan den Rijn: gemiddeld 110 procent         |
      | GM1884   | 2026-03-15 | 999990639 | true  | 80100  | Kaag en Braassem, samen                            |
      | GM0569   | 2026-03-15 | null      | true  | 60100  | Nieuwkoop                                          |
