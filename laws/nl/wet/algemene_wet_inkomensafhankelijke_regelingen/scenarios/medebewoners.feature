# SPDX-License-Identifier: EUPL-1.2
Feature: Algemene wet inkomensafhankelijke regelingen: medebewoners
  # Bedragen zijn eurocenten. De aanvrager is 999993653, de anderen op het adres zijn 999990639 en 999991723.
  # Vrijgesteld inkomen van een kind onder de 23 (artikel 7 lid 6): 6.042 in 2025, 6.218 in 2026. Grens van het
  # vermogen (leden 3 en 4): 37.395 en 74.790 in 2025, 38.479 en 76.958 in 2026.

  Rule: Artikel 2, onder e: wie medebewoner is

    Scenario Outline: Op het adres wonen ook "<anderen>", onderhuurder "<een>" en "<twee>"
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | medebewoners | onderhuurder |
        | 999993653 | <anderen>    |              |
        | 999990639 |              | <een>        |
        | 999991723 |              | <twee>       |
      When I evaluate "aantal_medebewoners" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "aantal_medebewoners" <aantal>

      Examples:
        | dag        | anderen             | een   | twee  | aantal                                |
        | 2025-06-15 | null                |       |       | equals 0                              |
        | 2025-06-15 | 999990639           | false |       | equals 1                              |
        | 2025-06-15 | 999990639           | true  |       | equals 0                              |
        | 2025-06-15 | 999990639 999991723 | false | false | equals 2                              |
        | 2025-06-15 | 999990639 999991723 | true  | false | equals 1                              |
        | 2025-06-15 |                     |       |       | is unknown for lack of "medebewoners" |
        | 2025-06-15 | 999990639           |       |       | is unknown for lack of "onderhuurder" |
        | 2026-06-15 | 999990639 999991723 | true  | false | equals 1                              |

  Rule: Artikel 7, leden 2 en 6: het inkomen van medebewoners

    Scenario Outline: <dag>, kind "<kind>", geboren <geboren>, inkomen "<inkomen>": <waarom>
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | medebewoners | onderhuurder | kind_van_bewoner | geboortedatum | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | 999990639    |              |                  |               |                 |                 |                                      |
        | 999990639 |              | false        | <kind>           | <geboren>     | <inkomen>       | <loon>          | <elders>                             |
      When I evaluate "toetsingsinkomen_medebewoners" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "toetsingsinkomen_medebewoners" <telt>

      Examples: 2025
        | dag        | kind  | geboren    | inkomen | loon    | elders | telt                                      | waarom                                     |
        | 2025-06-15 | false | 1990-01-01 | 2000000 | null    | null   | equals 2000000                            | geen kind: alles                           |
        | 2025-06-15 | false | 2005-01-02 | 700000  | null    | null   | equals 700000                             | jong, maar geen kind: alles                |
        | 2025-06-15 | true  | 2002-01-01 | 700000  | null    | null   | equals 700000                             | op 1 januari 23: alles                     |
        | 2025-06-15 | true  | 2002-01-02 | 700000  | null    | null   | equals 95800                              | 23 op 2 januari: 7.000 - 6.042             |
        | 2025-06-15 | true  | 2002-01-02 | 604200  | null    | null   | equals 0                                  | op de vrijstelling                         |
        | 2025-06-15 | true  | 2002-01-02 | 604201  | null    | null   | equals 1                                  | een cent erboven                           |
        | 2025-06-15 | true  | 2002-01-02 | -100000 | null    | null   | equals 0                                  | een verlies van een kind trekt niets af    |
        | 2025-06-15 | false | 1990-01-01 | -100000 | null    | null   | equals -100000                            | een verlies van een ander wel              |
        | 2025-06-15 | true  | 2010-05-01 | null    | 650000  | null   | equals 45800                              | zonder aanslag het loon                    |
        | 2025-06-15 | true  | 2010-05-01 | null    | null    | null   | equals 0                                  | niets                                      |
        | 2025-06-15 | true  | 2010-05-01 | 300000  | null    | 400000 | equals 95800                              | met buitenlands inkomen: 3.000 + 4.000     |
        | 2025-06-15 | false | 1990-01-01 |         | null    | null   | is unknown for lack of "verzamelinkomen"  | onbekend is geen nihil                     |
        | 2025-06-15 |       | 2002-01-02 | 700000  | null    | null   | is unknown for lack of "kind_van_bewoner" | kind of niet maakt uit                     |
        | 2025-06-15 |       | 1990-01-01 | 700000  | null    | null   | equals 700000                             | boven de 23 maakt kind of niet niets uit   |
      Examples: 2026
        | dag        | kind  | geboren    | inkomen | loon    | elders | telt                                      | waarom                                     |
        | 2026-06-15 | true  | 2003-01-01 | 700000  | null    | null   | equals 700000                             | op 1 januari 23: alles                     |
        | 2026-06-15 | true  | 2003-01-02 | 700000  | null    | null   | equals 78200                              | 23 op 2 januari: 7.000 - 6.218             |
        | 2026-06-15 | true  | 2003-01-02 | 621800  | null    | null   | equals 0                                  | op de vrijstelling                         |
        | 2026-06-15 | true  | 2003-01-02 | 621801  | null    | null   | equals 1                                  | een cent erboven                           |

    Scenario Outline: Twee medebewoners, van wie de een "<onderhuurder>" onderhuurder is
      # 20.000 van de een, 7.000 - 6.042 van het kind
      Given the calculation date is "2025-06-15"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | medebewoners        | onderhuurder   | kind_van_bewoner | geboortedatum | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | 999990639 999991723 |                |                  |               |                 |                 |                                      |
        | 999990639 |                     | <onderhuurder> | false            | 1990-01-01    | 2000000         | null            | null                                 |
        | 999991723 |                     | false          | true             | 2008-01-01    | 700000          | null            | null                                 |
      When I evaluate "toetsingsinkomen_medebewoners" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "toetsingsinkomen_medebewoners" <telt>

      Examples:
        | onderhuurder | telt                                  |
        | false        | equals 2095800                        |
        | true         | equals 95800                          |
        |              | is unknown for lack of "onderhuurder" |

  Rule: Artikel 7, leden 3 en 4: het vermogen

    Scenario Outline: Op <dag> zijn de grenzen <alleen> en <samen>
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      When I evaluate outputs "vermogensgrens, vermogensgrens_met_partner" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "vermogensgrens" equals <alleen>
      And output "vermogensgrens_met_partner" equals <samen>

      Examples:
        | dag        | alleen  | samen   |
        | 2025-12-31 | 3739500 | 7479000 |
        | 2026-01-01 | 3847900 | 7695800 |

    Scenario Outline: <dag>: een medebewoner, geboren <geboren>, onderhuurder "<onderhuurder>", heeft "<vermogen>"
      # "meer bedraagt dan": op de grens is het goed. Wat een kind onder de 18 heeft, telt bij de ouder.
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | medebewoners | onderhuurder   | geboortedatum | vermogen_1_januari |
        | 999993653 | 999990639    |                |               |                    |
        | 999990639 |              | <onderhuurder> | <geboren>     | <vermogen>         |
      When I evaluate "vermogen_medebewoners_onder_grens" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "vermogen_medebewoners_onder_grens" is <goed>

      Examples:
        | dag        | onderhuurder | geboren    | vermogen | goed                                     |
        | 2025-06-15 | false        | 1990-01-01 | 3739500  | true                                     |
        | 2025-06-15 | false        | 1990-01-01 | 3739501  | false                                    |
        | 2025-06-15 | true         | 1990-01-01 | 3739501  | true                                     |
        | 2025-06-15 | false        | 2007-01-01 | 3739501  | false                                    |
        | 2025-06-15 | false        | 2007-01-02 | 3739501  | true                                     |
        | 2025-06-15 | false        | 2007-01-02 |          | true                                     |
        | 2025-06-15 | false        | 1990-01-01 |          | unknown for lack of "vermogen_1_januari" |
        | 2026-06-15 | false        | 1990-01-01 | 3847900  | true                                     |
        | 2026-06-15 | false        | 1990-01-01 | 3847901  | false                                    |
