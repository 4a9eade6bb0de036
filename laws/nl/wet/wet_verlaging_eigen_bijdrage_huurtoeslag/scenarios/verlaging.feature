# SPDX-License-Identifier: EUPL-1.2
Feature: Wet verlaging eigen bijdrage huurtoeslag, artikel 1
  # Eurocenten per maand, zoals de tekst van het artikel ze voor elk jaar noemt.

  Scenario Outline: Op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "verlaging_basishuur" of "wet_verlaging_eigen_bijdrage_huurtoeslag"
    Then output "verlaging_basishuur" equals <verlaging>

    Examples:
      | dag        | verlaging |
      | 2025-01-01 | 3714      |
      | 2025-12-31 | 3714      |
      | 2026-01-01 | 4815      |
      | 2026-12-31 | 4815      |

  Scenario: Voor 2025 is er geen versie
    Given the calculation date is "2024-12-31"
    When I evaluate "verlaging_basishuur" of "wet_verlaging_eigen_bijdrage_huurtoeslag"
    Then the execution fails with "starts on 2025-01-01"
