# SPDX-License-Identifier: EUPL-1.2
Feature: Het bedrag van de tegemoetkoming alleenverdieners
  # Gepubliceerd: Stcrt. 2025, 44064, art. I: 1.000 euro voor 2025, 1.100 euro voor 2026.

  Scenario Outline: Op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "bedrag_tegemoetkoming_alleenverdieners" of "regeling_participatiewet_ioaw_en_ioaz"
    Then output "bedrag_tegemoetkoming_alleenverdieners" equals <bedrag>

    Examples:
      | dag        | bedrag |
      | 2025-01-01 | 100000 |
      | 2025-12-31 | 100000 |
      | 2026-01-01 | 110000 |
      | 2026-12-31 | 110000 |

  Scenario Outline: Voor <dag> is er geen bedrag
    Given the calculation date is "<dag>"
    When I evaluate "bedrag_tegemoetkoming_alleenverdieners" of "regeling_participatiewet_ioaw_en_ioaz"
    Then the execution fails

    Examples:
      | dag        |
      | 2024-12-31 |
      | 2027-01-01 |
