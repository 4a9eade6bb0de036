# SPDX-License-Identifier: EUPL-1.2
Feature: Algemene Kinderbijslagwet, artikel 12: het bedrag voor een kind over een kwartaal
  # De bedragen staan met hun bron in ../oracles. De leeftijd telt op de eerste dag van het kwartaal.

  Scenario Outline: Op <dag>, kind geboren "<geboren>"
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum |
      | 999993653 | <geboren>     |
    And parameter "bsn" is "999993653"
    When I evaluate outputs "eerste_dag_van_het_kwartaal, kinderbijslag_per_kwartaal" of "algemene_kinderbijslagwet"
    Then output "eerste_dag_van_het_kwartaal" equals "<eerste>"
    And output "kinderbijslag_per_kwartaal" <bedrag>

    Examples: zes jaar op of na de eerste dag
      | dag        | geboren    | eerste     | bedrag       |
      | 2026-01-01 | 2020-01-01 | 2026-01-01 | equals 35830 |
      | 2026-03-31 | 2020-01-02 | 2026-01-01 | equals 29507 |
      | 2026-04-01 | 2020-01-02 | 2026-04-01 | equals 35830 |
      | 2026-06-30 | 2020-04-02 | 2026-04-01 | equals 29507 |
      | 2026-07-01 | 2020-07-02 | 2026-07-01 | equals 29840 |
      | 2026-09-30 | 2020-07-01 | 2026-07-01 | equals 36235 |
      | 2026-12-31 | 2014-10-01 | 2026-10-01 | equals 42629 |
      | 2026-12-31 | 2014-10-02 | 2026-10-01 | equals 36235 |

    Examples: het halfjaar in 2025
      | dag        | geboren    | eerste     | bedrag       |
      | 2025-06-30 | 2022-05-01 | 2025-04-01 | equals 28645 |
      | 2025-07-01 | 2022-05-01 | 2025-07-01 | equals 29149 |

    Examples: begin, einde en onbekend
      | dag        | geboren    | eerste     | bedrag                                 |
      | 2026-02-15 | 2026-01-01 | 2026-01-01 | equals 29507                           |
      | 2026-02-15 | 2026-01-02 | 2026-01-01 | is absent                              |
      | 2026-02-15 | 2008-01-02 | 2026-01-01 | equals 42153                           |
      | 2026-02-15 | 2008-01-01 | 2026-01-01 | is absent                              |
      | 2026-02-15 |            | 2026-01-01 | is unknown for lack of "geboortedatum" |
