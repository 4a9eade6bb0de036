# SPDX-License-Identifier: EUPL-1.2
Feature: De regeling van de standaardpremie
  # Gepubliceerd: Stcrt. 2024, 38887, art. 1 (2.112) en Stcrt. 2025, 40022, art. 1 (2.119).

  Scenario Outline: Op <dag>, en hetzelfde waar de wet haar invult
    Given the calculation date is "<dag>"
    When I evaluate "standaardpremie" of "regeling_standaardpremie"
    Then output "standaardpremie" equals <bedrag>
    When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
    Then output "standaardpremie" equals <bedrag>

    Examples:
      | dag        | bedrag |
      | 2025-01-01 | 211200 |
      | 2025-12-31 | 211200 |
      | 2026-01-01 | 211900 |
      | 2026-12-31 | 211900 |

  Scenario: Voor een ouder jaar is er geen regeling
    Given the calculation date is "2024-12-31"
    When I evaluate "standaardpremie" of "regeling_standaardpremie"
    Then the execution fails with "2025-01-01"
