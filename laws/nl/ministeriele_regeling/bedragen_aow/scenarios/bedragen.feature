# SPDX-License-Identifier: EUPL-1.2
Feature: De bedragen van de AOW, bruto en netto, per halfjaar
  # Bedragen zijn eurocenten, per maand. Netto: bruto zonder de bijdrage Zvw, op hele centen afgekapt; het netto-ouderdomspensioen is met de vakantie-uitkering.

  Scenario Outline: Op <dag>
    Given the calculation date is "<dag>"
    When I evaluate outputs "bruto_ouderdomspensioen_ongehuwd, netto_aow_maand_ongehuwd, netto_ouderdomspensioen_ongehuwd, bruto_ouderdomspensioen_gehuwd, netto_aow_maand_gehuwd, netto_ouderdomspensioen_gehuwd" of "bedragen_aow"
    Then output "bruto_ouderdomspensioen_ongehuwd" equals <bruto>
    And output "netto_aow_maand_ongehuwd" equals <netto>
    And output "netto_ouderdomspensioen_ongehuwd" equals <vakantie>
    And output "bruto_ouderdomspensioen_gehuwd" equals <bruto_g>
    And output "netto_aow_maand_gehuwd" equals <netto_g>
    And output "netto_ouderdomspensioen_gehuwd" equals <vakantie_g>

    Examples:
      | dag        | bruto  | netto  | vakantie | bruto_g | netto_g | vakantie_g |
      | 2025-01-01 | 158092 | 149777 | 159485   | 108150  | 102462  | 109396     |
      | 2025-06-30 | 158092 | 149777 | 159485   | 108150  | 102462  | 109396     |
      | 2025-07-01 | 161244 | 152763 | 162274   | 110397  | 104591  | 111385     |
      | 2025-12-31 | 161244 | 152763 | 162274   | 110397  | 104591  | 111385     |
      | 2026-01-01 | 163757 | 155815 | 165954   | 112212  | 106770  | 114011     |
      | 2026-06-30 | 163757 | 155815 | 165954   | 112212  | 106770  | 114011     |

  Scenario: De bedragen van juli 2026 zijn niet gevonden, en zijn niet die van een ander halfjaar
    Given the calculation date is "2026-07-01"
    When I evaluate "netto_ouderdomspensioen_ongehuwd" of "bedragen_aow"
    Then the execution fails with "2026-06-30"
