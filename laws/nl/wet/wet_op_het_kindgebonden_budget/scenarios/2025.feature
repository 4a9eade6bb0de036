# SPDX-License-Identifier: EUPL-1.2
Feature: Wet op het kindgebonden budget, berekeningsjaar 2025
  # Bedragen zijn eurocenten per jaar. Wat met "gepubliceerd" is gemerkt, staat met zijn bron in ../oracles/2025.csv; de rest
  # volgt uit de tekst van het artikel, met de som die erbij staat:
  #   per kind 2.511; van 12 tot 16 jaar 703 meer; van 16 of 17 jaar 936 meer; zonder partner 3.389 meer
  #   drempelinkomen D = 28.406 (gepubliceerd); met partner D + 9.139 = 37.545 (gepubliceerd)
  #   vermindering 7,10 % van het inkomen boven die grens; op hele euro's, en niets onder 24 euro (art. 14 Awir)

  Background:
    Given the calculation date is "2025-06-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 1: drempelinkomen en vermogen

    Scenario: 108 procent van twaalf keer het minimumloon van januari
      # 1,08 x 12 x 2.191,80 = 28.405,728; gepubliceerd: 28.406
      When I evaluate outputs "drempelinkomen_onafgerond, drempelinkomen" of "wet_op_het_kindgebonden_budget"
      Then output "drempelinkomen_onafgerond" equals 2840572.8
      And output "drempelinkomen" equals 2840600

    Scenario Outline: Alleen, vermogen <vermogen>
      # "meer bedraagt dan" 141.896 (gepubliceerd): op de grens bestaat de aanspraak nog.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | null        | <vermogen>         |
      When I evaluate "vermogen_onder_grens" of "wet_op_het_kindgebonden_budget"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | vermogen | onder                                    |
        | 0        | true                                     |
        | 14189600 | true                                     |
        | 14189601 | false                                    |
        | -500000  | true                                     |
        |          | unknown for lack of "vermogen_1_januari" |

    Scenario Outline: Samen, vermogen <eigen> en <partner>
      # "gezamenlijke rendementsgrondslag [...] meer bedraagt dan" 179.429 (gepubliceerd)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | 999990639   | <eigen>            |
        | 999990639 | 999993653   | <partner>          |
      When I evaluate "vermogen_onder_grens" of "wet_op_het_kindgebonden_budget"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | eigen    | partner  | onder                                    |
        | 14189601 | 0        | true                                     |
        | 17942900 | 0        | true                                     |
        | 0        | 17942901 | false                                    |
        | 13942900 | 4000000  | true                                     |
        | 13942900 | 4000001  | false                                    |
        | 0        |          | unknown for lack of "vermogen_1_januari" |

  Rule: Artikel 2, eerste tot en met vijfde lid: voor welke kinderen

    Scenario Outline: Geboren op <geboren>, op <dag>: <waarom>
      # Vanaf de maand na de geboorte, tot en met de maand van de achttiende verjaardag; hoger vanaf de maand na de twaalfde
      # verjaardag, en weer hoger vanaf de maand na de zestiende. 12 = van 12 tot 16 jaar, 16 = 16 of 17 jaar.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | kinderen  | geboortedatum | kinderbijslag |
        | 999993653 | 999900006 | 1985-03-01    |               |
        | 999900006 | null      | <geboren>     | true          |
      When I evaluate outputs "aantal_kinderen, aantal_kinderen_12_tot_16, aantal_kinderen_16_of_17" of "wet_op_het_kindgebonden_budget"
      Then output "aantal_kinderen" equals <telt>
      And output "aantal_kinderen_12_tot_16" equals <12>
      And output "aantal_kinderen_16_of_17" equals <16>

      Examples:
        | geboren    | dag        | telt | 12 | 16 | waarom                                                |
        | 2025-06-15 | 2025-06-15 | 0    | 0  | 0  | vandaag geboren                                       |
        | 2025-06-01 | 2025-06-30 | 0    | 0  | 0  | in deze maand geboren                                 |
        | 2025-06-01 | 2025-07-01 | 1    | 0  | 0  | de maand na de geboorte                               |
        | 2025-05-31 | 2025-06-15 | 1    | 0  | 0  | op de laatste dag van de vorige maand geboren         |
        | 2017-02-10 | 2025-06-15 | 1    | 0  | 0  | acht jaar                                             |
        | 2013-06-16 | 2025-06-15 | 1    | 0  | 0  | morgen twaalf                                         |
        | 2013-06-15 | 2025-06-15 | 1    | 0  | 0  | vandaag twaalf                                        |
        | 2013-06-01 | 2025-06-30 | 1    | 0  | 0  | de maand waarin het twaalf wordt                      |
        | 2013-06-01 | 2025-07-01 | 1    | 1  | 0  | de maand erna                                         |
        | 2013-05-31 | 2025-06-15 | 1    | 1  | 0  | vorige maand twaalf geworden                          |
        | 2009-06-16 | 2025-06-15 | 1    | 1  | 0  | morgen zestien                                        |
        | 2009-06-15 | 2025-06-15 | 1    | 1  | 0  | vandaag zestien: nog het lagere bedrag                |
        | 2009-06-01 | 2025-06-30 | 1    | 1  | 0  | de maand waarin het zestien wordt                     |
        | 2009-06-01 | 2025-07-01 | 1    | 0  | 1  | de maand erna                                         |
        | 2009-05-31 | 2025-06-15 | 1    | 0  | 1  | vorige maand zestien geworden                         |
        | 2007-06-16 | 2025-06-15 | 1    | 0  | 1  | morgen achttien                                       |
        | 2007-06-15 | 2025-06-15 | 1    | 0  | 1  | vandaag achttien                                      |
        | 2007-06-01 | 2025-06-30 | 1    | 0  | 1  | de laatste dag van de maand waarin het achttien wordt |
        | 2007-06-01 | 2025-07-01 | 0    | 0  | 0  | de maand erna                                         |
        | 2007-05-31 | 2025-06-15 | 0    | 0  | 0  | vorige maand achttien geworden                        |
        | 2005-02-10 | 2025-06-15 | 0    | 0  | 0  | twintig                                               |

    Scenario Outline: Kinderbijslag voor het kind "<kinderbijslag>", geboren "<geboren>"
      # Een antwoord dat vaststaat, blijft staan, wat er verder ook onbekend is.
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen  | geboortedatum | kinderbijslag   |
        | 999993653 | 999900006 | 1985-03-01    |                 |
        | 999900006 | null      | <geboren>     | <kinderbijslag> |
      When I evaluate outputs "aantal_kinderen, heeft_kind" of "wet_op_het_kindgebonden_budget"
      Then output "aantal_kinderen" <telt>
      And output "heeft_kind" is <kind>

      Examples:
        | kinderbijslag | geboren    | telt                                   | kind    |
        | true          | 2017-02-10 | equals 1                               | true    |
        | false         | 2017-02-10 | equals 0                               | false   |
        |               | 2017-02-10 | is unknown for lack of "kinderbijslag" | unknown |
        | true          |            | is unknown for lack of "geboortedatum" | unknown |
        | false         |            | equals 0                               | false   |
        |               | 2005-02-10 | equals 0                               | false   |

    Scenario Outline: Kinderen "<kinderen>"
      # 999900006 en 999900018 tellen mee; voor 999900031 wordt geen kinderbijslag betaald; 999900043 staat nergens.
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen   | geboortedatum | kinderbijslag |
        | 999993653 | <kinderen> | 1985-03-01    |               |
        | 999900006 | null       | 2021-02-10    | true          |
        | 999900018 | null       | 2017-02-10    | true          |
        | 999900031 | null       | 2016-02-10    | false         |
      When I evaluate "aantal_kinderen" of "wet_op_het_kindgebonden_budget"
      Then output "aantal_kinderen" <telt>

      Examples:
        | kinderen                      | telt                              |
        | null                          | equals 0                          |
        |                               | is unknown for lack of "kinderen" |
        | 999900006                     | equals 1                          |
        | 999900006 999900018           | equals 2                          |
        | 999900006 999900018 999900031 | equals 2                          |
        | 999900006 999900043           | is unknown                        |

    Scenario: Een geboortedatum die niet bestaat is een fout, geen leeftijd
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen  | geboortedatum | kinderbijslag |
        | 999993653 | 999900006 | 1985-03-01    |               |
        | 999900006 | null      | 2017-02-30    | true          |
      When I evaluate "aantal_kinderen" of "wet_op_het_kindgebonden_budget"
      Then the execution fails with "geboortedatum"

    Scenario Outline: Kinderbijslag aan de ouder "<ouder>" en aan de partner "<van_partner>", partner "<partner>"
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | ontvangt_kinderbijslag |
        | 999993653 | <partner>   | <ouder>                |
        | 999990639 | 999993653   | <van_partner>          |
      When I evaluate "kinderbijslag_betaald" of "wet_op_het_kindgebonden_budget"
      Then output "kinderbijslag_betaald" is <betaald>

      Examples:
        | ouder | van_partner | partner   | betaald                                      |
        | true  | false       | 999990639 | true                                         |
        | false | true        | 999990639 | true                                         |
        | false | false       | 999990639 | false                                        |
        | false | true        | null      | false                                        |
        | true  |             |           | true                                         |
        | true  |             | 999990639 | true                                         |
        | false |             | 999990639 | unknown for lack of "ontvangt_kinderbijslag" |
        |       | false       | null      | unknown for lack of "ontvangt_kinderbijslag" |
        | false | true        |           | unknown for lack of "partner_bsn"            |

  Rule: Artikel 2, tweede tot en met achtste lid: hoeveel

    Scenario Outline: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen   | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <partner>   | <kinderen> | 1985-03-01    |               | true                   | 0               | null            | null                                 | 0                  |
        | 999990639 | 999993653   |            | 1985-03-01    |               | false                  | 0               | null            | null                                 | 0                  |
        | 999900006 | null        | null       | 2021-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
        | 999900018 | null        | null       | 2012-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
        | 999900031 | null        | null       | 2009-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "som_van_de_bedragen, verhoging_alleenstaande_ouder" of "wet_op_het_kindgebonden_budget"
      Then output "som_van_de_bedragen" equals <som>
      And output "verhoging_alleenstaande_ouder" equals <verhoging>

      Examples:
        | kinderen                      | partner   | som     | verhoging | waarom                                           |
        | 999900006                     | null      | 590000  | 338900    | alleen, een kind van 4: 2511 + 3389              |
        | 999900006 999900018           | null      | 911400  | 338900    | alleen, 4 en 13: 2 x 2511 + 703 + 3389           |
        | 999900006 999900018 999900031 | null      | 1256100 | 338900    | alleen, 4, 13 en 16: 3 x 2511 + 703 + 936 + 3389 |
        | 999900031                     | 999990639 | 344700  | 0         | samen, een kind van 16: 2511 + 936               |
        | 999900006 999900018 999900031 | 999990639 | 917200  | 0         | samen, 4, 13 en 16: 3 x 2511 + 703 + 936         |
        | null                          | null      | 0       | 0         | alleen, zonder kind: ook geen verhoging          |
        | null                          | 999990639 | 0       | 0         | samen, zonder kind                               |

    Scenario Outline: Alleen met een kind van 4, inkomen <inkomen>: <waarom>
      # 2511 + 3389 = 5900, min 7,10 % van (inkomen - 28406)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen  | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | null        | 999900006 | 1985-03-01    |               | true                   | <inkomen>       | null            | null                                 | 0                  |
        | 999900006 | null        | null      | 2021-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "vermindering, berekend_kindgebonden_budget, heeft_recht_op_kindgebonden_budget, hoogte_kindgebonden_budget" of "wet_op_het_kindgebonden_budget"
      Then output "vermindering" equals <vermindering>
      And output "berekend_kindgebonden_budget" equals <berekend>
      And output "heeft_recht_op_kindgebonden_budget" is <recht>
      And output "hoogte_kindgebonden_budget" equals <hoogte>

      Examples:
        | inkomen  | vermindering | berekend | recht | hoogte | waarom                              |
        | 0        | 0            | 590000   | true  | 590000 | geen inkomen; gepubliceerd          |
        | 2840500  | 0            | 590000   | true  | 590000 | een euro onder het drempelinkomen   |
        | 2840600  | 0            | 590000   | true  | 590000 | op het drempelinkomen; gepubliceerd |
        | 2840700  | 7.1          | 589992.9 | true  | 590000 | een euro erboven telt mee           |
        | 4500000  | 117817.4     | 472182.6 | true  | 472200 | in de afbouw                        |
        | 11117300 | 587645.7     | 2354.3   | true  | 2400   | nog net 24 euro                     |
        | 11117400 | 587652.8     | 2347.2   | false | 0      | 23 euro wordt niet toegekend        |
        | 11150500 | 590002.9     | 0        | false | 0      | niets meer                          |
        | 30000000 | 1928317.4    | 0        | false | 0      | ver erboven                         |
        | -1000000 | 0            | 590000   | true  | 590000 | een negatief inkomen                |

    Scenario Outline: Samen met kinderen van 4 en 8, inkomen <inkomen> en 0: <waarom>
      # 2 x 2511 = 5022, min 7,10 % van (inkomen - 37545)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen            | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 999990639   | 999900006 999900018 | 1985-03-01    |               | true                   | <inkomen>       | null            | null                                 | 0                  |
        | 999990639 | 999993653   |                     | 1985-03-01    |               | false                  | 0               | null            | null                                 | 0                  |
        | 999900006 | null        | null                | 2021-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
        | 999900018 | null        | null                | 2017-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "vermindering, berekend_kindgebonden_budget, heeft_recht_op_kindgebonden_budget, hoogte_kindgebonden_budget" of "wet_op_het_kindgebonden_budget"
      Then output "vermindering" equals <vermindering>
      And output "berekend_kindgebonden_budget" equals <berekend>
      And output "heeft_recht_op_kindgebonden_budget" is <recht>
      And output "hoogte_kindgebonden_budget" equals <hoogte>

      Examples:
        | inkomen  | vermindering | berekend | recht | hoogte | waarom                       |
        | 0        | 0            | 502200   | true  | 502200 | geen inkomen; gepubliceerd   |
        | 3754500  | 0            | 502200   | true  | 502200 | op de grens; gepubliceerd    |
        | 3754600  | 7.1          | 502192.9 | true  | 502200 | een euro erboven telt mee    |
        | 4500000  | 52930.5      | 449269.5 | true  | 449300 | in de afbouw                 |
        | 10794600 | 499847.1     | 2352.9   | true  | 2400   | nog net 24 euro              |
        | 10794700 | 499854.2     | 2345.8   | false | 0      | 23 euro wordt niet toegekend |
        | 10827800 | 502204.3     | 0        | false | 0      | niets meer                   |

    Scenario Outline: Het inkomen van beide partners telt mee, hoe het ook verdeeld is
      # (45.000 - 37.545) x 7,10 %
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen  | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 999990639   | 999900006 | 1985-03-01    |               | true                   | <eigen>         | null            | null                                 | 0                  |
        | 999990639 | 999993653   |           | 1985-03-01    |               | false                  | <partner>       | null            | null                                 | 0                  |
        | 999900006 | null        | null      | 2021-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate "vermindering" of "wet_op_het_kindgebonden_budget"
      Then output "vermindering" equals 52930.5

      Examples:
        | eigen   | partner |
        | 4500000 | 0       |
        | 2000000 | 2500000 |
        | 0       | 4500000 |

    Scenario Outline: Zonder <wat> is er geen recht, en is het bedrag nul
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen   | geboortedatum | kinderbijslag   | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | null        | <kinderen> | 1985-03-01    |                 | <ouder>                | <inkomen>       | null            | null                                 | <vermogen>         |
        | 999900006 | null        | null       | 2021-02-10    | <kinderbijslag> | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "heeft_recht_op_kindgebonden_budget, hoogte_kindgebonden_budget" of "wet_op_het_kindgebonden_budget"
      Then output "heeft_recht_op_kindgebonden_budget" is false
      And output "hoogte_kindgebonden_budget" equals 0

      Examples:
        | wat                                            | kinderen  | ouder | kinderbijslag | inkomen  | vermogen |
        | kind                                           | null      | true  | true          | 0        | 0        |
        | kinderbijslag voor het kind                    | 999900006 | true  | false         | 0        | 0        |
        | kinderbijslag aan deze ouder                   | 999900006 | false | true          | 0        | 0        |
        | laag inkomen                                   | 999900006 | true  | true          | 30000000 | 0        |
        | laag vermogen                                  | 999900006 | true  | true          | 0        | 99999900 |
        | kind, ook met onbekend inkomen                 | null      | true  | true          |          | 0        |
        | kinderbijslag, ook met onbekend vermogen       | 999900006 | false | true          | 0        |          |
        | laag vermogen, ook met onbekende kinderbijslag | 999900006 | true  |               | 0        | 99999900 |

    Scenario Outline: Wat onbekend is en ertoe doet, maakt het recht onbekend: <feit>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen   | geboortedatum | kinderbijslag   | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <partner>   | <kinderen> | 1985-03-01    |                 | <ouder>                | <inkomen>       | null            | null                                 | <vermogen>         |
        | 999900006 | null        | null       | <geboren>     | <kinderbijslag> | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "heeft_recht_op_kindgebonden_budget, hoogte_kindgebonden_budget" of "wet_op_het_kindgebonden_budget"
      Then the execution succeeds
      And output "heeft_recht_op_kindgebonden_budget" is unknown for lack of "<feit>"
      And output "hoogte_kindgebonden_budget" is unknown for lack of "<feit>"

      Examples:
        | feit                   | kinderen  | ouder | geboren    | kinderbijslag | partner   | inkomen | vermogen |
        | kinderen               |           | true  | 2021-02-10 | true          | null      | 0       | 0        |
        | ontvangt_kinderbijslag | 999900006 |       | 2021-02-10 | true          | null      | 0       | 0        |
        | geboortedatum          | 999900006 | true  |            | true          | null      | 0       | 0        |
        | kinderbijslag          | 999900006 | true  | 2021-02-10 |               | null      | 0       | 0        |
        | partner_bsn            | 999900006 | true  | 2021-02-10 | true          |           | 0       | 0        |
        | verzamelinkomen        | 999900006 | true  | 2021-02-10 | true          | null      |         | 0        |
        | vermogen_1_januari     | 999900006 | true  | 2021-02-10 | true          | null      | 0       |          |
        | verzamelinkomen        | 999900006 | true  | 2021-02-10 | true          | 999990639 | 0       | 0        |
