# SPDX-License-Identifier: EUPL-1.2
Feature: Data answer what comes from outside, and never what a law derives

  Background:
    Given the calculation date is "2025-06-01"
    And parameter "bsn" is "1"

  Scenario: For one law
    Given the following "register" data with key "bsn" for law "proefwet_bron":
      | bsn | inkomen |
      | 1   | 100000  |
    When I evaluate "inkomen" of "proefwet_bron"
    Then output "inkomen" equals 200000
    When I evaluate "eigen" of "proefwet"
    Then output "eigen" equals 200000

  # Upstream gives 100000 here: a source without a law goes before what another law derives.
  Scenario: For all laws: an input that another law answers stays that law's answer
    Given the following "register" data with key "bsn":
      | bsn | inkomen |
      | 1   | 100000  |
    When I evaluate "eigen" of "proefwet"
    Then output "eigen" equals 200000

  # Upstream gives 1: a parameter with the name of an input replaces it.
  Scenario: Nor does a parameter of that name
    Given parameter "inkomen" is 1
    And the following "register" data with key "bsn":
      | bsn | inkomen |
      | 1   | 100000  |
    When I evaluate "eigen" of "proefwet"
    Then output "eigen" equals 200000

  Scenario: Data for another law are not for this one
    Given the following "register" data with key "bsn" for law "proefwet":
      | bsn | inkomen |
      | 1   | 100000  |
    When I evaluate "inkomen" of "proefwet_bron"
    Then the execution fails with "comes from outside"

  # Upstream finds columns in any case; here a name is a name.
  Scenario: Capitals are other names
    Given the following "register" data with key "bsn":
      | bsn | Inkomen |
      | 1   | 100000  |
    When I evaluate "inkomen" of "proefwet_bron"
    Then the execution fails with "comes from outside"
