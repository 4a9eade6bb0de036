# SPDX-License-Identifier: EUPL-1.2
Feature: Uitvoeringsregeling Invorderingswet 1990, vermogen, inkomen en kosten van bestaan bij kwijtschelding
  # Bedragen zijn eurocenten. Normen van de Participatiewet op 15 maart 2026: alleen 1.401,50, gehuwd 2.002,13, alleen met AOW 1.564,69, gehuwd met AOW 2.144,16.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 8

    Scenario Outline: Uitgesloten "<feit>"
      Given the following "personen" data with key "bsn":
        | bsn       | kwijtschelding_uitgesloten |
        | 999993653 | <feit>                     |
      When I evaluate "is_uitgesloten_van_kwijtschelding" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "is_uitgesloten_van_kwijtschelding" is <wat>

      Examples:
        | feit  | wat                                              |
        | true  | true                                             |
        | false | false                                            |
        |       | unknown for lack of "kwijtschelding_uitgesloten" |

  Rule: Artikel 11: tachtig procent van twaalf maanden

    Scenario: Negen maanden en zes tiende
      When I evaluate "maanden_aan_te_wenden_betalingscapaciteit" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "maanden_aan_te_wenden_betalingscapaciteit" equals 9.6

  Rule: Artikel 12

    Scenario Outline: Auto <auto>, onmisbaar "<nodig>", ander bezit <ander>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | auto_waarde | auto_onmisbaar | overig_vermogen_kwijtschelding |
        | 999993653 | null        | <auto>      | <nodig>        | <ander>                        |
      When I evaluate "ander_vermogen_samen" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "ander_vermogen_samen" <wat>

      Examples:
        | auto   | nodig | ander   | wat                                     | waarom                          |
        | null   |       | 0       | equals 0                                | geen auto                       |
        | 335000 |       | 0       | equals 0                                | precies 3.350                   |
        | 335001 | false | 0       | equals 335001                           | een cent erboven telt geheel    |
        | 335001 | true  | 0       | equals 0                                | onmisbaar                       |
        | 335001 |       | 0       | is unknown for lack of "auto_onmisbaar" | niet bekend of hij nodig is     |
        |        | true  | 0       | equals 0                                | onmisbaar, wat hij ook waard is |
        | null   |       | 1000000 | equals 1000000                          | een tweede auto of een huis     |
        | null   |       | -500000 | equals -500000                          | meer schuld dan bezit           |

    Scenario Outline: Geld op de bank, geboren <geboren>: <waarom>
      # Op 31 december 1999 de leeftijd van 65 bereikt: geboren op of voor 31 december 1934.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | financiele_middelen |
        | 999993653 | <partner>   | <geboren>     | <geld>              |
        | 999990639 | 999993653   | <ander>       | <van_ander>         |
      When I evaluate "financiele_middelen_samen" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "financiele_middelen_samen" <wat>

      Examples:
        | partner   | geboren    | geld   | ander      | van_ander | wat                                          | waarom                  |
        | null      | 1990-05-01 | 400000 | 1990-05-01 | 0         | equals 400000                                | alleen                  |
        | null      | 1934-12-31 | 400000 | 1990-05-01 | 0         | equals 65000                                 | 3.350 minder            |
        | null      | 1935-01-01 | 400000 | 1990-05-01 | 0         | equals 400000                                | een dag te jong         |
        | null      | 1934-12-31 | 300000 | 1990-05-01 | 0         | equals 0                                     | nooit minder dan niets  |
        | 999990639 | 1934-12-31 | 400000 | 1934-12-31 | 400000    | equals 130000                                | per persoon             |
        | 999990639 | 1990-05-01 | 400000 | 1990-05-01 | 1         | equals 400001                                | samen                   |
        | 999990639 | 1990-05-01 | 400000 | 1990-05-01 |           | is unknown for lack of "financiele_middelen" | van de partner onbekend |

  Rule: Artikelen 13 en 14

    Scenario Outline: Inkomen <eigen> en <ander>, uitgaven <uit>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | netto_inkomen_kwijtschelding | uitgaven_kwijtschelding |
        | 999993653 | <partner>   | <eigen>                      | <uit>                   |
        | 999990639 | 999993653   | <ander>                      | <uit>                   |
      When I evaluate "netto_besteedbaar_inkomen" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "netto_besteedbaar_inkomen" <wat>

      Examples:
        | partner   | eigen  | ander  | uit   | wat                                              | waarom                    |
        | null      | 150000 | 100000 | 25000 | equals 125000                                    | alleen                    |
        | 999990639 | 150000 | 100000 | 25000 | equals 225000                                    | samen, uitgaven een keer  |
        | 999990639 | null   | 100000 | 25000 | equals 75000                                     | een zonder inkomen        |
        | null      | 10000  | 0      | 25000 | equals -15000                                    | meer uitgaven dan inkomen |
        | null      | 150000 | 0      |       | is unknown for lack of "uitgaven_kwijtschelding" | uitgaven onbekend         |

  Rule: Artikel 16

    Scenario Outline: <waarom>
      # 90 procent van 1.401,50 is 1.261,35; van 2.002,13 is 1.801,917; van 1.564,69 is 1.408,221; van 2.144,16 is 1.929,744.
      # Een kostendeler van 27 of ouder: (40% + 2 x 30%) / 2 x 2.002,13 = 1.001,065, op hele centen 1.001,07; 90 procent is 900,963.
      Given the following "vast" data with key "bsn":
        | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | mantelzorg_elders | ontvangt_kinderbijslag | commercieel | volgt_onderwijs |
        | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | false             | false                  | false       | false           |
        | 999990639 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | false             | false                  | false       | false           |
        | 999990421 | true               | true                         | false       | 0                      | false                   | false            | false                | null     | false             | false                  | false       | false           |
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | medebewoners |
        | 999993653 | <partner>   | <geboren>     | <wie>        |
        | 999990639 | 999993653   | <ander>       | null         |
        | 999990421 | null        | 1980-01-01    | null         |
      When I evaluate "kosten_van_bestaan" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "kosten_van_bestaan" equals <bedrag>

      Examples:
        | partner   | geboren    | ander      | wie       | bedrag | waarom                 |
        | null      | 1990-05-01 | 1990-05-01 | null      | 126135 | alleen                 |
        | null      | 2006-05-01 | 1990-05-01 | null      | 126135 | 19 jaar: dezelfde norm |
        | 999990639 | 1990-05-01 | 1990-05-01 | null      | 180192 | samen                  |
        | null      | 1955-05-01 | 1990-05-01 | null      | 140822 | alleen met AOW         |
        | 999990639 | 1955-05-01 | 1955-05-01 | null      | 192974 | samen, beiden met AOW  |
        | 999990639 | 1990-05-01 | 1955-05-01 | null      | 192974 | samen, een met AOW     |
        | null      | 1990-05-01 | 1990-05-01 | 999990421 | 90096  | met een kostendeler    |

    Scenario: In een inrichting: de prijs en twee derde van de norm van artikel 23
      # De norm is 490,76 (443,76 + 47,00); twee derde is 327,1733; met een prijs van 200,00 is het 527,17.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | prijs_verzorging |
        | 999993653 | null        | 1990-05-01    | true               | true                         | false       | 0                      | true                    | false            | false                | null     | null         | false             | false                  | 20000            |
      When I evaluate "kosten_van_bestaan" of "uitvoeringsregeling_invorderingswet_1990"
      Then output "kosten_van_bestaan" equals 52717
