# SPDX-License-Identifier: EUPL-1.2
Feature: Algemene Ouderdomswet, artikel 7a: de pensioengerechtigde leeftijd
  # De leeftijd per jaar staat in lid 1 of is in de Staatscourant medegedeeld; de dag is de geboortedatum
  # met die leeftijd erbij, in het eerste jaar waarin zij wordt bereikt.

  Scenario Outline: Geboren <geboren>: pensioengerechtigd op <dag>
    Given the calculation date is "2026-11-24"
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum |
      | 999993653 | <geboren>     |
    And parameter "bsn" is "999993653"
    When I evaluate "aow_leeftijd_datum" of "algemene_ouderdomswet"
    Then output "aow_leeftijd_datum" equals "<dag>"

    Examples: aan weerszijden van elke verhoging
      | geboren    | dag        |
      | 1947-12-31 | 2012-12-31 |
      | 1948-01-01 | 2013-02-01 |
      | 1948-11-30 | 2013-12-30 |
      | 1948-12-01 | 2014-02-01 |
      | 1949-10-31 | 2014-12-31 |
      | 1949-11-01 | 2015-02-01 |
      | 1950-09-30 | 2015-12-30 |
      | 1950-10-01 | 2016-04-01 |
      | 1951-06-30 | 2016-12-30 |
      | 1951-07-01 | 2017-04-01 |
      | 1952-03-31 | 2017-12-31 |
      | 1952-04-01 | 2018-04-01 |
      | 1952-12-31 | 2018-12-31 |
      | 1953-01-01 | 2019-05-01 |
      | 1955-08-31 | 2021-12-31 |
      | 1955-09-01 | 2022-04-01 |
      | 1956-05-31 | 2022-12-31 |
      | 1956-06-01 | 2023-04-01 |
      | 1957-02-28 | 2023-12-28 |
      | 1957-03-01 | 2024-03-01 |
      | 1960-12-31 | 2027-12-31 |
      | 1961-01-01 | 2028-04-01 |
      | 1964-09-30 | 2031-12-30 |

    Examples: een dag die in de maand niet bestaat wordt de laatste
      | geboren    | dag        |
      | 1961-11-30 | 2029-02-28 |
      | 1960-02-29 | 2027-02-28 |

  Scenario: Na 30 september 1964 geboren: nog niet vastgesteld
    Given the calculation date is "2026-11-24"
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum |
      | 999993653 | 1964-10-01    |
    And parameter "bsn" is "999993653"
    When I evaluate outputs "aow_leeftijd_maanden, aow_leeftijd_datum, aow_leeftijd_bereikt" of "algemene_ouderdomswet"
    Then output "aow_leeftijd_maanden" is absent
    And output "aow_leeftijd_datum" is absent
    And output "aow_leeftijd_bereikt" is false

  Scenario Outline: Op <dag>, geboren "<geboren>"
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum |
      | 999993653 | <geboren>     |
    And parameter "bsn" is "999993653"
    When I evaluate "aow_leeftijd_bereikt" of "algemene_ouderdomswet"
    Then output "aow_leeftijd_bereikt" is <bereikt>

    Examples:
      | dag        | geboren    | bereikt                             |
      | 2025-01-01 | 1958-01-01 | true                                |
      | 2025-01-01 | 1958-01-02 | false                               |
      | 2025-12-31 | 1958-12-31 | true                                |
      | 2026-01-01 | 1959-01-01 | true                                |
      | 2026-07-01 | 1959-07-01 | true                                |
      | 2026-06-30 | 1959-07-01 | false                               |
      | 2026-12-31 | 1940-05-01 | true                                |
      | 2026-12-31 | 2008-05-01 | false                               |
      | 2027-12-31 | 1960-12-31 | true                                |
      | 2028-01-01 | 1960-12-31 | true                                |
      | 2028-03-31 | 1961-01-01 | false                               |
      | 2028-04-01 | 1961-01-01 | true                                |
      | 2031-12-31 | 1964-10-01 | false                               |
      | 2026-01-01 |            | unknown for lack of "geboortedatum" |

  Scenario: Voor 2032 is geen leeftijd bekend
    Given the calculation date is "2032-01-01"
    When I evaluate "aow_leeftijd_bereikt" of "algemene_ouderdomswet"
    Then the execution fails with "2031-12-31"
