# SPDX-License-Identifier: EUPL-1.2
Feature: Regeling kwijtschelding belastingen medeoverheden, netto AOW en extra geld op de bank
  # Bedragen zijn eurocenten, per maand. Maart 2026: norm gehuwden 2.002,13, gehuwd met AOW 2.144,16; netto AOW met vakantie-uitkering alleen 1.659,54, gehuwd 1.140,11 (twee maal: 2.280,22).

  Background:
    Given parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | mantelzorg_elders | commercieel | volgt_onderwijs |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | false             | false       | false           |
      | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | false             | false       | false           |
      | 999990421 | true               | true                         | false       | 0                      | false                   | false            | false                | false             | false       | false           |

  Rule: Artikel 3

    Scenario Outline: <dag>, geboren <geboren> en <ander>, medebewoner <wie>: <waarom>
      # Met een kostendeler (A = 2): half van B. Met de echtgenoot en een kostendeler (A = 3): 0,433333 van B, voor elk.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | kinderen | medebewoners | ontvangt_kinderbijslag |
        | 999993653 | <partner>   | <geboren>     | null     | <wie>        | false                  |
        | 999990639 | 999993653   | <ander>       | null     | <wie>        | false                  |
        | 999990421 | null        | 1980-05-01    | null     | null         | false                  |
      When I evaluate outputs "is_pensioengerechtigd_huishouden, norm_met_netto_ouderdomspensioen" of "regeling_kwijtschelding_belastingen_medeoverheden"
      Then output "is_pensioengerechtigd_huishouden" is <aow>
      And output "norm_met_netto_ouderdomspensioen" <wat>

      Examples:
        | dag        | partner   | geboren    | ander      | wie       | aow                                 | wat                                         | waarom                                       |
        | 2026-03-15 | null      | 1990-05-01 | 1990-05-01 | null      | false                               | equals 140150                               | geen AOW: de gewone norm                     |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1990-05-01 | null      | false                               | equals 200213                               | samen, geen AOW                              |
        | 2026-03-15 | null      | 1959-03-15 | 1990-05-01 | null      | true                                | equals 165954                               | 67 op die dag: onderdeel c                   |
        | 2026-03-15 | null      | 1959-03-16 | 1990-05-01 | null      | false                               | equals 140150                               | een dag te jong                              |
        | 2026-03-15 | 999990639 | 1955-05-01 | 1955-05-01 | null      | true                                | equals 228022                               | beiden: onderdeel a                          |
        | 2026-03-15 | 999990639 | 1955-05-01 | 1990-05-01 | null      | true                                | equals 228022                               | een van beiden                               |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1955-05-01 | null      | true                                | equals 228022                               | de ander                                     |
        | 2026-03-15 | null      | 1955-05-01 | 1990-05-01 | 999990421 | true                                | equals 114011                               | onderdeel b: half van 2.280,22               |
        | 2026-03-15 | 999990639 | 1955-05-01 | 1955-05-01 | 999990421 | true                                | equals 197620                               | elk 988,10                                   |
        | 2026-03-15 | 999990639 | 1955-05-01 | 1990-05-01 | 999990421 | true                                | equals 191724                               | 988,10 en van de ander 0,433333 van 2.144,16 |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1955-05-01 | 999990421 | true                                | equals 191724                               | andersom                                     |
        | 2026-03-15 | null      | 1990-05-01 | 1990-05-01 | 999990421 | false                               | equals 100107                               | kostendeler zonder AOW                       |
        | 2026-03-15 | null      |            | 1990-05-01 | null      | unknown for lack of "geboortedatum" | is unknown for lack of "geboortedatum"      | niet bekend hoe oud                          |
        | 2025-03-15 | null      | 1955-05-01 | 1990-05-01 | null      | true                                | equals 159485                               | januari 2025                                 |
        | 2025-09-15 | null      | 1955-05-01 | 1990-05-01 | null      | true                                | equals 162274                               | juli 2025                                    |
        | 2026-09-15 | null      | 1955-05-01 | 1990-05-01 | null      | true                                | is unknown for lack of "netto_aow_ongehuwd" | juli 2026: niet gevonden                     |
        | 2026-09-15 | 999990639 | 1955-05-01 | 1955-05-01 | null      | true                                | is unknown for lack of "netto_aow_gehuwd"   | juli 2026: niet gevonden                     |
        | 2026-09-15 | null      | 1990-05-01 | 1990-05-01 | null      | false                               | equals 141946                               | zonder AOW doet het er niet toe              |

    Scenario Outline: Waar de bedragen niet zijn ingelezen, zijn ze een gegeven: partner <partner>
      Given the calculation date is "2026-09-15"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | kinderen | medebewoners | ontvangt_kinderbijslag | netto_aow_ongehuwd | netto_aow_gehuwd |
        | 999993653 | <partner>   | 1955-05-01    | null     | null         | false                  | 168000             | 115000           |
        | 999990639 | 999993653   | 1955-05-01    | null     | null         | false                  | 168000             | 115000           |
      When I evaluate outputs "norm_met_netto_ouderdomspensioen" of "regeling_kwijtschelding_belastingen_medeoverheden"
      Then output "norm_met_netto_ouderdomspensioen" <wat>

      Examples:
        | partner   | wat           |
        | null      | equals 168000 |
        | 999990639 | equals 230000 |

  Rule: Artikel 4

    Scenario: Ten hoogste 2.000
      Given the calculation date is "2025-01-01"
      When I evaluate "hoogste_verhoging_middelen" of "regeling_kwijtschelding_belastingen_medeoverheden"
      Then output "hoogste_verhoging_middelen" equals 200000

    Scenario Outline: Partner <partner>, kinderen <wie>, kind geboren <geboren>: <waarom>
      Given the calculation date is "2026-03-15"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen | ontvangt_kinderbijslag | geboortedatum | kinderbijslag | medebewoners |
        | 999993653 | <partner>   | <wie>    | <eigen>                | 1990-05-01    |               | null         |
        | 999990639 | 999993653   | null     | false                  | 1990-05-01    |               | null         |
        | 999990421 |             |          |                        | <geboren>     | true          |              |
      When I evaluate outputs "deel_verhoging_middelen" of "regeling_kwijtschelding_belastingen_medeoverheden"
      Then output "deel_verhoging_middelen" <wat>

      Examples:
        | partner   | wie       | eigen | geboren    | wat                                  | waarom              |
        | null      | null      | false | 2020-05-01 | equals 0.75                          | alleen              |
        | null      | 999990421 | true  | 2020-05-01 | equals 0.9                           | alleen met een kind |
        | null      | 999990421 | true  | 2008-03-16 | equals 0.9                           | morgen achttien     |
        | null      | 999990421 | true  | 2008-03-15 | equals 0.75                          | vandaag achttien    |
        | 999990639 | 999990421 | true  | 2020-05-01 | equals 1                             | samen               |
        | null      |           | true  | 2020-05-01 | is unknown for lack of "kinderen"    | kinderen onbekend   |
        |           | null      | false | 2020-05-01 | is unknown for lack of "partner_bsn" | partner onbekend    |
