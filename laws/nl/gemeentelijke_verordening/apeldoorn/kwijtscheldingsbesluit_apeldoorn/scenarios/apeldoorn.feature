# SPDX-License-Identifier: EUPL-1.2
Feature: Kwijtscheldingsbesluit 2024 van Apeldoorn, in 2025 en 2026
  # Bedragen zijn eurocenten. Hoeveel van de afvalstoffenheffing per lediging wordt kwijtgescholden, is voor 2025 en 2026 niet gelezen: 33,00 is dat van 2022.

  Scenario Outline: Artikel 1, 2025: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_ozb   | aanslag_riool   | aanslag_honden   | aanslag_afval_vast   | aanslag_afval_variabel   | hoogste_kwijtschelding_afval   |
      | 999993653 | <aanslag_ozb> | <aanslag_riool> | <aanslag_honden> | <aanslag_afval_vast> | <aanslag_afval_variabel> | <hoogste_kwijtschelding_afval> |
    When I evaluate "openstaande_aanslagen" of "kwijtscheldingsbesluit_apeldoorn"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_ozb | aanslag_riool | aanslag_honden | aanslag_afval_vast | aanslag_afval_variabel | hoogste_kwijtschelding_afval | wat                                                   | waarom                                  |
      | 0           | 20000         | 0              | 15000              | 2000                   | 3300                         | equals 37000                                          | minder dan het maximum                  |
      | 0           | 20000         | 0              | 15000              | 3300                   | 3300                         | equals 38300                                          | precies het maximum                     |
      | 0           | 20000         | 0              | 15000              | 8000                   | 3300                         | equals 38300                                          | niet meer dan het maximum               |
      | 30000       | 20000         | 8000           | 15000              | 0                      |                              | equals 73000                                          | eigen woning, een hond, geen ledigingen |
      | 0           | 20000         | 0              | 15000              | 2000                   |                              | is unknown for lack of "hoogste_kwijtschelding_afval" | maximum onbekend                        |
      | 0           | 20000         |                | 15000              | 0                      |                              | is unknown for lack of "aanslag_honden"               | hondenbelasting onbekend                |

  Scenario Outline: Artikel 1, 2026: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_ozb   | aanslag_riool   | aanslag_honden   | aanslag_afval_vast   | aanslag_afval_variabel   | hoogste_kwijtschelding_afval   |
      | 999993653 | <aanslag_ozb> | <aanslag_riool> | <aanslag_honden> | <aanslag_afval_vast> | <aanslag_afval_variabel> | <hoogste_kwijtschelding_afval> |
    When I evaluate "openstaande_aanslagen" of "kwijtscheldingsbesluit_apeldoorn"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_ozb | aanslag_riool | aanslag_honden | aanslag_afval_vast | aanslag_afval_variabel | hoogste_kwijtschelding_afval | wat                                                   | waarom                                  |
      | 0           | 20000         | 0              | 15000              | 2000                   | 3300                         | equals 37000                                          | minder dan het maximum                  |
      | 0           | 20000         | 0              | 15000              | 3300                   | 3300                         | equals 38300                                          | precies het maximum                     |
      | 0           | 20000         | 0              | 15000              | 8000                   | 3300                         | equals 38300                                          | niet meer dan het maximum               |
      | 30000       | 20000         | 8000           | 15000              | 0                      |                              | equals 73000                                          | eigen woning, een hond, geen ledigingen |
      | 0           | 20000         | 0              | 15000              | 2000                   |                              | is unknown for lack of "hoogste_kwijtschelding_afval" | maximum onbekend                        |
      | 0           | 20000         |                | 15000              | 0                      |                              | is unknown for lack of "aanslag_honden"               | hondenbelasting onbekend                |

  Scenario Outline: Artikel 2 lid 1: honderd procent, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "percentage_kosten_van_bestaan" of "kwijtscheldingsbesluit_apeldoorn"
    Then output "percentage_kosten_van_bestaan" equals 1

    Examples:
      | dag        |
      | 2025-01-01 |
      | 2026-03-15 |

  Scenario Outline: Artikel 2 lid 2: de netto AOW, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "rekent_met_netto_aow" of "kwijtscheldingsbesluit_apeldoorn"
    Then output "rekent_met_netto_aow" is true

    Examples:
      | dag        |
      | 2025-01-01 |
      | 2026-03-15 |

  Scenario Outline: In Apeldoorn in 2025, van 350,00: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten | aanslag_ozb | aanslag_riool | aanslag_honden | aanslag_afval_vast | aanslag_afval_variabel |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM0200        | null        | 0                       | 30000                   | false                      | 0           | 20000         | 0              | 15000              | 0                      |
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   | verhoging_middelen_gemeente   |
      | 999993653 | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> | <verhoging_middelen_gemeente> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | verhoging_middelen_gemeente | wat                                                  | waarom                             |
      | 1990-05-01    | 134545                       | 0                   | false         | null                      |                             | equals 35000                                         | precies de norm                    |
      | 1990-05-01    | 135545                       | 0                   | false         | null                      |                             | equals 25400                                         | tien euro meer                     |
      | 1955-05-01    | 159485                       | 0                   | false         | null                      |                             | equals 35000                                         | precies de netto AOW               |
      | 1955-05-01    | 160485                       | 0                   | false         | null                      |                             | equals 25400                                         | tien euro meer                     |
      | 1990-05-01    | 134545                       | 164546              | false         | null                      |                             | is unknown for lack of "verhoging_middelen_gemeente" | extra geld op de bank niet gelezen |
      | 1990-05-01    | 136545                       | 0                   | false         | 2000                      |                             | is unknown for lack of "kinderopvang_gemeente"       | kinderopvang niet gelezen          |
      | 1990-05-01    | 134545                       | 0                   | true          | null                      |                             | is unknown for lack of "ondernemers_gemeente"        | ondernemers niet gelezen           |
