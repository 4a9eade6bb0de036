# SPDX-License-Identifier: EUPL-1.2
Feature: Wet kinderopvang, kinderopvangtoeslag, berekeningsjaar 2026
  # Bedragen zijn eurocenten per jaar. Percentages en maximum uurprijzen: zie het Besluit kinderopvangtoeslag. De som staat erbij:
  # uren x prijs x percentage x 12 maanden, op hele euro's, en niets onder 24 euro (art. 14 Awir).

  Background:
    Given the calculation date is "2026-06-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 1.6: wie werkt of een traject volgt

    Scenario Outline: Ouder "<ouder>", partner "<partner>" werkt "<van_partner>"
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | werkt_of_volgt_traject |
        | 999993653 | <partner>   | <ouder>                |
        | 999990639 | 999993653   | <van_partner>          |
      When I evaluate "ouders_verrichten_arbeid" of "wet_kinderopvang"
      Then output "ouders_verrichten_arbeid" is <samen>

      Examples:
        | ouder | partner   | van_partner | samen                                        |
        | true  | null      | false       | true                                         |
        | false | null      | true        | false                                        |
        |       | null      | true        | unknown for lack of "werkt_of_volgt_traject" |
        | true  | 999990639 | true        | true                                         |
        | true  | 999990639 | false       | false                                        |
        | false | 999990639 | true        | false                                        |
        | false | 999990639 |             | false                                        |
        | true  | 999990639 |             | unknown for lack of "werkt_of_volgt_traject" |
        | true  |           | true        | unknown for lack of "partner_bsn"            |
        | false |           |             | false                                        |

  Rule: Artikel 1.5 en 1.7: recht en hoogte

    Scenario Outline: Alleen met een kind op de dagopvang, <minuten> minuten per maand tegen 6 euro per uur: <waarom>
      # minuten / 60 x 6 euro x 96 % x 12
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen  | werkt_of_volgt_traject | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | null        | 999900006 | true                   |                             |             |               |          | 3000000         | null            | null                                 |
        | 999900006 | null        | null      |                        | true                        | dagopvang   | <minuten>     | 600      | 0               | null            | null                                 |
      When I evaluate outputs "berekende_kinderopvangtoeslag, heeft_recht_op_kinderopvangtoeslag, hoogte_kinderopvangtoeslag" of "wet_kinderopvang"
      Then output "berekende_kinderopvangtoeslag" equals <berekend>
      And output "heeft_recht_op_kinderopvangtoeslag" is <recht>
      And output "hoogte_kinderopvangtoeslag" equals <hoogte>

      Examples:
        | minuten | berekend | recht | hoogte  | waarom                       |
        | 6000    | 691200   | true  | 691200  | 100 uur                      |
        | 13800   | 1589760  | true  | 1589800 | 230 uur                      |
        | 44640   | 1589760  | true  | 1589800 | de hele maand: 230 uur telt  |
        | 21      | 2419.2   | true  | 2400    | nog net 24 euro              |
        | 20      | 2304     | false | 0       | 23 euro wordt niet toegekend |
        | 0       | 0        | false | 0       | geen uren                    |

    Scenario: Samen, twee kinderen, inkomen 100.000
      # (100 uur x 600 x 72.1 % + 50 uur x 700 x 90.5 %) x 12
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen            | werkt_of_volgt_traject | geregistreerde_kinderopvang | opvangsoort           | opvangminuten | uurprijs | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | 999990639   | 999900006 999900018 | true                   |                             |                       |               |          | 6000000         | null            | null                                 |
        | 999990639 | 999993653   |                     | true                   |                             |                       |               |          | 4000000         | null            | null                                 |
        | 999900006 | null        | null                |                        | true                        | dagopvang             | 6000          | 600      | 0               | null            | null                                 |
        | 999900018 | null        | null                |                        | true                        | buitenschoolse opvang | 3000          | 700      | 0               | null            | null                                 |
      When I evaluate outputs "berekende_kinderopvangtoeslag, heeft_recht_op_kinderopvangtoeslag, hoogte_kinderopvangtoeslag" of "wet_kinderopvang"
      Then output "berekende_kinderopvangtoeslag" equals 899220
      And output "heeft_recht_op_kinderopvangtoeslag" is true
      And output "hoogte_kinderopvangtoeslag" equals 899200

    Scenario Outline: Zonder <wat> is er geen recht, en is het bedrag nul
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen   | werkt_of_volgt_traject | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | null        | <kinderen> | <werk>                 |                             |             |               |          | <inkomen>       | null            | null                                 |
        | 999900006 | null        | null       |                        | <opvang>                    | dagopvang   | 6000          | 600      | 0               | null            | null                                 |
      When I evaluate outputs "heeft_recht_op_kinderopvangtoeslag, hoogte_kinderopvangtoeslag" of "wet_kinderopvang"
      Then output "heeft_recht_op_kinderopvangtoeslag" is false
      And output "hoogte_kinderopvangtoeslag" equals 0

      Examples:
        | wat                                         | kinderen  | inkomen | werk  | opvang |
        | kinderen                                    | null      | 3000000 | true  | true   |
        | geregistreerde opvang                       | 999900006 | 3000000 | true  | false  |
        | werk of traject                             | 999900006 | 3000000 | false | true   |
        | werk, ook met onbekend inkomen              | 999900006 |         | false | true   |
        | opvang, ook als onbekend is of iemand werkt | 999900006 | 3000000 |       | false  |

    Scenario Outline: Wat onbekend is en ertoe doet, maakt het recht onbekend: <feit>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen   | werkt_of_volgt_traject | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | <partner>   | <kinderen> | <werk>                 |                             |             |               |          | <inkomen>       | null            | null                                 |
        | 999900006 | null        | null       |                        | <opvang>                    | dagopvang   | <minuten>     | 600      | 0               | null            | null                                 |
      When I evaluate outputs "heeft_recht_op_kinderopvangtoeslag, hoogte_kinderopvangtoeslag" of "wet_kinderopvang"
      Then the execution succeeds
      And output "heeft_recht_op_kinderopvangtoeslag" is unknown for lack of "<feit>"
      And output "hoogte_kinderopvangtoeslag" is unknown for lack of "<feit>"

      Examples:
        | feit                        | kinderen  | inkomen | werk | opvang | minuten | partner |
        | kinderen                    |           | 3000000 | true | true   | 6000    | null    |
        | verzamelinkomen             | 999900006 |         | true | true   | 6000    | null    |
        | werkt_of_volgt_traject      | 999900006 | 3000000 |      | true   | 6000    | null    |
        | geregistreerde_kinderopvang | 999900006 | 3000000 | true |        | 6000    | null    |
        | opvangminuten               | 999900006 | 3000000 | true | true   |         | null    |
        | partner_bsn                 | 999900006 | 3000000 | true | true   | 6000    |         |
