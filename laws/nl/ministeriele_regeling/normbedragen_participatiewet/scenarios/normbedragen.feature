# SPDX-License-Identifier: EUPL-1.2
Feature: De bedragen van de Participatiewet, per halfjaar
  # Bedragen zijn eurocenten. Ze staan zo in de geldende tekst van de wet op de eerste dag van elk halfjaar, en gelden tot de
  # volgende.

  Scenario Outline: Op <dag>
    Given the calculation date is "<dag>"
    When I evaluate outputs "norm_alleenstaande, norm_gehuwden, norm_alleenstaande_pensioengerechtigd, vermogensgrens_alleenstaande" of "normbedragen_participatiewet"
    Then output "norm_alleenstaande" equals <alleen>
    And output "norm_gehuwden" equals <samen>
    And output "norm_alleenstaande_pensioengerechtigd" equals <aow>
    And output "vermogensgrens_alleenstaande" equals <vermogen>

    Examples:
      | dag        | alleen | samen  | aow    | vermogen |
      | 2025-01-01 | 134545 | 192207 | 150107 | 777000   |
      | 2025-06-30 | 134545 | 192207 | 150107 | 777000   |
      | 2025-07-01 | 136906 | 195580 | 153021 | 777000   |
      | 2025-12-31 | 136906 | 195580 | 153021 | 777000   |
      | 2026-01-01 | 140150 | 200213 | 156469 | 800000   |
      | 2026-06-30 | 140150 | 200213 | 156469 | 800000   |
      | 2026-07-01 | 141946 | 202779 | 158734 | 800000   |

  Scenario: De verhoging voor wie geen beroep op zijn ouders kan doen, bestaat sinds 2026
    Given the calculation date is "2025-12-31"
    When I evaluate "verhoging_geen_beroep_op_ouders" of "normbedragen_participatiewet"
    Then the execution fails with "verhoging_geen_beroep_op_ouders"

  Scenario: Een ouder jaar is niet vastgelegd, en krijgt geen bedrag van een ander jaar
    Given the calculation date is "2024-12-31"
    When I evaluate "norm_alleenstaande" of "normbedragen_participatiewet"
    Then the execution fails with "2025-01-01"
