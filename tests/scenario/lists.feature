# SPDX-License-Identifier: EUPL-1.2
Feature: Lists of persons are numbers with blanks between them

  Background:
    Given the calculation date is "2025-06-01"
    And parameter "bsn" is "1"

  Scenario Outline: Children "<kinderen>"
    # 2 is eleven years old, 3 is twelve, 4 was born on a day that nobody knows, 5 on one that does not exist, 9 has no row
    Given the following "register" data with key "bsn":
      | bsn | kinderen   | geboortedatum |
      | 4   | null       |               |
      | 5   | null       | 2020-02-30    |
      | 1   | <kinderen> | 1980-01-01    |
      | 2   | null       | 2013-06-02    |
      | 3   | null       | 2013-06-01    |
    When I evaluate "jong" of "gezinswet"
    Then output "jong" <yields>

    Examples:
      | kinderen | yields                                  |
      | null     | equals 0                                |
      |          | is unknown for lack of "kinderen"       |
      | 2        | equals 1                                |
      | 3        | equals 0                                |
      | 2 3      | equals 1                                |
      | 2  2     | equals 2                                |
      | 2 4      | is unknown for lack of "geboortedatum"  |
      | 2 9      | is unknown for lack of "geboortedatum"  |

  Scenario Outline: Children "<kinderen>" that can not be
    Given the following "register" data with key "bsn":
      | bsn | kinderen   | geboortedatum |
      | 1   | <kinderen> | 1980-01-01    |
      | 5   | null       | 2020-02-30    |
    When I evaluate "jong" of "gezinswet"
    Then the execution fails with "<what>"

    Examples:
      | kinderen | what          |
      | 5        | geboortedatum |
      | 1        | kinderen      |

  Scenario: Two lists, of which one is about others
    Given the following "register" data with key "bsn":
      | bsn | kinderen | huisgenoten | geboortedatum | loon |
      | 1   | 2        | 2 3         | 1980-01-01    | 999  |
      | 2   | null     | 1 3         | 2020-01-01    | 100  |
      | 3   |          | 1 2         | 1990-01-01    | 23   |
    When I evaluate outputs "jong, lonen" of "gezinswet"
    Then output "jong" equals 1
    And output "lonen" equals 123

  Scenario: What is not told of each is unknown
    Given the following "register" data with key "bsn":
      | bsn | huisgenoten |
      | 1   | 2           |
    When I evaluate "lonen" of "gezinswet"
    Then output "lonen" is unknown for lack of "loon"
