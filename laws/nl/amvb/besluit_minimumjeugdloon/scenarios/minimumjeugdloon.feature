# SPDX-License-Identifier: EUPL-1.2
Feature: Besluit minimumjeugdloon, artikel 2
  # Het minimumloon per uur is op 24 november 2026 14,99 (gepubliceerd). Het uurloon van een jongere is een
  # percentage daarvan, op hele centen, een half naar boven.

  Scenario Outline: Geboren "<geboren>"
    Given the calculation date is "2026-11-24"
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum |
      | 999993653 | <geboren>     |
    And parameter "bsn" is "999993653"
    When I evaluate "minimumuurloon" of "besluit_minimumjeugdloon"
    Then output "minimumuurloon" <uurloon>

    Examples: aan weerszijden van elke verjaardag
      # 14,99 x 80 % = 11,992; x 60 % = 8,994; x 50 % = 7,495; x 39,5 % = 5,92105; x 34,5 % = 5,17155; x 30 % = 4,497
      | geboren    | uurloon                                |
      | 1980-05-01 | equals 1499                            |
      | 2005-11-24 | equals 1499                            |
      | 2005-11-25 | equals 1199                            |
      | 2006-11-24 | equals 1199                            |
      | 2006-11-25 | equals 899                             |
      | 2007-11-25 | equals 750                             |
      | 2008-11-25 | equals 592                             |
      | 2009-11-25 | equals 517                             |
      | 2010-11-25 | equals 450                             |
      | 2011-11-24 | equals 450                             |
      | 2011-11-25 | is absent                              |
      |            | is unknown for lack of "geboortedatum" |
