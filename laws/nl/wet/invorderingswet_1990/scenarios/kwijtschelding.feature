# SPDX-License-Identifier: EUPL-1.2
Feature: Invorderingswet 1990 artikel 26

  Scenario: Krachtens artikel 26 lid 1 geldt de uitvoeringsregeling: tachtig procent van twaalf maanden
    Given the calculation date is "2026-03-15"
    And law "invorderingswet_1990" is loaded
    When I evaluate "maanden_aan_te_wenden_betalingscapaciteit" of "uitvoeringsregeling_invorderingswet_1990"
    Then output "maanden_aan_te_wenden_betalingscapaciteit" equals 9.6
