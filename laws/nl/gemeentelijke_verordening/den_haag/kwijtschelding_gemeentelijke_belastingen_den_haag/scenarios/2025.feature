# SPDX-License-Identifier: EUPL-1.2
Feature: Kwijtschelding gemeentelijke belastingen in Den Haag, 2025
  # Bedragen zijn eurocenten.

  Scenario Outline: De belastingen: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_afval_vast   | aanslag_afval_variabel   | aanslag_ozb   | aanslag_riool   | aanslag_liggeld   | aanslag_honden   |
      | 999993653 | <aanslag_afval_vast> | <aanslag_afval_variabel> | <aanslag_ozb> | <aanslag_riool> | <aanslag_liggeld> | <aanslag_honden> |
    When I evaluate "openstaande_aanslagen" of "kwijtschelding_gemeentelijke_belastingen_den_haag"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_afval_vast | aanslag_afval_variabel | aanslag_ozb | aanslag_riool | aanslag_liggeld | aanslag_honden | wat                                      | waarom                        |
      | 35000              | 0                      | 0           | 15000         | 0               | 9000           | equals 50000                             | huurder, hondenbelasting niet |
      | 35000              | 0                      | 30000       | 15000         | 0               | 0              | equals 80000                             | eigen woning                  |
      | 35000              | 0                      | 0           | 15000         | 40000           | 0              | equals 90000                             | woonschip                     |
      | 35000              | 0                      | 0           | 15000         |                 | 0              | is unknown for lack of "aanslag_liggeld" | liggeld onbekend              |

  Scenario Outline: Honderd procent, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "percentage_kosten_van_bestaan" of "kwijtschelding_gemeentelijke_belastingen_den_haag"
    Then output "percentage_kosten_van_bestaan" equals 1

    Examples:
      | dag        |
      | 2025-01-01 |
      | 2025-12-31 |

  Scenario Outline: Ondernemer met Bbz "<bbz>"
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | ontvangt_bbz |
      | 999993653 | <bbz>        |
    When I evaluate "ondernemer_als_particulier" of "kwijtschelding_gemeentelijke_belastingen_den_haag"
    Then output "ondernemer_als_particulier" is <wat>

    Examples:
      | bbz   | wat                                |
      | true  | true                               |
      | false | false                              |
      |       | unknown for lack of "ontvangt_bbz" |

  Scenario Outline: In Den Haag, van 500,00: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten | aanslag_afval_vast | aanslag_afval_variabel | aanslag_ozb | aanslag_riool | aanslag_liggeld |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM0518        | null        | 0                       | 30000                   | false                      | 35000              | 0                      | 0           | 15000         | 0               |
    And the following "personen" data with key "bsn":
      | bsn       | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   | ontvangt_bbz   | verhoging_middelen_gemeente   |
      | 999993653 | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> | <ontvangt_bbz> | <verhoging_middelen_gemeente> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | ontvangt_bbz | verhoging_middelen_gemeente | wat                                                  | waarom                                     |
      | 1990-05-01    | 134545                       | 0                   | false         | null                      |              |                             | equals 50000                                         | precies de norm                            |
      | 1990-05-01    | 135545                       | 0                   | false         | null                      |              |                             | equals 40400                                         | tien euro meer                             |
      | 1990-05-01    | 134545                       | 0                   | true          | null                      | true         |                             | equals 50000                                         | ondernemer met bijstand voor zelfstandigen |
      | 1990-05-01    | 134545                       | 0                   | true          | null                      | false        |                             | equals 0                                             | ondernemer zonder                          |
      | 1990-05-01    | 134545                       | 0                   | true          | null                      |              |                             | is unknown for lack of "ontvangt_bbz"                | niet bekend of er bijstand is              |
      | 1990-05-01    | 134545                       | 200000              | false         | null                      |              | 200000                      | equals 50000                                         | een hoger vermogen: ingevuld               |
      | 1990-05-01    | 134545                       | 200000              | false         | null                      |              |                             | is unknown for lack of "verhoging_middelen_gemeente" | hoeveel hoger, staat er niet               |
      | 1955-05-01    | 155000                       | 0                   | false         | null                      |              |                             | is unknown for lack of "netto_aow_gemeente"          | van de netto AOW zegt de begroting niets   |

  Scenario: Van 2026 is niets gelezen
    Given the calculation date is "2026-01-01"
    When I evaluate "percentage_kosten_van_bestaan" of "kwijtschelding_gemeentelijke_belastingen_den_haag"
    Then the execution fails with "2025-12-31"
