# SPDX-License-Identifier: EUPL-1.2
Feature: Wet minimumloon en minimumvakantiebijslag, artikel 8: het maandbedrag van januari
  # Gepubliceerd: Stcrt. 2024, 33625, art. 1 onder b (2.191,80) en Stcrt. 2025, 34131, art. 1 onder b
  # (2.294,40). Het bedrag van juli telt voor de toeslagen niet; daarom geldt dit het hele jaar.

  Scenario Outline: Op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "minimumloon_per_maand_januari" of "wet_minimumloon_en_minimumvakantiebijslag"
    Then output "minimumloon_per_maand_januari" equals <bedrag>

    Examples:
      | dag        | bedrag |
      | 2025-01-01 | 219180 |
      | 2025-07-01 | 219180 |
      | 2025-12-31 | 219180 |
      | 2026-01-01 | 229440 |
      | 2026-12-31 | 229440 |

  Scenario: Een ouder jaar is niet vastgelegd, en krijgt geen bedrag van een ander jaar
    Given the calculation date is "2024-12-31"
    When I evaluate "minimumloon_per_maand_januari" of "wet_minimumloon_en_minimumvakantiebijslag"
    Then the execution fails with "2025-01-01"
