# SPDX-License-Identifier: EUPL-1.2
Feature: What can not be translated has a plan only when a person accepted that
  # Upstream has four modes, of which three run on with what nobody accepted. Here there is one.

  Background:
    Given the calculation date is "2025-06-01"
    And the untranslatable mode is "error"
    And parameter "getal" is 1234

  Scenario: Not accepted
    When I evaluate "naar_redelijkheid" of "proefwet"
    Then the execution fails with "untranslatable and not accepted: naar redelijkheid"

  Scenario: Accepted
    When I evaluate "naar_billijkheid" of "proefwet"
    Then the execution succeeds
    And output "naar_billijkheid" equals 500

  Scenario: An article beside it is as it was
    When I evaluate "vast_bedrag" of "proefwet_bron"
    Then output "vast_bedrag" equals 500
