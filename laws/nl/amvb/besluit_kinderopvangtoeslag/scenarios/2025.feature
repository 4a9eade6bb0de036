# SPDX-License-Identifier: EUPL-1.2
Feature: Besluit kinderopvangtoeslag, berekeningsjaar 2025
  # Bedragen zijn eurocenten per maand. De maximum uurprijzen en de percentages zijn gepubliceerd (../oracles/2025.csv):
  # dagopvang 1071, buitenschoolse opvang 952, gastouderopvang 810; 96 procent tot en met 47.403 euro. De rest volgt uit de tekst
  # met de som die erbij staat: minuten, ten hoogste 230 x 60, gedeeld door 60, keer de prijs per uur, ten hoogste de maximum uurprijs.

  Background:
    Given the calculation date is "2025-06-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 4 en 8a: de prijs en de uren die meetellen

    Scenario Outline: <soort>, <minuten> minuten tegen <prijs>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen  | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs |
        | 999993653 | 999900006 |                             |             |               |          |
        | 999900006 | null      | true                        | <soort>     | <minuten>     | <prijs>  |
      When I evaluate "kosten_kinderopvang_per_maand" of "besluit_kinderopvangtoeslag"
      Then output "kosten_kinderopvang_per_maand" <kosten>

      Examples:
        | soort                 | minuten | prijs | kosten                                 | waarom                                     |
        | dagopvang             | 6000    | 1070  | equals 107000                          | een cent onder de maximum uurprijs         |
        | dagopvang             | 6000    | 1071  | equals 107100                          | op de maximum uurprijs                     |
        | dagopvang             | 6000    | 1072  | equals 107100                          | erboven telt niet                          |
        | buitenschoolse opvang | 6000    | 952   | equals 95200                           | op de maximum uurprijs                     |
        | buitenschoolse opvang | 6000    | 953   | equals 95200                           | erboven telt niet                          |
        | gastouderopvang       | 6000    | 810   | equals 81000                           | op de maximum uurprijs                     |
        | gastouderopvang       | 6000    | 811   | equals 81000                           | erboven telt niet                          |
        | dagopvang             | 13799   | 600   | equals 137990                          | een minuut minder dan 230 uur              |
        | dagopvang             | 13800   | 600   | equals 138000                          | 230 uur                                    |
        | dagopvang             | 13801   | 600   | equals 138000                          | meer telt niet                             |
        | dagopvang             | 90      | 601   | equals 901.5                           | anderhalf uur; een halve cent blijft staan |
        | dagopvang             | 0       | 600   | equals 0                               | geen uren deze maand                       |
        |                       | 6000    | 600   | is unknown for lack of "opvangsoort"   | de soort is niet bekend                    |
        | dagopvang             |         | 600   | is unknown for lack of "opvangminuten" | de uren zijn niet bekend                   |
        | dagopvang             | 6000    |       | is unknown for lack of "uurprijs"      | de prijs is niet bekend                    |

    Scenario: Een soort opvang die er niet is, is een fout
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen  | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs |
        | 999993653 | 999900006 |                             |             |               |          |
        | 999900006 | null      | true                        | oppas       | 6000          | 600      |
      When I evaluate "kosten_kinderopvang_per_maand" of "besluit_kinderopvangtoeslag"
      Then the execution fails with "faulty"

  Rule: Artikel 3: het eerste kind

    Scenario Outline: <waarom>
      # 999900006: dagopvang tegen 600; 999900018: buitenschoolse opvang tegen 700; 999900031: geen geregistreerde opvang.
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen   | geregistreerde_kinderopvang | opvangsoort           | opvangminuten | uurprijs |
        | 999993653 | <kinderen> |                             |                       |               |          |
        | 999900006 | null       | true                        | dagopvang             | <een>         | 600      |
        | 999900018 | null       | true                        | buitenschoolse opvang | <twee>        | 700      |
        | 999900031 | null       | false                       |                       |               |          |
      When I evaluate outputs "aantal_kinderen_met_opvang, kosten_eerste_kind_per_maand, kosten_overige_kinderen_per_maand" of "besluit_kinderopvangtoeslag"
      Then output "aantal_kinderen_met_opvang" equals <aantal>
      And output "kosten_eerste_kind_per_maand" equals <eerste>
      And output "kosten_overige_kinderen_per_maand" equals <overige>

      Examples:
        | kinderen                      | een   | twee  | aantal | eerste | overige | waarom                                              |
        | null                          | 6000  | 6000  | 0      | 0      | 0       | geen kinderen                                       |
        | 999900031                     | 6000  | 6000  | 0      | 0      | 0       | een kind zonder geregistreerde opvang               |
        | 999900006                     | 6000  | 6000  | 1      | 60000  | 0       | een kind: 100 uur x 600                             |
        | 999900006 999900018           | 6060  | 6000  | 2      | 60600  | 70000   | de meeste uren, al zijn de kosten lager: 101 x 600  |
        | 999900018 999900006           | 6060  | 6000  | 2      | 60600  | 70000   | de volgorde maakt niet uit                          |
        | 999900006 999900018           | 6000  | 6000  | 2      | 70000  | 60000   | evenveel uren: de hoogste kosten                    |
        | 999900006 999900018           | 20000 | 14000 | 2      | 161000 | 138000  | boven 230 uur evenveel uren: 230 x 700 en 230 x 600 |
        | 999900006 999900018 999900031 | 6060  | 6000  | 2      | 60600  | 70000   | wie geen opvang heeft, telt niet mee                |

    Scenario Outline: Wat van een kind onbekend is: <feit>
      Given the following "personen" data with key "bsn":
        | bsn       | kinderen   | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs |
        | 999993653 | <kinderen> |                             |             |               |          |
        | 999900006 | null       | <opvang>                    | dagopvang   | <minuten>     | 600      |
      When I evaluate "kosten_eerste_kind_per_maand" of "besluit_kinderopvangtoeslag"
      Then output "kosten_eerste_kind_per_maand" is unknown for lack of "<feit>"

      Examples:
        | feit                        | kinderen  | opvang | minuten |
        | kinderen                    |           | true   | 6000    |
        | geregistreerde_kinderopvang | 999900006 |        | 6000    |
        | opvangminuten               | 999900006 | true   |         |

  Rule: Artikel 8 en bijlage I: het percentage

    Scenario Outline: Inkomen <inkomen>: <waarom>
      # 100 uur dagopvang tegen 6 euro en 50 uur tegen 6 euro: 60.000 x eerste + 30.000 x overige
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen            | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | null        | 999900006 999900018 |                             |             |               |          | <inkomen>       | null            | null                                 |
        | 999900006 | null        | null                | true                        | dagopvang   | 6000          | 600      | 0               | null            | null                                 |
        | 999900018 | null        | null                | true                        | dagopvang   | 3000          | 600      | 0               | null            | null                                 |
      When I evaluate outputs "percentage_eerste_kind, percentage_overige_kinderen, kinderopvangtoeslag_per_maand" of "besluit_kinderopvangtoeslag"
      Then output "percentage_eerste_kind" equals <eerste>
      And output "percentage_overige_kinderen" equals <overige>
      And output "kinderopvangtoeslag_per_maand" equals <toeslag>

      Examples:
        | inkomen  | eerste | overige | toeslag | waarom                             |
        | -500000  | 0.96   | 0.96    | 86400   | een negatief inkomen               |
        | 0        | 0.96   | 0.96    | 86400   | geen inkomen                       |
        | 4740300  | 0.96   | 0.96    | 86400   | het hoogste percentage             |
        | 4740400  | 0.953  | 0.956   | 85860   | een euro meer                      |
        | 6000000  | 0.892  | 0.945   | 81870   | in de tabel                        |
        | 10000000 | 0.664  | 0.891   | 66570   | in de tabel                        |
        | 15922400 | 0.353  | 0.806   | 45360   | de laatste rij voor de vaste voet  |
        | 15922500 | 0.333  | 0.803   | 44070   | de vaste voet voor het eerste kind |
        | 22654500 | 0.333  | 0.68    | 40380   | de voorlaatste rij                 |
        | 22654600 | 0.333  | 0.671   | 40110   | de laatste rij                     |
        | 90000000 | 0.333  | 0.671   | 40110   | ver erboven                        |

    Scenario Outline: Het inkomen van een partner telt mee: <eigen> en <partner>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen | geregistreerde_kinderopvang | opvangsoort | opvangminuten | uurprijs | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | <wie>       | null     |                             |             |               |          | <eigen>         | null            | null                                 |
        | 999990639 | 999993653   |          |                             |             |               |          | <partner>       | null            | null                                 |
      When I evaluate "percentage_eerste_kind" of "besluit_kinderopvangtoeslag"
      Then output "percentage_eerste_kind" <percentage>

      Examples:
        | wie       | eigen   | partner  | percentage                               |
        | 999990639 | 6000000 | 4000000  | equals 0.664                             |
        | 999990639 | 0       | 10000000 | equals 0.664                             |
        | null      | 6000000 | 4000000  | equals 0.892                             |
        | 999990639 | 6000000 |          | is unknown for lack of "verzamelinkomen" |
        |           | 6000000 | 4000000  | is unknown for lack of "partner_bsn"     |
