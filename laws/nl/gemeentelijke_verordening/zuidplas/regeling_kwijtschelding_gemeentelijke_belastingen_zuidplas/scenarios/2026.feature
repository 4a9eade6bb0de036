# SPDX-License-Identifier: EUPL-1.2
Feature: Regeling kwijtschelding gemeentelijke belastingen 2026 van Zuidplas

  Scenario: Artikel 2 lid 1: honderd procent van de norm
    Given the calculation date is "2026-03-15"
    When I evaluate "percentage_kosten_van_bestaan" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "percentage_kosten_van_bestaan" equals 1

  Scenario Outline: Artikel 5: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | extra_middelen_gemeente |
      | 999993653 | <extra>                 |
    When I evaluate "extra_financiele_middelen" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "extra_financiele_middelen" <wat>

    Examples:
      | extra  | wat                                              | waarom                     |
      | 150000 | equals 150000                                    | de gemeente vult het in    |
      |        | is unknown for lack of "extra_middelen_gemeente" | niemand heeft het ingevuld |
