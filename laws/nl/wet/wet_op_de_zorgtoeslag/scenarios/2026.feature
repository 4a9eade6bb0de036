# SPDX-License-Identifier: EUPL-1.2
Feature: Wet op de zorgtoeslag, berekeningsjaar 2026
  # Bedragen zijn eurocenten per jaar. Wat met "gepubliceerd" is gemerkt, staat met zijn bron in
  # ../oracles/2026.csv; de rest volgt uit de tekst van het artikel met de som die erbij staat:
  #   drempelinkomen  D = 29.736 (gepubliceerd)      standaardpremie  S = 2.119 (gepubliceerd)
  #   normpremie      N = 1,912 % x D zonder partner, 4,289 % x D met partner, + 13,730 % x (inkomen - D) boven D
  #   zorgtoeslag     S - N zonder partner, 2 x S - N met partner, de helft daarvan als de partner
  #                   niet verzekerd is; op hele euro's, en niets onder 24 euro (art. 14 Awir)

  Background:
    Given the calculation date is "2026-06-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 1, onder c: wie verzekerde is

    Scenario Outline: Geboren op <geboren>, op <dag>: <waarom>
      # "steeds vanaf de eerste dag van de kalendermaand volgende op de maand waarin hij achttien jaar wordt"
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw |
        | 999993653 | <geboren>     | true          |
      When I evaluate outputs "heeft_verzekerde_leeftijd, is_verzekerde" of "wet_op_de_zorgtoeslag"
      Then output "heeft_verzekerde_leeftijd" is <leeftijd>
      And output "is_verzekerde" is <leeftijd>

      Examples:
        | geboren    | dag        | leeftijd | waarom                                         |
        | 2008-07-02 | 2026-06-15 | false    | zeventien                                      |
        | 2008-06-30 | 2026-06-15 | false    | wordt deze maand achttien                      |
        | 2008-06-15 | 2026-06-15 | false    | vandaag achttien                               |
        | 2008-06-01 | 2026-06-15 | false    | op de eerste van deze maand achttien           |
        | 2008-05-31 | 2026-06-15 | true     | op de laatste dag van de vorige maand achttien |
        | 2008-06-01 | 2026-06-30 | false    | de laatste dag van de maand van achttien       |
        | 2008-06-01 | 2026-07-01 | true     | de eerste dag van de maand erna                |
        | 2008-02-29 | 2026-02-28 | false    | schrikkeldag, nog in de maand                  |
        | 2008-02-29 | 2026-03-01 | true     | schrikkeldag, de maand erna                    |

    Scenario Outline: Leeftijd <geboren>, verzekerd "<verzekerd>" maakt verzekerde <wat>
      # Een antwoord dat vaststaat, blijft staan, wat er verder ook onbekend is.
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw |
        | 999993653 | <geboren>     | <verzekerd>   |
      When I evaluate "is_verzekerde" of "wet_op_de_zorgtoeslag"
      Then output "is_verzekerde" is <wat>

      Examples:
        | geboren    | verzekerd | wat                                 |
        | 1980-05-01 | true      | true                                |
        | 1980-05-01 | false     | false                               |
        | 1980-05-01 |           | unknown for lack of "verzekerd_zvw" |
        | 2015-05-01 |           | false                               |
        |            | true      | unknown for lack of "geboortedatum" |
        |            | false     | false                               |

    Scenario: Een geboortedatum die niet bestaat is een fout, geen leeftijd
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw |
        | 999993653 | 1980-02-30    | true          |
      When I evaluate "is_verzekerde" of "wet_op_de_zorgtoeslag"
      Then the execution fails with "geboortedatum"

  Rule: Artikel 1, onder f: het drempelinkomen

    Scenario: 108 procent van twaalf keer het minimumloon van januari
      # 1,08 x 12 x 2.294,40 = 29.735,424; gepubliceerd: 29.736
      When I evaluate outputs "drempelinkomen_onafgerond, drempelinkomen" of "wet_op_de_zorgtoeslag"
      Then output "drempelinkomen_onafgerond" equals 2973542.4
      And output "drempelinkomen" equals 2973600

  Rule: Artikel 2: normpremie en zorgtoeslag

    Scenario Outline: Alleen, inkomen <inkomen>: <waarom>
      # Bovengrens gepubliceerd: 40.857.
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 1980-05-01    | true          | null        | <inkomen>       | null            | null                                 | 0                  |
      When I evaluate outputs "normpremie, berekende_zorgtoeslag, heeft_recht_op_zorgtoeslag, hoogte_zorgtoeslag" of "wet_op_de_zorgtoeslag"
      Then output "normpremie" equals <norm>
      And output "berekende_zorgtoeslag" equals <toeslag>
      And output "heeft_recht_op_zorgtoeslag" is <recht>
      And output "hoogte_zorgtoeslag" equals <hoogte>

      Examples:
        | inkomen | norm       | toeslag    | recht | hoogte | waarom                                                     |
        | 0       | 56855.232  | 155044.768 | true  | 155000 | geen inkomen; gepubliceerd: 1.550 per jaar                 |
        | 1900000 | 56855.232  | 155044.768 | true  | 155000 | onder het drempelinkomen, even veel                        |
        | 2973500 | 56855.232  | 155044.768 | true  | 155000 | een euro onder het drempelinkomen                          |
        | 2973600 | 56855.232  | 155044.768 | true  | 155000 | op het drempelinkomen                                      |
        | 2973700 | 56868.962  | 155031.038 | true  | 155000 | een euro erboven telt mee                                  |
        | 3500000 | 129129.952 | 82770.048  | true  | 82800  | in de afbouw                                               |
        | 4085600 | 209532.832 | 2367.168   | true  | 2400   | een euro onder de bovengrens                               |
        | 4085700 | 209546.562 | 2353.438   | true  | 2400   | op de bovengrens: 24 euro                                  |
        | 4085800 | 209560.292 | 2339.708   | false | 0      | een euro boven de bovengrens: 23 euro wordt niet toegekend |
        | 4102800 | 211894.392 | 5.608      | false | 0      | bijna niets meer                                           |
        | 4102900 | 211908.122 | 0          | false | 0      | de normpremie is niet minder dan de standaardpremie        |
        | 9000000 | 884279.952 | 0          | false | 0      | ver erboven                                                |

    Scenario Outline: Samen, inkomen <inkomen> en 0: <waarom>
      # Bovengrens gepubliceerd: 51.142 voor beide inkomens samen.
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 1980-05-01    | true          | 999990639   | <inkomen>       | null            | null                                 | 0                  |
        | 999990639 | 1982-03-10    | true          | 999993653   | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "normpremie, berekende_zorgtoeslag, heeft_recht_op_zorgtoeslag, hoogte_zorgtoeslag" of "wet_op_de_zorgtoeslag"
      Then output "normpremie" equals <norm>
      And output "berekende_zorgtoeslag" equals <toeslag>
      And output "heeft_recht_op_zorgtoeslag" is <recht>
      And output "hoogte_zorgtoeslag" equals <hoogte>

      Examples:
        | inkomen | norm       | toeslag    | recht | hoogte | waarom                                                       |
        | 0       | 127537.704 | 296262.296 | true  | 296300 | geen inkomen; gepubliceerd: 2.963 per jaar                   |
        | 2973500 | 127537.704 | 296262.296 | true  | 296300 | een euro onder het drempelinkomen                            |
        | 2973600 | 127537.704 | 296262.296 | true  | 296300 | op het drempelinkomen                                        |
        | 2973700 | 127551.434 | 296248.566 | true  | 296200 | een euro erboven telt mee                                    |
        | 3500000 | 199812.424 | 223987.576 | true  | 224000 | in de afbouw                                                 |
        | 5114100 | 421428.354 | 2371.646   | true  | 2400   | een euro onder de bovengrens                                 |
        | 5114200 | 421442.084 | 2357.916   | true  | 2400   | op de bovengrens: 24 euro                                    |
        | 5114300 | 421455.814 | 2344.186   | false | 0      | een euro boven de bovengrens                                 |
        | 5131400 | 423803.644 | 0          | false | 0      | de normpremie is niet minder dan tweemaal de standaardpremie |

    Scenario Outline: Samen met een partner die niet verzekerd is, inkomen <inkomen>: <waarom>
      # Lid 4: vijftig procent. Rond 24 euro wordt dus bij een verschil van 47 of 46 euro.
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 1980-05-01    | true          | 999990639   | <inkomen>       | null            | null                                 | 0                  |
        | 999990639 | 1982-03-10    | false         | 999993653   | 0               | null            | null                                 | 0                  |
      When I evaluate outputs "normpremie, berekende_zorgtoeslag, heeft_recht_op_zorgtoeslag, hoogte_zorgtoeslag" of "wet_op_de_zorgtoeslag"
      Then output "normpremie" equals <norm>
      And output "berekende_zorgtoeslag" equals <toeslag>
      And output "heeft_recht_op_zorgtoeslag" is <recht>
      And output "hoogte_zorgtoeslag" equals <hoogte>

      Examples:
        | inkomen | norm       | toeslag    | recht | hoogte | waarom                                                                         |
        | 0       | 127537.704 | 148131.148 | true  | 148100 | geen inkomen                                                                   |
        | 2973600 | 127537.704 | 148131.148 | true  | 148100 | op het drempelinkomen                                                          |
        | 3320000 | 175098.424 | 124350.788 | true  | 124400 | het inkomen van voorbeeld 2 uit de folder (gepubliceerd, op een cent afgerond) |
        | 5097100 | 419094.254 | 2352.873   | true  | 2400   | de helft is nog 24 euro                                                        |
        | 5097200 | 419107.984 | 2346.008   | false | 0      | de helft is 23 euro                                                            |
        | 5131400 | 423803.644 | 0          | false | 0      | niets                                                                          |

    Scenario Outline: Het inkomen van beide partners telt mee, hoe het ook verdeeld is
      # 4,289 % x D + 13,730 % x (36.000 - D)
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 1980-05-01    | true          | 999990639   | <eigen>         | null            | null                                 | 0                  |
        | 999990639 | 1982-03-10    | true          | 999993653   | <partner>       | null            | null                                 | 0                  |
      When I evaluate "normpremie" of "wet_op_de_zorgtoeslag"
      Then output "normpremie" equals 213542.424

      Examples:
        | eigen   | partner |
        | 3600000 | 0       |
        | 2000000 | 1600000 |
        | 0       | 3600000 |

    Scenario Outline: Zonder <wat> is er geen recht, en is het bedrag nul
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <geboren>     | <verzekerd>   | null        | <inkomen>       | null            | null                                 | <vermogen>         |
      When I evaluate outputs "heeft_recht_op_zorgtoeslag, hoogte_zorgtoeslag" of "wet_op_de_zorgtoeslag"
      Then output "heeft_recht_op_zorgtoeslag" is false
      And output "hoogte_zorgtoeslag" equals 0

      Examples:
        | wat                                  | geboren    | verzekerd | inkomen | vermogen |
        | leeftijd                             | 2011-01-01 | true      | 0       | 0        |
        | verzekering                          | 1980-05-01 | false     | 0       | 0        |
        | laag inkomen                         | 1980-05-01 | true      | 9000000 | 0        |
        | laag vermogen                        | 1980-05-01 | true      | 0       | 99999900 |
        | iets, maar ook met onbekend vermogen | 1980-05-01 | false     | 0       |          |
        | iets, maar ook met onbekend inkomen  | 1980-05-01 | true      |         | 99999900 |

    Scenario Outline: Wat onbekend is en ertoe doet, maakt het recht onbekend: <feit>
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <geboren>     | <verzekerd>   | <partner>   | <inkomen>       | null            | null                                 | <vermogen>         |
      When I evaluate outputs "heeft_recht_op_zorgtoeslag, hoogte_zorgtoeslag" of "wet_op_de_zorgtoeslag"
      Then the execution succeeds
      And output "heeft_recht_op_zorgtoeslag" is unknown for lack of "<feit>"
      And output "hoogte_zorgtoeslag" is unknown for lack of "<feit>"

      Examples:
        | feit               | geboren    | verzekerd | partner   | inkomen | vermogen |
        | geboortedatum      |            | true      | null      | 0       | 0        |
        | verzekerd_zvw      | 1980-05-01 |           | null      | 0       | 0        |
        | partner_bsn        | 1980-05-01 | true      |           | 0       | 0        |
        | verzamelinkomen    | 1980-05-01 | true      | null      |         | 0        |
        | vermogen_1_januari | 1980-05-01 | true      | null      | 0       |          |
        | verzamelinkomen    | 1980-05-01 | true      | 999990639 | 0       | 0        |

  Rule: Artikel 3: het vermogen

    Scenario Outline: Alleen, vermogen <vermogen>
      # "meer bedraagt dan" 146.011 (gepubliceerd): op de grens bestaat de aanspraak nog.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | null        | <vermogen>         |
      When I evaluate "vermogen_onder_grens" of "wet_op_de_zorgtoeslag"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | vermogen | onder |
        | 0        | true  |
        | 14601099 | true  |
        | 14601100 | true  |
        | 14601101 | false |
        | -500000  | true  |

    Scenario Outline: Samen, vermogen <eigen> en <partner>
      # "gezamenlijke rendementsgrondslag [...] meer bedraagt dan" 184.633 (gepubliceerd)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | 999990639   | <eigen>            |
        | 999990639 | 999993653   | <partner>          |
      When I evaluate "vermogen_onder_grens" of "wet_op_de_zorgtoeslag"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | eigen    | partner  | onder                                    |
        | 14601200 | 0        | true                                     |
        | 18463300 | 0        | true                                     |
        | 0        | 18463300 | true                                     |
        | 14463300 | 4000000  | true                                     |
        | 14463300 | 4000001  | false                                    |
        | 0        | 18463301 | false                                    |
        | 0        |          | unknown for lack of "vermogen_1_januari" |

  Rule: Artikel 4: de standaardpremie

    Scenario Outline: Op <dag>
      # De ministeriële regeling van dit jaar, van de eerste tot de laatste dag (gepubliceerd).
      Given the calculation date is "<dag>"
      When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
      Then output "standaardpremie" equals 211900

      Examples:
        | dag        |
        | 2026-01-01 |
        | 2026-12-31 |
