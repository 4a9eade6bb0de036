# SPDX-License-Identifier: EUPL-1.2
Feature: Wet op de zorgtoeslag, berekeningsjaar 2025
  # Bedragen zijn eurocenten per jaar. Wat met "gepubliceerd" is gemerkt, staat met zijn bron in
  # ../oracles/2025.csv; de rest volgt uit de tekst van het artikel met de som die erbij staat:
  #   drempelinkomen  D = 28.406 (gepubliceerd)      standaardpremie  S = 2.112 (gepubliceerd)
  #   normpremie      N = 1,896 % x D zonder partner, 4,273 % x D met partner, + 13,700 % x (inkomen - D) boven D
  #   zorgtoeslag     S - N zonder partner, 2 x S - N met partner, de helft daarvan als de partner
  #                   niet verzekerd is; op hele euro's, en niets onder 24 euro (art. 14 Awir)

  Background:
    Given the calculation date is "2025-06-15"
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
        | 2007-07-02 | 2025-06-15 | false    | zeventien                                      |
        | 2007-06-30 | 2025-06-15 | false    | wordt deze maand achttien                      |
        | 2007-06-15 | 2025-06-15 | false    | vandaag achttien                               |
        | 2007-06-01 | 2025-06-15 | false    | op de eerste van deze maand achttien           |
        | 2007-05-31 | 2025-06-15 | true     | op de laatste dag van de vorige maand achttien |
        | 2007-06-01 | 2025-06-30 | false    | de laatste dag van de maand van achttien       |
        | 2007-06-01 | 2025-07-01 | true     | de eerste dag van de maand erna                |

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
      # 1,08 x 12 x 2.191,80 = 28.405,728; gepubliceerd: 28.406
      When I evaluate outputs "drempelinkomen_onafgerond, drempelinkomen" of "wet_op_de_zorgtoeslag"
      Then output "drempelinkomen_onafgerond" equals 2840572.8
      And output "drempelinkomen" equals 2840600

  Rule: Artikel 2: normpremie en zorgtoeslag

    Scenario Outline: Alleen, inkomen <inkomen>: <waarom>
      # Bovengrens gepubliceerd: 39.719.
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
        | 0       | 53857.776  | 157342.224 | true  | 157300 | geen inkomen; gepubliceerd: 131 per maand                  |
        | 1900000 | 53857.776  | 157342.224 | true  | 157300 | onder het drempelinkomen, even veel                        |
        | 2840500 | 53857.776  | 157342.224 | true  | 157300 | een euro onder het drempelinkomen                          |
        | 2840600 | 53857.776  | 157342.224 | true  | 157300 | op het drempelinkomen                                      |
        | 2840700 | 53871.476  | 157328.524 | true  | 157300 | een euro erboven telt mee                                  |
        | 3500000 | 144195.576 | 67004.424  | true  | 67000  | in de afbouw                                               |
        | 3971800 | 208832.176 | 2367.824   | true  | 2400   | een euro onder de bovengrens                               |
        | 3971900 | 208845.876 | 2354.124   | true  | 2400   | op de bovengrens: 24 euro                                  |
        | 3972000 | 208859.576 | 2340.424   | false | 0      | een euro boven de bovengrens: 23 euro wordt niet toegekend |
        | 3989000 | 211188.576 | 11.424     | false | 0      | bijna niets meer                                           |
        | 3989100 | 211202.276 | 0          | false | 0      | de normpremie is niet minder dan de standaardpremie        |
        | 9000000 | 897695.576 | 0          | false | 0      | ver erboven                                                |

    Scenario Outline: Samen, inkomen <inkomen> en 0: <waarom>
      # Bovengrens gepubliceerd: 50.206 voor beide inkomens samen.
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
        | 0       | 121378.838 | 301021.162 | true  | 301000 | geen inkomen                                                 |
        | 2840500 | 121378.838 | 301021.162 | true  | 301000 | een euro onder het drempelinkomen                            |
        | 2840600 | 121378.838 | 301021.162 | true  | 301000 | op het drempelinkomen                                        |
        | 2840700 | 121392.538 | 301007.462 | true  | 301000 | een euro erboven telt mee                                    |
        | 3500000 | 211716.638 | 210683.362 | true  | 210700 | in de afbouw                                                 |
        | 5020500 | 420025.138 | 2374.862   | true  | 2400   | een euro onder de bovengrens                                 |
        | 5020600 | 420038.838 | 2361.162   | true  | 2400   | op de bovengrens: 24 euro                                    |
        | 5020700 | 420052.538 | 2347.462   | false | 0      | een euro boven de bovengrens                                 |
        | 5037900 | 422408.938 | 0          | false | 0      | de normpremie is niet minder dan tweemaal de standaardpremie |

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
        | 0       | 121378.838 | 150510.581 | true  | 150500 | geen inkomen                                                                   |
        | 2840600 | 121378.838 | 150510.581 | true  | 150500 | op het drempelinkomen                                                          |
        | 3320000 | 187056.638 | 117671.681 | true  | 117700 | het inkomen van voorbeeld 2 uit de folder (gepubliceerd, op een cent afgerond) |
        | 5003500 | 417696.138 | 2351.931   | true  | 2400   | de helft is nog 24 euro                                                        |
        | 5003600 | 417709.838 | 2345.081   | false | 0      | de helft is 23 euro                                                            |
        | 5037900 | 422408.938 | 0          | false | 0      | niets                                                                          |

    Scenario Outline: Het inkomen van beide partners telt mee, hoe het ook verdeeld is
      # 4,273 % x D + 13,700 % x (36.000 - D)
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verzekerd_zvw | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | 1980-05-01    | true          | 999990639   | <eigen>         | null            | null                                 | 0                  |
        | 999990639 | 1982-03-10    | true          | 999993653   | <partner>       | null            | null                                 | 0                  |
      When I evaluate "normpremie" of "wet_op_de_zorgtoeslag"
      Then output "normpremie" equals 225416.638

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
        | leeftijd                             | 2010-01-01 | true      | 0       | 0        |
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
      # "meer bedraagt dan" 141.896 (gepubliceerd): op de grens bestaat de aanspraak nog.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | null        | <vermogen>         |
      When I evaluate "vermogen_onder_grens" of "wet_op_de_zorgtoeslag"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | vermogen | onder |
        | 0        | true  |
        | 14189599 | true  |
        | 14189600 | true  |
        | 14189601 | false |
        | -500000  | true  |

    Scenario Outline: Samen, vermogen <eigen> en <partner>
      # "gezamenlijke rendementsgrondslag [...] meer bedraagt dan" 179.429 (gepubliceerd)
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_1_januari |
        | 999993653 | 999990639   | <eigen>            |
        | 999990639 | 999993653   | <partner>          |
      When I evaluate "vermogen_onder_grens" of "wet_op_de_zorgtoeslag"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | eigen    | partner  | onder                                    |
        | 14189700 | 0        | true                                     |
        | 17942900 | 0        | true                                     |
        | 0        | 17942900 | true                                     |
        | 13942900 | 4000000  | true                                     |
        | 13942900 | 4000001  | false                                    |
        | 0        | 17942901 | false                                    |
        | 0        |          | unknown for lack of "vermogen_1_januari" |

  Rule: Artikel 4: de standaardpremie

    Scenario Outline: Op <dag>
      # De ministeriële regeling van dit jaar, van de eerste tot de laatste dag (gepubliceerd).
      Given the calculation date is "<dag>"
      When I evaluate "standaardpremie" of "wet_op_de_zorgtoeslag"
      Then output "standaardpremie" equals 211200

      Examples:
        | dag        |
        | 2025-01-01 |
        | 2025-12-31 |
