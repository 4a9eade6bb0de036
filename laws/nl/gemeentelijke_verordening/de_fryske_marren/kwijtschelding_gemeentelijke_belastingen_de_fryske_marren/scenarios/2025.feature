# SPDX-License-Identifier: EUPL-1.2
Feature: Kwijtschelding gemeentelijke belastingen in De Fryske Marren, 2025
  # Bedragen zijn eurocenten.

  Scenario Outline: De belastingen: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_ozb   | aanslag_riool   | aanslag_afval_vast   | aanslag_afval_variabel   | aanslag_honden   |
      | 999993653 | <aanslag_ozb> | <aanslag_riool> | <aanslag_afval_vast> | <aanslag_afval_variabel> | <aanslag_honden> |
    When I evaluate "openstaande_aanslagen" of "kwijtschelding_gemeentelijke_belastingen_de_fryske_marren"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_ozb | aanslag_riool | aanslag_afval_vast | aanslag_afval_variabel | aanslag_honden | wat                                  | waarom                           |
      | 0           | 20000         | 25000              | 0                      | 9000           | equals 45000                         | huurder, hondenbelasting niet    |
      | 30000       | 20000         | 25000              | 3000                   | 0              | equals 78000                         | eigen woning                     |
      |             | 20000         | 25000              | 0                      | 0              | is unknown for lack of "aanslag_ozb" | onroerendezaakbelasting onbekend |

  Scenario Outline: De netto AOW, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "rekent_met_netto_aow" of "kwijtschelding_gemeentelijke_belastingen_de_fryske_marren"
    Then output "rekent_met_netto_aow" is true

    Examples:
      | dag        |
      | 2025-03-15 |

  Scenario Outline: Kinderopvang telt, op <dag>
    Given the calculation date is "<dag>"
    When I evaluate "rekent_kinderopvang_mee" of "kwijtschelding_gemeentelijke_belastingen_de_fryske_marren"
    Then output "rekent_kinderopvang_mee" is true

    Examples:
      | dag        |
      | 2025-03-15 |

  Scenario Outline: In De Fryske Marren, van 450,00: <waarom>
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten | aanslag_ozb | aanslag_riool | aanslag_afval_vast | aanslag_afval_variabel |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM1940        | null        | 0                       | 30000                   | false                      | 0           | 20000         | 25000              | 0                      |
    And the following "personen" data with key "bsn":
      | bsn       | percentage_gemeente   | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   |
      | 999993653 | <percentage_gemeente> | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | percentage_gemeente | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | wat                                           | waarom                                  |
      | 100                 | 1955-05-01    | 159485                       | 0                   | false         | null                      | equals 45000                                  | precies de netto AOW                    |
      | 100                 | 1955-05-01    | 160485                       | 0                   | false         | null                      | equals 35400                                  | tien euro meer                          |
      | 100                 | 1990-05-01    | 136545                       | 0                   | false         | 2000                      | equals 45000                                  | kinderopvang van 20,00 gaat eraf        |
      | 100                 | 1990-05-01    | 136545                       | 0                   | false         | 0                         | equals 25800                                  | zonder kinderopvang                     |
      |                     | 1990-05-01    | 136545                       | 0                   | false         | 0                         | is unknown for lack of "percentage_gemeente"  | het percentage staat er niet            |
      | 100                 | 1990-05-01    | 136545                       | 0                   | true          | 0                         | is unknown for lack of "ondernemers_gemeente" | van ondernemers zegt de begroting niets |
