# SPDX-License-Identifier: EUPL-1.2
Feature: A value is read as the law declares it
  # Upstream guesses the type from the content: "42" is a number everywhere, so that the text "007"
  # and the number 7 become one. Here the declared type decides, and comparing a text with a number
  # is refused when the plan is made.

  Background:
    Given the calculation date is "2025-06-01"

  Scenario Outline: A number is a number, written as <getal>
    Given the following parameters:
      | getal | <getal> |
      | soort | x       |
    When I evaluate outputs "is_tweeenveertig, anderhalf" of "proefwet"
    Then output "is_tweeenveertig" is <gelijk>
    And output "anderhalf" equals <anderhalf>

    Examples:
      | getal | gelijk | anderhalf |
      | 42    | true   | 63        |
      | 42.0  | true   | 63        |
      | 42.1  | false  | 63.15     |
      | -42   | false  | -63       |

  Scenario: Quotes or none make no difference
    Given parameter "soort" is "x"
    And parameter "getal" is "42"
    When I evaluate "is_tweeenveertig" of "proefwet"
    Then output "is_tweeenveertig" is true
    Given parameter "getal" is 42
    When I evaluate "is_tweeenveertig" of "proefwet"
    Then output "is_tweeenveertig" is true

  Scenario: A text of digits stays a text, with its noughts
    Given parameter "getal" is 1
    And parameter "soort" is "007"
    When I evaluate "is_soort_zeven" of "proefwet"
    Then output "is_soort_zeven" is true
    Given parameter "soort" is "7"
    When I evaluate "is_soort_zeven" of "proefwet"
    Then output "is_soort_zeven" is false

  Scenario: A text is not compared with a number
    Given parameter "getal" is 1
    And parameter "soort" is "7"
    When I evaluate "soort_en_getal" of "proefwet"
    Then the execution fails with "a number where a text is needed"

  Scenario: What is no number, is a fault
    Given parameter "soort" is "x"
    And parameter "getal" is "veel"
    When I evaluate "anderhalf" of "proefwet"
    Then the execution fails with "getal"

  Scenario: A third of three is one, to the last part
    Given parameter "deler" is 4
    When I evaluate outputs "weer_een, gedeeld, afgerond" of "proefwet"
    Then output "weer_een" equals 1
    And output "gedeeld" equals 0.25

  Scenario Outline: Half is rounded away from nought: <deler>
    Given parameter "deler" is <deler>
    When I evaluate "afgerond" of "proefwet"
    Then output "afgerond" equals <afgerond>

    Examples:
      | deler | afgerond |
      | 2.5   | 3        |
      | -2.5  | -3       |
      | 2.4   | 2        |

  Scenario: Dividing by nought is a fault, but only where it is done
    Given parameter "deler" is 0
    When I evaluate "gedeeld" of "proefwet"
    Then the execution fails with "faulty"
    When I evaluate "ongebruikte_fout" of "proefwet"
    Then output "ongebruikte_fout" equals 0
