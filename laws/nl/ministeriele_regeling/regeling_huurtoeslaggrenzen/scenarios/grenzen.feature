# SPDX-License-Identifier: EUPL-1.2
Feature: Regeling huurtoeslaggrenzen
  # Eurocenten, zoals zij in de wet staan of zijn gepubliceerd; zie het hoofd van de regeling.

  Scenario: De bedragen die in de wet komen, 2026
    Given the calculation date is "2026-01-01"
    When I evaluate outputs "maximale_huurgrens_gewoon, maximale_huurgrens_jongeren, normhuur_bij_ijkpunt, kwaliteitskortingsgrens, lage_aftoppingsgrens, hoge_aftoppingsgrens" of "regeling_huurtoeslaggrenzen"
    Then output "maximale_huurgrens_gewoon" equals 93293
    And output "maximale_huurgrens_jongeren" equals 49820
    And output "normhuur_bij_ijkpunt" equals 25249
    And output "kwaliteitskortingsgrens" equals 49820
    And output "lage_aftoppingsgrens" equals 71302
    And output "hoge_aftoppingsgrens" equals 76414

  Scenario: De minimum-inkomensijkpunten, 2026
    Given the calculation date is "2026-12-31"
    When I evaluate outputs "minimum_inkomensijkpunt_eenpersoons, minimum_inkomensijkpunt_meerpersoons" of "regeling_huurtoeslaggrenzen"
    Then output "minimum_inkomensijkpunt_eenpersoons" equals 2342500
    And output "minimum_inkomensijkpunt_meerpersoons" equals 3150000
