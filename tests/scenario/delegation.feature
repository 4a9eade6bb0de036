# SPDX-License-Identifier: EUPL-1.2
Feature: A regulation fills what a law leaves open, from the day it is in force

  Scenario Outline: On <dag>, for <aantal>
    Given the calculation date is "<dag>"
    And parameter "aantal" is <aantal>
    When I evaluate outputs "te_betalen, gekort" of "proefwet"
    Then output "te_betalen" equals <bedrag>
    # a term that may stay open, and does
    And output "gekort" is absent

    Examples:
      | dag        | aantal | bedrag |
      | 2024-12-31 | 9      | 9000   |
      | 2025-01-01 | 9      | 10800  |
      | 2025-01-01 | 10     | 11000  |

  Scenario: A term that must be filled, and is from 2025
    Given the calculation date is "2024-12-31"
    And parameter "aantal" is 1
    When I evaluate "opgeslagen" of "proefwet"
    Then the execution fails with "opslag"
    Given the calculation date is "2025-01-01"
    When I evaluate "opgeslagen" of "proefwet"
    Then output "opgeslagen" equals 100
