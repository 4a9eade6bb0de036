# SPDX-License-Identifier: EUPL-1.2
Feature: Los
  Scenario: beside no law
    Given the calculation date is "2026-03-01"
    When I evaluate "bedrag_norm" of "bedragenregeling"
    Then output "bedrag_norm" equals 11000
