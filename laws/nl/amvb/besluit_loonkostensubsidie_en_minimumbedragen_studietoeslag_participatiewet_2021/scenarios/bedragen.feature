# SPDX-License-Identifier: EUPL-1.2
Feature: De minimumbedragen van de studietoeslag, naar leeftijd, en de vrijlating van een stagevergoeding
  # Bedragen zijn eurocenten per maand: gepubliceerd op de bladzijden van IASZ voor de eerste helft van 2025 en van 2026.

  Background:
    Given parameter "bsn" is "999993653"

  Scenario Outline: Op <dag>, geboren <geboren>
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum |
      | 999993653 | <geboren>     |
    When I evaluate outputs "minimumbedrag_studietoeslag, vrijlating_stagevergoeding" of "besluit_loonkostensubsidie_en_minimumbedragen_studietoeslag_participatiewet_2021"
    Then output "minimumbedrag_studietoeslag" <bedrag>
    And output "vrijlating_stagevergoeding" equals <stage>

    Examples:
      | dag        | geboren    | bedrag       | stage |
      | 2025-06-30 | 2010-07-01 | is null      | 22185 |
      | 2025-06-30 | 2010-06-30 | equals 11093 | 22185 |
      | 2025-06-30 | 2009-06-30 | equals 12757 | 22185 |
      | 2025-06-30 | 2008-06-30 | equals 14606 | 22185 |
      | 2025-06-30 | 2007-06-30 | equals 18488 | 22185 |
      | 2025-06-30 | 2006-06-30 | equals 22185 | 22185 |
      | 2025-06-30 | 2005-06-30 | equals 29580 | 22185 |
      | 2025-06-30 | 2004-06-30 | equals 36975 | 22185 |
      | 2026-01-01 | 2011-01-02 | is null      | 23109 |
      | 2026-01-01 | 2011-01-01 | equals 11555 | 23109 |
      | 2026-01-01 | 2010-01-01 | equals 13288 | 23109 |
      | 2026-01-01 | 2009-01-01 | equals 15214 | 23109 |
      | 2026-01-01 | 2008-01-01 | equals 19257 | 23109 |
      | 2026-01-01 | 2007-01-01 | equals 23109 | 23109 |
      | 2026-01-01 | 2006-01-01 | equals 30812 | 23109 |
      | 2026-01-01 | 2005-01-02 | equals 30812 | 23109 |
      | 2026-01-01 | 2005-01-01 | equals 38514 | 23109 |
      | 2026-01-01 | 1990-01-01 | equals 38514 | 23109 |

  Scenario: Zonder leeftijd geen bedrag
    Given the calculation date is "2026-01-01"
    When I evaluate "minimumbedrag_studietoeslag" of "besluit_loonkostensubsidie_en_minimumbedragen_studietoeslag_participatiewet_2021"
    Then output "minimumbedrag_studietoeslag" is unknown for lack of "geboortedatum"

  Scenario Outline: De bedragen van <dag> zijn niet vastgelegd, en die van een ander halfjaar gelden niet
    Given the calculation date is "<dag>"
    When I evaluate "vrijlating_stagevergoeding" of "besluit_loonkostensubsidie_en_minimumbedragen_studietoeslag_participatiewet_2021"
    Then the execution fails

    Examples:
      | dag        |
      | 2024-12-31 |
      | 2025-07-01 |
      | 2025-12-31 |
      | 2026-07-01 |
