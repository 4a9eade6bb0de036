# SPDX-License-Identifier: EUPL-1.2
Feature: Besluit kwijtscheldingsregels 2024 van Alkmaar, in 2025 en 2026
  # Bedragen zijn eurocenten.

  Scenario Outline: Artikel 1, 2025: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_ozb   | aanslag_afval_vast   | aanslag_afval_variabel   | aanslag_riool   | aanslag_honden   |
      | 999993653 | <aanslag_ozb> | <aanslag_afval_vast> | <aanslag_afval_variabel> | <aanslag_riool> | <aanslag_honden> |
    When I evaluate "openstaande_aanslagen" of "besluit_kwijtscheldingsregels_alkmaar"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_ozb | aanslag_afval_vast | aanslag_afval_variabel | aanslag_riool | aanslag_honden | wat                                         | waarom                        |
      | 0           | 30000              | 0                      | 15000         | 9000           | equals 45000                                | huurder, hondenbelasting niet |
      | 25000       | 30000              | 1000                   | 15000         | 0              | equals 71000                                | eigen woning                  |
      | 0           |                    | 0                      | 15000         | 0              | is unknown for lack of "aanslag_afval_vast" | afvalstoffenheffing onbekend  |

  Scenario Outline: Artikel 1, 2026: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_ozb   | aanslag_afval_vast   | aanslag_afval_variabel   | aanslag_riool   | aanslag_honden   |
      | 999993653 | <aanslag_ozb> | <aanslag_afval_vast> | <aanslag_afval_variabel> | <aanslag_riool> | <aanslag_honden> |
    When I evaluate "openstaande_aanslagen" of "besluit_kwijtscheldingsregels_alkmaar"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_ozb | aanslag_afval_vast | aanslag_afval_variabel | aanslag_riool | aanslag_honden | wat                                         | waarom                        |
      | 0           | 30000              | 0                      | 15000         | 9000           | equals 45000                                | huurder, hondenbelasting niet |
      | 25000       | 30000              | 1000                   | 15000         | 0              | equals 71000                                | eigen woning                  |
      | 0           |                    | 0                      | 15000         | 0              | is unknown for lack of "aanslag_afval_vast" | afvalstoffenheffing onbekend  |

  Scenario Outline: In Alkmaar, van 450,00: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten | aanslag_ozb | aanslag_afval_vast | aanslag_afval_variabel | aanslag_riool |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM0361        | null        | 0                       | 30000                   | false                      | 0           | 30000              | 0                      | 15000         |
    And the following "personen" data with key "bsn":
      | bsn       | percentage_gemeente   | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   |
      | 999993653 | <percentage_gemeente> | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | percentage_gemeente | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | wat                                          | waarom                    |
      | 100                 | 1990-05-01    | 141150                       | 0                   | false         | null                      | equals 35400                                 | tien euro boven de norm   |
      | 90                  | 1990-05-01    | 141150                       | 0                   | false         | null                      | equals 0                                     | 90 procent: te veel       |
      |                     | 1990-05-01    | 141150                       | 0                   | false         | null                      | is unknown for lack of "percentage_gemeente" | artikel 4 is niet gelezen |
