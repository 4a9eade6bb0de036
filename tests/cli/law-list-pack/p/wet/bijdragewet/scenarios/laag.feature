# SPDX-License-Identifier: EUPL-1.2
Feature: Laag
  Scenario: 2025
    Given the calculation date is "2025-03-01"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | inkomen |
      | 999993653 | 100     |
    When I evaluate "is_laag" of "bijdragewet"
    Then output "is_laag" is true

  @wip
  Scenario: ooit
    Given the calculation date is "2026-03-01"
    When I evaluate "recht" of "bijdragewet"
    Then output "recht" is true
