# SPDX-License-Identifier: EUPL-1.2
Feature: Besluit op de huurtoeslag, artikel 7
  # 65 en 40 procent, in beide jaren.

  Scenario Outline: Op <dag>
    Given the calculation date is "<dag>"
    When I evaluate outputs "percentage_tot_aftoppingsgrens, percentage_boven_aftoppingsgrens" of "besluit_op_de_huurtoeslag"
    Then output "percentage_tot_aftoppingsgrens" equals 0.65
    And output "percentage_boven_aftoppingsgrens" equals 0.4

    Examples:
      | dag        |
      | 2025-01-01 |
      | 2026-12-31 |
