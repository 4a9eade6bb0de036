# SPDX-License-Identifier: EUPL-1.2
Feature: Wet minimumloon en minimumvakantiebijslag, artikel 8
  # Gepubliceerd: Stcrt. 2024, 33625, art. 1 (14,06 en 2.191,80), Stcrt. 2025, 12264 (14,40 en 2.245,80), Stcrt. 2025, 34131,
  # art. 1 (14,71 en 2.294,40) en Stcrt. 2026, 16505, art. 1 (14,99 en 2.337,00). Het bedrag van januari geldt voor wie daarnaar
  # vraagt het hele jaar.

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

  Scenario Outline: Per uur en per maand op <dag>
    Given the calculation date is "<dag>"
    When I evaluate outputs "minimumloon_per_uur, minimumloon_per_maand" of "wet_minimumloon_en_minimumvakantiebijslag"
    Then output "minimumloon_per_uur" equals <uur>
    And output "minimumloon_per_maand" equals <maand>

    Examples:
      | dag        | uur  | maand  |
      | 2025-01-01 | 1406 | 219180 |
      | 2025-06-30 | 1406 | 219180 |
      | 2025-07-01 | 1440 | 224580 |
      | 2025-12-31 | 1440 | 224580 |
      | 2026-01-01 | 1471 | 229440 |
      | 2026-06-30 | 1471 | 229440 |
      | 2026-07-01 | 1499 | 233700 |
      | 2026-12-31 | 1499 | 233700 |

  Scenario: Een ouder jaar is niet vastgelegd, en krijgt geen bedrag van een ander jaar
    Given the calculation date is "2024-12-31"
    When I evaluate "minimumloon_per_maand_januari" of "wet_minimumloon_en_minimumvakantiebijslag"
    Then the execution fails with "2025-01-01"
