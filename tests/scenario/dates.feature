# SPDX-License-Identifier: EUPL-1.2
Feature: Days are compared and counted, to the day of the evaluation

  Scenario Outline: Handed in on <ingediend>, looked at on <dag>
    Given the calculation date is "<dag>"
    And parameter "ingediend" is "<ingediend>"
    When I evaluate outputs "op_tijd, op_de_dag_zelf, dagen, maanden, jaren, uiterste_dag" of "proefwet"
    Then output "op_tijd" is <op_tijd>
    And output "op_de_dag_zelf" is <zelf>
    And output "dagen" equals <dagen>
    And output "maanden" equals <maanden>
    And output "jaren" equals <jaren>
    And output "uiterste_dag" equals "<uiterste>"

    Examples:
      | ingediend  | dag        | op_tijd | zelf  | dagen | maanden | jaren | uiterste   |
      | 2024-02-29 | 2024-02-29 | true    | true  | 0     | 0       | 0     | 2024-03-29 |
      | 2024-02-29 | 2025-02-28 | true    | false | 365   | 12      | 1     | 2024-03-29 |
      | 2025-01-31 | 2025-02-28 | true    | false | 28    | 1       | 0     | 2025-02-28 |
      | 2025-01-31 | 2025-02-27 | true    | false | 27    | 0       | 0     | 2025-02-28 |
      | 2025-07-01 | 2025-01-01 | false   | false | -181  | -6      | 0     | 2025-08-01 |
      | 2020-06-01 | 2025-06-01 | true    | false | 1826  | 60      | 5     | 2020-07-01 |

  Scenario Outline: What is no day, is a fault: <ingediend>
    Given the calculation date is "2025-06-01"
    And parameter "ingediend" is "<ingediend>"
    When I evaluate "dagen" of "proefwet"
    Then the execution fails with "ingediend"

    Examples:
      | ingediend  |
      | 2025-02-29 |
      | 2025-2-1   |
      | gisteren   |

  Scenario: Nor is there a term from a day that there is not
    Given the calculation date is "2025-06-01"
    And parameter "ingediend" is "null"
    When I evaluate "dagen" of "proefwet"
    Then the execution fails with "faulty"
