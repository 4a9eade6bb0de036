# SPDX-License-Identifier: EUPL-1.2
Feature: What is asked is what is answered

  Background:
    Given the calculation date is "2025-06-01"
    And parameter "getal" is 42
    And parameter "soort" is "007"

  Scenario: Several outputs of one article
    When I evaluate outputs "is_tweeenveertig, anderhalf" of "proefwet"
    Then the execution succeeds
    And the result contains exactly the outputs "anderhalf, is_tweeenveertig"
    And output "is_tweeenveertig" is true
    And output "anderhalf" equals 63
    And output "anderhalf" has direct provenance

  Scenario: Outputs of several articles, of another law too when it is asked by itself
    When I evaluate outputs "anderhalf, naar_billijkheid" of "proefwet"
    Then output "naar_billijkheid" equals 500
    When I evaluate "vast_bedrag" of "proefwet_bron"
    Then output "vast_bedrag" equals 500

  Scenario: An output that is nowhere is named
    When I evaluate outputs "anderhalf, bestaat_niet" of "proefwet"
    Then the execution fails with "bestaat_niet"
    And output "anderhalf" equals 63

  Scenario: A law that is nowhere is named
    When I evaluate "anderhalf" of "geen_wet"
    Then the execution fails with "geen_wet"

  Scenario: A parameter that is needed is asked for by name
    Given the calculation date is "2025-06-01"
    When I evaluate "dagen" of "proefwet"
    Then the execution fails with "ingediend"

  # Only what the output needs is evaluated; upstream runs every input and action of the article.
  Scenario: A fault beside the output harms nobody
    Given the calculation date is "2026-06-01"
    When I evaluate "ook_naar_redelijkheid" of "proefwet"
    Then output "ook_naar_redelijkheid" equals 1
