# SPDX-License-Identifier: EUPL-1.2
Feature: Kwijtschelding gemeentelijke belastingen in Staphorst, 2026
  # Bedragen zijn eurocenten. Wat zes ledigingen kosten, is niet gelezen: 60,00 is een voorbeeld.

  Scenario Outline: Artikelen 1 en 2: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "personen" data with key "bsn":
      | bsn       | aanslag_afval_vast   | aanslag_afval_variabel   | hoogste_kwijtschelding_afval   | aanslag_riool   | aanslag_ozb   | aanslag_honden   |
      | 999993653 | <aanslag_afval_vast> | <aanslag_afval_variabel> | <hoogste_kwijtschelding_afval> | <aanslag_riool> | <aanslag_ozb> | <aanslag_honden> |
    When I evaluate "openstaande_aanslagen" of "kwijtschelding_gemeentelijke_belastingen_staphorst"
    Then output "openstaande_aanslagen" <wat>

    Examples:
      | aanslag_afval_vast | aanslag_afval_variabel | hoogste_kwijtschelding_afval | aanslag_riool | aanslag_ozb | aanslag_honden | wat                                                   | waarom                                          |
      | 20000              | 4000                   | 6000                         | 25000         | 0           | 9000           | equals 49000                                          | minder dan zes ledigingen, hondenbelasting niet |
      | 20000              | 6000                   | 6000                         | 25000         | 0           | 0              | equals 51000                                          | precies zes                                     |
      | 20000              | 9000                   | 6000                         | 25000         | 0           | 0              | equals 51000                                          | meer dan zes: niet meer dan zes                 |
      | 20000              | 0                      |                              | 25000         | 30000       | 0              | equals 75000                                          | geen ledigingen, een eigen woning               |
      | 20000              | 4000                   |                              | 25000         | 0           | 0              | is unknown for lack of "hoogste_kwijtschelding_afval" | niet bekend wat zes ledigingen kosten           |
      | 20000              |                        | 6000                         | 25000         | 0           | 0              | is unknown for lack of "aanslag_afval_variabel"       | ledigingen onbekend                             |
      | 20000              | 0                      | 6000                         |               | 0           | 0              | is unknown for lack of "aanslag_riool"                | rioolheffing onbekend                           |

  Scenario Outline: In Staphorst, van 450,00: <waarom>
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding | gemeente_code | partner_bsn | uitgaven_kwijtschelding | uitgaven_vermogenstoets | kwijtschelding_uitgesloten | aanslag_afval_vast | aanslag_afval_variabel | aanslag_riool | aanslag_ozb |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | null         | false             | false                  | null        | 0                              | GM0180        | null        | 0                       | 30000                   | false                      | 20000              | 0                      | 25000         | 0           |
    And the following "personen" data with key "bsn":
      | bsn       | percentage_gemeente   | geboortedatum   | netto_inkomen_kwijtschelding   | financiele_middelen   | is_ondernemer   | netto_kosten_kinderopvang   |
      | 999993653 | <percentage_gemeente> | <geboortedatum> | <netto_inkomen_kwijtschelding> | <financiele_middelen> | <is_ondernemer> | <netto_kosten_kinderopvang> |
    When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
    Then output "hoogte_kwijtschelding" <wat>

    Examples:
      | percentage_gemeente | geboortedatum | netto_inkomen_kwijtschelding | financiele_middelen | is_ondernemer | netto_kosten_kinderopvang | wat                                           | waarom                      |
      | 100                 | 1990-05-01    | 141150                       | 0                   | false         | null                      | equals 35400                                  | tien euro boven de norm     |
      |                     | 1990-05-01    | 141150                       | 0                   | false         | null                      | is unknown for lack of "percentage_gemeente"  | artikel 3 is niet gelezen   |
      | 100                 | 1955-05-01    | 170000                       | 0                   | false         | null                      | is unknown for lack of "netto_aow_gemeente"   | ook niet voor wie AOW heeft |
      | 100                 | 1990-05-01    | 141150                       | 0                   | true          | null                      | is unknown for lack of "ondernemers_gemeente" | en ondernemers              |
