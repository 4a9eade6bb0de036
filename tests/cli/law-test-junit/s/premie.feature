Feature: De standaardpremie
  Background:
    Given the calculation date is "2025-06-01"
    And parameter "bsn" is "999993653"

  Scenario: Zoals het hoort
    When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
    Then output "standaardpremie" equals 211200

  Scenario: Een cent te veel & <gevaarlijk>
    When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
    Then the execution succeeds
    But output "standaardpremie" equals 211201

  Scenario Outline: In <jaar>
    Given the calculation date is "<jaar>-06-01"
    When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
    Then output "standaardpremie" equals 211200

    Examples:
      | jaar |
      | 2025 |
      | 2024 |

  @wip
  Scenario: Nog niet
    When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
    Then output "standaardpremie" is null
