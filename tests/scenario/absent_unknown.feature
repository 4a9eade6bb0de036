# SPDX-License-Identifier: EUPL-1.2
Feature: There is none, and nobody knows, are two things
  # As upstream's RFC-036 in its newest words: an absence can be asked for and not be reckoned with, what
  # is unknown stays so unless the rest decides.

  Background:
    Given the calculation date is "2025-06-01"
    And parameter "bsn" is "1"

  Scenario Outline: Rent "<huur>", certain "<zeker>"
    Given the following "register" data with key "bsn":
      | bsn | huur   | zeker   |
      | 1   | <huur> | <zeker> |
    When I evaluate outputs "heeft_huur, hoog_en_zeker, hoog_of_zeker, klasse, klasse_zonder_rest, huur_of_niets" of "proefwet"
    Then output "heeft_huur" is <heeft>
    And output "hoog_en_zeker" is <en>
    And output "hoog_of_zeker" is <of>
    And output "klasse" <klasse>
    And output "klasse_zonder_rest" <zonder>
    And output "huur_of_niets" <niets>

    Examples:
      | huur  | zeker | heeft                      | en                          | of                         | klasse                        | zonder                        | niets                         |
      | 65000 | true  | true                       | true                        | true                       | equals "hoog"                 | equals "hoog"                 | equals 65000                  |
      | 65000 | false | true                       | false                       | true                       | equals "hoog"                 | equals "hoog"                 | equals 65000                  |
      | 65000 |       | true                       | unknown for lack of "zeker" | true                       | equals "hoog"                 | equals "hoog"                 | equals 65000                  |
      | 100   | true  | true                       | false                       | true                       | equals "laag"                 | is absent                     | equals 100                    |
      | 100   |       | true                       | false                       | unknown for lack of "zeker" | equals "laag"                | is null                       | equals 100                    |
      |       | true  | unknown for lack of "huur" | unknown for lack of "huur"  | true                       | is unknown for lack of "huur" | is unknown for lack of "huur" | is unknown for lack of "huur" |
      |       | false | unknown for lack of "huur" | false                       | unknown for lack of "huur" | is unknown for lack of "huur" | is unknown for lack of "huur" | is unknown for lack of "huur" |

  Scenario: An absence can be asked for
    Given the following "register" data with key "bsn":
      | bsn | huur | zeker |
      | 1   | null | false |
    When I evaluate outputs "heeft_huur, huur_of_niets" of "proefwet"
    Then output "heeft_huur" is false
    And output "huur_of_niets" equals 0
    # a false decides, whatever else there is
    When I evaluate "hoog_en_zeker" of "proefwet"
    Then output "hoog_en_zeker" is false

  # Upstream v0.5.6 takes a comparison with null as an error and, in AND, null as false; NOT null is true
  # there, so that a fact that is missing becomes a right.
  Scenario Outline: It can not be compared, reckoned with or denied: <uitkomst>
    Given the following "register" data with key "bsn":
      | bsn | huur | zeker |
      | 1   | null | null  |
    When I evaluate "<uitkomst>" of "proefwet"
    Then the execution fails with "faulty"

    Examples:
      | uitkomst      |
      | huur_hoog     |
      | huur_hoger    |
      | hoog_en_zeker |
      | hoog_of_zeker |
      | niet_zeker    |
      | klasse        |

  Scenario: Somebody of whom no row speaks is unknown, not absent
    Given the following "register" data with key "bsn":
      | bsn | huur  | zeker |
      | 2   | 65000 | true  |
    When I evaluate outputs "huur_hoog, heeft_huur" of "proefwet"
    Then output "huur_hoog" is unknown for lack of "huur"
    And output "heeft_huur" is unknown for lack of "huur"

  Scenario Outline: Two that may be missing: "<huur>" and "<ander>"
    Given the following "register" data with key "bsn":
      | bsn | huur   | ander   |
      | 1   | <huur> | <ander> |
    When I evaluate outputs "evenveel, in_lijst" of "proefwet"
    Then output "evenveel" is <evenveel>
    And output "in_lijst" is <in_lijst>

    Examples:
      | huur  | ander | evenveel                    | in_lijst                    |
      | 65000 | 65000 | true                        | true                        |
      | 100   | 100   | true                        | true                        |
      | 100   | 200   | false                       | false                       |
      | 65000 |       | unknown for lack of "ander" | true                        |
      | 100   |       | unknown for lack of "ander" | unknown for lack of "ander" |
      |       | 100   | unknown for lack of "huur"  | unknown for lack of "huur"  |
      |       |       | unknown for lack of "huur"  | unknown for lack of "huur"  |
      |       |       | unknown for lack of "ander" | unknown for lack of "ander" |
      | null  | 100   | false                       | false                       |
      | null  | null  | true                        | true                        |

  Scenario Outline: A parameter that may be left out: "<gevraagd>"
    Given parameter "gevraagd" is "<gevraagd>"
    When I evaluate "past" of "proefwet"
    Then output "past" is <past>

    Examples:
      | gevraagd | past                           |
      | 9999     | true                           |
      | 10000    | false                          |
      |          | unknown for lack of "gevraagd" |

  Scenario: It is left out
    When I evaluate "past" of "proefwet"
    Then output "past" is unknown for lack of "gevraagd"

  Scenario: It is said that there is none, and the law does not say what that means
    Given parameter "gevraagd" is "null"
    When I evaluate "past" of "proefwet"
    Then the execution fails with "faulty"
