# SPDX-License-Identifier: EUPL-1.2
Feature: The same rule about somebody else is no circle

  Background:
    Given the calculation date is "2025-06-01"
    And parameter "bsn" is "1"

  Scenario Outline: A partner "<partner>" with "<inkomen>"
    Given the following "register" data with key "bsn":
      | bsn | partner_bsn | inkomen   |
      | 1   | <partner>   | 100       |
      | 2   | 1           | <inkomen> |
    When I evaluate outputs "eigen, partner" of "proefwet"
    Then output "eigen" equals 200
    And output "partner" <van_partner>

    Examples:
      | partner | inkomen | van_partner                         |
      | 2       | 7       | equals 14                           |
      | 2       |         | is unknown for lack of "inkomen"    |
      | 3       | 7       | is unknown for lack of "inkomen"    |
      | null    | 7       | is absent                           |
      |         | 7       | is unknown for lack of "partner_bsn" |
      | 1       | 7       | equals 200                          |

  Scenario: Nobody's amount can not be added
    Given the following "register" data with key "bsn":
      | bsn | partner_bsn | inkomen |
      | 1   | null        | 100     |
    When I evaluate "samen" of "proefwet"
    Then the execution fails with "faulty"

  Scenario: Without anybody to ask about there is no answer
    Given parameter "bsn" is "null"
    And the following "register" data with key "bsn":
      | bsn | partner_bsn | inkomen |
      | 1   | null        | 100     |
    When I evaluate "eigen" of "proefwet"
    Then the execution fails with "bsn"
