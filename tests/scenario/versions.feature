# SPDX-License-Identifier: EUPL-1.2
Feature: The version in force on the day counts, to its last day

  Scenario Outline: The law that ends, on <dag>
    Given the calculation date is "<dag>"
    When I evaluate "vast_bedrag" of "proefwet_bron"
    Then the execution succeeds
    And output "vast_bedrag" equals 500
    When I evaluate "naar_billijkheid" of "proefwet"
    Then output "naar_billijkheid" equals 500

    Examples:
      | dag        |
      | 2024-01-01 |
      | 2025-12-31 |

  Scenario: The day after, neither it nor who asks it gives an answer, and both say why
    Given the calculation date is "2026-01-01"
    When I evaluate "vast_bedrag" of "proefwet_bron"
    Then the execution fails with "ended on 2025-12-31"
    When I evaluate "naar_billijkheid" of "proefwet"
    Then the execution fails with "ended on 2025-12-31"

  Scenario: The day before, there is no law yet
    Given the calculation date is "2023-12-31"
    When I evaluate "vast_bedrag" of "proefwet_bron"
    Then the execution fails with "starts on 2024-01-01"
