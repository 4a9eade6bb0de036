# SPDX-License-Identifier: EUPL-1.2
Feature: Wet op het kindgebonden budget, berekeningsjaar 2026
  # Bedragen zijn eurocenten per jaar. Wat met "gepubliceerd" is gemerkt, staat met zijn bron in ../oracles/2026.csv; de rest
  # volgt uit de tekst van het artikel, met de som die erbij staat:
  #   per kind 2.580; van 12 tot 16 jaar 724 meer; van 16 of 17 jaar 964 meer; zonder partner 3.416 meer
  #   drempelinkomen D = 29.736 (gepubliceerd); met partner D + 9.405 = 39.141 (gepubliceerd)
  #   vermindering 7,60 % van het inkomen boven die grens; op hele euro's, en niets onder 24 euro (art. 14 Awir)

  Background:
    Given the calculation date is "2026-06-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 1: drempelinkomen en vermogen

    Scenario: 108 procent van twaalf keer het minimumloon van januari
      # 1,08 x 12 x 2.294,40 = 29.735,424; gepubliceerd: 29.736
      When I evaluate outputs "drempelinkomen_onafgerond, drempelinkomen" of "wet_op_het_kindgebonden_budget"
      Then output "drempelinkomen_onafgerond" equals 2973542.4
      And output "drempelinkomen" equals 2973600

    Scenario Outline: Alleen, vermogen <vermogen>
      # "meer bedraagt dan" 146.011 (gepubliceerd): op de grens bestaat de aanspraak nog.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | null        | <vermogen>         |
      When I evaluate "vermogen_onder_grens" of "wet_op_het_kindgebonden_budget"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | vermogen | onder                                    |
        | 0        | true                                     |
        | 14601100 | true                                     |
        | 14601101 | false                                    |
        | -500000  | true                                     |
        |          | unknown for lack of "vermogen_1_januari" |

    Scenario Outline: Samen, vermogen <eigen> en <partner>
      # "gezamenlijke rendementsgrondslag [...] meer bedraagt dan" 184.633 (gepubliceerd)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | 999990639   | <eigen>            |
        | 999990639 | 999993653   | <partner>          |
      When I evaluate "vermogen_onder_grens" of "wet_op_het_kindgebonden_budget"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | eigen    | partner  | onder                                    |
        | 14601101 | 0        | true                                     |
        | 18463300 | 0        | true                                     |
        | 0        | 18463301 | false                                    |
        | 14463300 | 4000000  | true                                     |
        | 14463300 | 4000001  | false                                    |
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
        | 2026-06-15 | 2026-06-15 | 0    | 0  | 0  | vandaag geboren                                       |
        | 2026-06-01 | 2026-06-30 | 0    | 0  | 0  | in deze maand geboren                                 |
        | 2026-06-01 | 2026-07-01 | 1    | 0  | 0  | de maand na de geboorte                               |
        | 2026-05-31 | 2026-06-15 | 1    | 0  | 0  | op de laatste dag van de vorige maand geboren         |
        | 2018-02-10 | 2026-06-15 | 1    | 0  | 0  | acht jaar                                             |
        | 2014-06-16 | 2026-06-15 | 1    | 0  | 0  | morgen twaalf                                         |
        | 2014-06-15 | 2026-06-15 | 1    | 0  | 0  | vandaag twaalf                                        |
        | 2014-06-01 | 2026-06-30 | 1    | 0  | 0  | de maand waarin het twaalf wordt                      |
        | 2014-06-01 | 2026-07-01 | 1    | 1  | 0  | de maand erna                                         |
        | 2014-05-31 | 2026-06-15 | 1    | 1  | 0  | vorige maand twaalf geworden                          |
        | 2010-06-16 | 2026-06-15 | 1    | 1  | 0  | morgen zestien                                        |
        | 2010-06-15 | 2026-06-15 | 1    | 1  | 0  | vandaag zestien: nog het lagere bedrag                |
        | 2010-06-01 | 2026-06-30 | 1    | 1  | 0  | de maand waarin het zestien wordt                     |
        | 2010-06-01 | 2026-07-01 | 1    | 0  | 1  | de maand erna                                         |
        | 2010-05-31 | 2026-06-15 | 1    | 0  | 1  | vorige maand zestien geworden                         |
        | 2008-06-16 | 2026-06-15 | 1    | 0  | 1  | morgen achttien                                       |
        | 2008-06-15 | 2026-06-15 | 1    | 0  | 1  | vandaag achttien                                      |
        | 2008-06-01 | 2026-06-30 | 1    | 0  | 1  | de laatste dag van de maand waarin het achttien wordt |
        | 2008-06-01 | 2026-07-01 | 0    | 0  | 0  | de maand erna                                         |
        | 2008-05-31 | 2026-06-15 | 0    | 0  | 0  | vorige maand achttien geworden                        |
        | 2006-02-10 | 2026-06-15 | 0    | 0  | 0  | twintig                                               |
        | 2008-02-29 | 2026-02-28 | 1    | 0  | 1  | schrikkeldag, nog in de maand                         |
        | 2008-02-29 | 2026-03-01 | 0    | 0  | 0  | schrikkeldag, de maand erna                           |

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
        | true          | 2018-02-10 | equals 1                               | true    |
        | false         | 2018-02-10 | equals 0                               | false   |
        |               | 2018-02-10 | is unknown for lack of "kinderbijslag" | unknown |
        | true          |            | is unknown for lack of "geboortedatum" | unknown |
        | false         |            | equals 0                               | false   |
        |               | 2006-02-10 | equals 0                               | false   |

    Scenario Outline: Kinderen "<kinderen>"
      # 999900006 en 999900018 tellen mee; voor 999900031 wordt geen kinderbijslag betaald; 999900043 staat nergens.
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen   | geboortedatum | kinderbijslag |
        | 999993653 | <kinderen> | 1985-03-01    |               |
        | 999900006 | null       | 2022-02-10    | true          |
        | 999900018 | null       | 2018-02-10    | true          |
        | 999900031 | null       | 2017-02-10    | false         |
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
        | 999900006 | null      | 2018-02-30    | true          |
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
        | 999900006 | null        | null       | 2022-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
        | 999900018 | null        | null       | 2013-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
        | 999900031 | null        | null       | 2010-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "som_van_de_bedragen, verhoging_alleenstaande_ouder" of "wet_op_het_kindgebonden_budget"
      Then output "som_van_de_bedragen" equals <som>
      And output "verhoging_alleenstaande_ouder" equals <verhoging>

      Examples:
        | kinderen                      | partner   | som     | verhoging | waarom                                           |
        | 999900006                     | null      | 599600  | 341600    | alleen, een kind van 4: 2580 + 3416              |
        | 999900006 999900018           | null      | 930000  | 341600    | alleen, 4 en 13: 2 x 2580 + 724 + 3416           |
        | 999900006 999900018 999900031 | null      | 1284400 | 341600    | alleen, 4, 13 en 16: 3 x 2580 + 724 + 964 + 3416 |
        | 999900031                     | 999990639 | 354400  | 0         | samen, een kind van 16: 2580 + 964               |
        | 999900006 999900018 999900031 | 999990639 | 942800  | 0         | samen, 4, 13 en 16: 3 x 2580 + 724 + 964         |
        | null                          | null      | 0       | 0         | alleen, zonder kind: ook geen verhoging          |
        | null                          | 999990639 | 0       | 0         | samen, zonder kind                               |

    Scenario Outline: Alleen met een kind van 4, inkomen <inkomen>: <waarom>
      # 2580 + 3416 = 5996, min 7,60 % van (inkomen - 29736)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen  | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | null        | 999900006 | 1985-03-01    |               | true                   | <inkomen>       | null            | null                                 | 0                  |
        | 999900006 | null        | null      | 2022-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "vermindering, berekend_kindgebonden_budget, heeft_recht_op_kindgebonden_budget, hoogte_kindgebonden_budget" of "wet_op_het_kindgebonden_budget"
      Then output "vermindering" equals <vermindering>
      And output "berekend_kindgebonden_budget" equals <berekend>
      And output "heeft_recht_op_kindgebonden_budget" is <recht>
      And output "hoogte_kindgebonden_budget" equals <hoogte>

      Examples:
        | inkomen  | vermindering | berekend | recht | hoogte | waarom                              |
        | 0        | 0            | 599600   | true  | 599600 | geen inkomen; gepubliceerd          |
        | 2973500  | 0            | 599600   | true  | 599600 | een euro onder het drempelinkomen   |
        | 2973600  | 0            | 599600   | true  | 599600 | op het drempelinkomen; gepubliceerd |
        | 2973700  | 7.6          | 599592.4 | true  | 599600 | een euro erboven telt mee           |
        | 4500000  | 116006.4     | 483593.6 | true  | 483600 | in de afbouw                        |
        | 10832100 | 597246       | 2354     | true  | 2400   | nog net 24 euro                     |
        | 10832200 | 597253.6     | 2346.4   | false | 0      | 23 euro wordt niet toegekend        |
        | 10863100 | 599602       | 0        | false | 0      | niets meer                          |
        | 30000000 | 2054006.4    | 0        | false | 0      | ver erboven                         |
        | -1000000 | 0            | 599600   | true  | 599600 | een negatief inkomen                |

    Scenario Outline: Samen met kinderen van 4 en 8, inkomen <inkomen> en 0: <waarom>
      # 2 x 2580 = 5160, min 7,60 % van (inkomen - 39141)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen            | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 999990639   | 999900006 999900018 | 1985-03-01    |               | true                   | <inkomen>       | null            | null                                 | 0                  |
        | 999990639 | 999993653   |                     | 1985-03-01    |               | false                  | 0               | null            | null                                 | 0                  |
        | 999900006 | null        | null                | 2022-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
        | 999900018 | null        | null                | 2018-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "vermindering, berekend_kindgebonden_budget, heeft_recht_op_kindgebonden_budget, hoogte_kindgebonden_budget" of "wet_op_het_kindgebonden_budget"
      Then output "vermindering" equals <vermindering>
      And output "berekend_kindgebonden_budget" equals <berekend>
      And output "heeft_recht_op_kindgebonden_budget" is <recht>
      And output "hoogte_kindgebonden_budget" equals <hoogte>

      Examples:
        | inkomen  | vermindering | berekend | recht | hoogte | waarom                       |
        | 0        | 0            | 516000   | true  | 516000 | geen inkomen; gepubliceerd   |
        | 3914100  | 0            | 516000   | true  | 516000 | op de grens; gepubliceerd    |
        | 3914200  | 7.6          | 515992.4 | true  | 516000 | een euro erboven telt mee    |
        | 4500000  | 44528.4      | 471471.6 | true  | 471500 | in de afbouw; gepubliceerd   |
        | 10672600 | 513646       | 2354     | true  | 2400   | nog net 24 euro              |
        | 10672700 | 513653.6     | 2346.4   | false | 0      | 23 euro wordt niet toegekend |
        | 10703600 | 516002       | 0        | false | 0      | niets meer                   |

    Scenario Outline: Het inkomen van beide partners telt mee, hoe het ook verdeeld is
      # (45.000 - 39.141) x 7,60 %
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen  | geboortedatum | kinderbijslag | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 999990639   | 999900006 | 1985-03-01    |               | true                   | <eigen>         | null            | null                                 | 0                  |
        | 999990639 | 999993653   |           | 1985-03-01    |               | false                  | <partner>       | null            | null                                 | 0                  |
        | 999900006 | null        | null      | 2022-02-10    | true          | false                  | 0               | null            | null                                 | 0                  |
      When I evaluate "vermindering" of "wet_op_het_kindgebonden_budget"
      Then output "vermindering" equals 44528.4

      Examples:
        | eigen   | partner |
        | 4500000 | 0       |
        | 2000000 | 2500000 |
        | 0       | 4500000 |

    Scenario Outline: Zonder <wat> is er geen recht, en is het bedrag nul
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen   | geboortedatum | kinderbijslag   | ontvangt_kinderbijslag | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | null        | <kinderen> | 1985-03-01    |                 | <ouder>                | <inkomen>       | null            | null                                 | <vermogen>         |
        | 999900006 | null        | null       | 2022-02-10    | <kinderbijslag> | false                  | 0               | null            | null                                 | 0                  |
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
        | kinderen               |           | true  | 2022-02-10 | true          | null      | 0       | 0        |
        | ontvangt_kinderbijslag | 999900006 |       | 2022-02-10 | true          | null      | 0       | 0        |
        | geboortedatum          | 999900006 | true  |            | true          | null      | 0       | 0        |
        | kinderbijslag          | 999900006 | true  | 2022-02-10 |               | null      | 0       | 0        |
        | partner_bsn            | 999900006 | true  | 2022-02-10 | true          |           | 0       | 0        |
        | verzamelinkomen        | 999900006 | true  | 2022-02-10 | true          | null      |         | 0        |
        | vermogen_1_januari     | 999900006 | true  | 2022-02-10 | true          | null      | 0       |          |
        | verzamelinkomen        | 999900006 | true  | 2022-02-10 | true          | 999990639 | 0       | 0        |
