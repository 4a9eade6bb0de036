# SPDX-License-Identifier: EUPL-1.2
Feature: Regeling kwijtschelding gemeentelijke belastingen 2026 van Zuidplas
  # Bedragen zijn eurocenten.

  Scenario Outline: Artikel 1: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_afval_vast   | aanslag_afval_variabel   | aanslag_riool   | aanslag_ozb   |
      | 999993653 | <aanslag_afval_vast> | <aanslag_afval_variabel> | <aanslag_riool> | <aanslag_ozb> |
    When I evaluate "openstaande_aanslagen" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_afval_vast | aanslag_afval_variabel | aanslag_riool | aanslag_ozb | wat                                         | waarom                  |
      | 30000              | 12000                  | 20000         | 0           | equals 30000                                | alleen het vaste tarief |
      | 0                  | 12000                  | 20000         | 50000       | equals 0                                    | niets anders            |
      |                    |                        |               |             | is unknown for lack of "aanslag_afval_vast" | niet bekend             |

  Scenario Outline: Artikel 2 lid 1: honderd procent van de norm, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "percentage_kosten_van_bestaan" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "percentage_kosten_van_bestaan" equals 1

    Examples:
      | dag        |
      | 2026-01-01 |
      | 2026-12-31 |

  Scenario Outline: Artikel 2 lid 2: de netto AOW voor pensioengerechtigden, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "rekent_met_netto_aow" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "rekent_met_netto_aow" is true

    Examples:
      | dag        |
      | 2026-03-15 |

  Scenario Outline: Artikel 3: kinderopvang telt, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "rekent_kinderopvang_mee" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "rekent_kinderopvang_mee" is true

    Examples:
      | dag        |
      | 2026-03-15 |

  Scenario Outline: Artikel 4: ondernemers, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "ondernemer_als_particulier" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then output "ondernemer_als_particulier" is true

    Examples:
      | dag        |
      | 2026-03-15 |

  Scenario Outline: In Zuidplas, van een aanslag van 300,00: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten | aanslag_afval_vast |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM1892        | null        | 0                       | 30000                   | false                      | 30000              |
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   | verhoging_middelen_gemeente   |
      | 999993653 | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> | <verhoging_middelen_gemeente> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | verhoging_middelen_gemeente | wat                                                  | waarom                    |
      | 1990-05-01    | 140150                       | 0                   | false         | null                      |                             | equals 30000                                         | precies de norm           |
      | 1955-05-01    | 165954                       | 0                   | false         | null                      |                             | equals 30000                                         | precies de netto AOW      |
      | 1955-05-01    | 166954                       | 0                   | false         | null                      |                             | equals 20400                                         | tien euro meer            |
      | 1990-05-01    | 142150                       | 0                   | false         | 1500                      |                             | equals 25200                                         | 15,00 opvang gaat eraf    |
      | 1990-05-01    | 140150                       | 0                   | true          | null                      |                             | equals 30000                                         | met een bedrijf           |
      | 1990-05-01    | 140150                       | 170151              | false         | null                      |                             | is unknown for lack of "verhoging_middelen_gemeente" | artikel 5 is niet gelezen |

  Scenario: In 2025 gold deze regeling niet
    Given the calculation date is "2025-12-31"
    When I evaluate "percentage_kosten_van_bestaan" of "regeling_kwijtschelding_gemeentelijke_belastingen_zuidplas"
    Then the execution fails with "2026-01-01"
