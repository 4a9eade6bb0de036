# SPDX-License-Identifier: EUPL-1.2
Feature: Wet op de huurtoeslag, berekeningsjaar 2026
  # Bedragen zijn eurocenten; huur en toeslag per maand, inkomen en de uitkomst van artikel 14 Awir per jaar. Wat is
  # gepubliceerd, staat met zijn bron in ../oracles/2026.csv; de rest volgt uit de tekst van het artikel met de som die erbij staat:
  #   basishuur            252,49 - 1,82 + 0 - 48,15 = 202,52 alleen; 252,49 - 3,63 + 0 - 48,15 = 200,71 met anderen
  #   per maand            100 % van basishuur tot 498,20, 65 % tot 713,02 (een of twee personen) of 764,14, 40 % tot 932,93
  #   inkomen              daar gaat 27 % (alleen) of 22 % van het inkomen boven 23.425 of 31.500 vanaf, gedeeld door twaalf
  #   per jaar             twaalf keer, op hele euro's, en niets onder 24 euro (artikel 14 Awir)

  Background:
    Given the calculation date is "2026-06-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 1: huurder en rekeninkomen

    Scenario Outline: Wie "<eigendom>" heeft, is huurder: <huurder>
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom   |
        | 999993653 | <eigendom> |
      When I evaluate "is_huurder" of "wet_op_de_huurtoeslag"
      Then output "is_huurder" is <huurder>

      Examples:
        | eigendom | huurder                        |
        | huur     | true                           |
        | koop     | false                          |
        | null     | false                          |
        |          | unknown for lack of "eigendom" |

    Scenario Outline: Partner "<partner>", op het adres "<op_adres>", inkomen van een kind "<kind>"
      # 20.000 + 9.000 van een partner op hetzelfde adres + wat een kind boven de vrijstelling (6.218) heeft
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | geboortedatum | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | <partner>   | <op_adres>       | 999991723    |              |                  |               | 2000000         | null            | null                                 |
        | 999990639 | 999993653   |                  | null         |              |                  |               | <inkomen>       | null            | null                                 |
        | 999991723 | null        |                  | null         | false        | true             | 2008-01-01    | <kind>          | null            | null                                 |
      When I evaluate "rekeninkomen" of "wet_op_de_huurtoeslag"
      Then output "rekeninkomen" <telt>

      Examples:
        | partner   | op_adres | inkomen | kind   | telt                                      |
        | null      | null     | 900000  | 0      | equals 2000000                            |
        | 999990639 | true     | 900000  | 0      | equals 2900000                            |
        | 999990639 | false    | 900000  | 0      | equals 2000000                            |
        | 999990639 | false    |         | 0      | equals 2000000                            |
        | 999990639 |          | 900000  | 0      | is unknown for lack of "partner_op_adres" |
        | 999990639 | true     |         | 0      | is unknown for lack of "verzamelinkomen"  |
        | null      |          | 900000  | 621800 | equals 2000000                            |
        | null      |          | 900000  | 621900 | equals 2000100                            |
        | 999990639 | true     | 900000  | 621900 | equals 2900100                            |
        |           | true     | 900000  | 0      | is unknown for lack of "partner_bsn"      |

  Rule: Artikelen 1a en 2: de partner en het huishouden

    Scenario Outline: Partner "<partner>", op het adres "<op_adres>", anderen "<anderen>": <personen>
      # De eerste van de anderen is geen onderhuurder, de tweede wel.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder |
        | 999993653 | <partner>   | <op_adres>       | <anderen>    |              |
        | 999990639 | 999993653   |                  | null         |              |
        | 999991723 | null        |                  | null         | false        |
        | 999993100 | null        |                  | null         | true         |
      When I evaluate outputs "is_meerpersoonshuishouden, aantal_personen" of "wet_op_de_huurtoeslag"
      Then output "is_meerpersoonshuishouden" is <meer>
      And output "aantal_personen" <personen>

      Examples:
        | partner   | op_adres | anderen             | meer                               | personen                                  |
        | null      | null     | null                | false                              | equals 1                                  |
        | 999990639 | true     | null                | true                               | equals 2                                  |
        | 999990639 | false    | null                | false                              | equals 1                                  |
        | null      | null     | 999991723           | true                               | equals 2                                  |
        | 999990639 | true     | 999991723           | true                               | equals 3                                  |
        | null      | null     | 999993100           | false                              | equals 1                                  |
        | null      | null     | 999991723 999993100 | true                               | equals 2                                  |
        | 999990639 | true     |                     | true                               | is unknown for lack of "medebewoners"     |
        | null      | null     |                     | unknown for lack of "medebewoners" | is unknown for lack of "medebewoners"     |
        | 999990639 |          | 999991723           | true                               | is unknown for lack of "partner_op_adres" |

  Rule: Artikel 5: de rekenhuur

    Scenario Outline: Een kale huur van "<huur>"
      # Servicekosten worden niet gevraagd: zij tellen niet mee.
      Given the following "personen" data with key "bsn":
        | bsn       | huurprijs |
        | 999993653 | <huur>    |
      When I evaluate "rekenhuur" of "wet_op_de_huurtoeslag"
      Then output "rekenhuur" <telt>

      Examples:
        | huur   | telt                               |
        | 0      | equals 0                           |
        | 70000  | equals 70000                       |
        | 120000 | equals 120000                      |
        |        | is unknown for lack of "huurprijs" |

  Rule: Artikel 7: het vermogen

    Scenario Outline: Partner "<partner>", op het adres "<op_adres>", vermogens <eigen>, <ander> en <huisgenoot>
      # "meer bedraagt dan" 38.479 of samen 76.958: op de grens bestaat de aanspraak nog. Een partner op een ander adres telt niet.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder | geboortedatum | vermogen_1_januari |
        | 999993653 | <partner>   | <op_adres>       | 999991723    |              |               | <eigen>            |
        | 999990639 | 999993653   |                  | null         |              |               | <ander>            |
        | 999991723 | null        |                  | null         | false        | 1990-01-01    | <huisgenoot>       |
      When I evaluate "vermogen_onder_grens" of "wet_op_de_huurtoeslag"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | partner   | op_adres | eigen   | ander    | huisgenoot | onder                                    |
        | null      | null     | 3847900 | 0        | 3847900    | true                                     |
        | null      | null     | 3847901 | 0        | 0          | false                                    |
        | null      | null     | 0       | 0        | 3847901    | false                                    |
        | null      | null     | -500000 | 0        | 0          | true                                     |
        | 999990639 | true     | 7695800 | 0        | 0          | true                                     |
        | 999990639 | true     | 7695800 | 1        | 0          | false                                    |
        | 999990639 | true     | 0       | 7695801  | 0          | false                                    |
        | 999990639 | false    | 3847900 | 99999999 | 0          | true                                     |
        | 999990639 | false    | 3847901 | 0        | 0          | false                                    |
        | 999990639 | true     | 0       |          | 0          | unknown for lack of "vermogen_1_januari" |
        | null      | null     |         | 0        | 3847901    | false                                    |
        | null      | null     | 0       | 0        |            | unknown for lack of "vermogen_1_januari" |

  Rule: Artikel 8: meerderjarig

    Scenario Outline: Geboren op <geboren>, op <dag>: <meerderjarig>
      # Wie na de eerste van een maand achttien wordt, telt vanaf de volgende maand (artikel 5 Awir).
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum |
        | 999993653 | <geboren>     |
      When I evaluate "is_meerderjarig" of "wet_op_de_huurtoeslag"
      Then output "is_meerderjarig" is <meerderjarig>

      Examples:
        | geboren    | dag        | meerderjarig                        |
        | 2008-06-01 | 2026-05-31 | false                               |
        | 2008-06-01 | 2026-06-01 | true                                |
        | 2008-06-02 | 2026-06-01 | false                               |
        | 2008-06-02 | 2026-06-30 | false                               |
        | 2008-06-02 | 2026-07-01 | true                                |
        | 1980-05-01 | 2026-06-15 | true                                |
        |            | 2026-06-15 | unknown for lack of "geboortedatum" |

  Rule: Artikel 11: de woning

    Scenario Outline: Zelfstandig "<zelfstandig>", aangewezen "<aangewezen>"
      Given the following "personen" data with key "bsn":
        | bsn       | zelfstandige_woning | aangewezen_woonruimte |
        | 999993653 | <zelfstandig>       | <aangewezen>          |
      When I evaluate "is_geschikte_woning" of "wet_op_de_huurtoeslag"
      Then output "is_geschikte_woning" is <geschikt>

      Examples:
        | zelfstandig | aangewezen | geschikt                                    |
        | true        |            | true                                        |
        | false       | true       | true                                        |
        | false       | false      | false                                       |
        | false       |            | unknown for lack of "aangewezen_woonruimte" |
        |             | true       | true                                        |
        |             | false      | unknown for lack of "zelfstandige_woning"   |

  Rule: Artikel 13: de huurgrens

    Scenario Outline: Geboren op <geboren>, op <dag>: 21 of ouder is <leeftijd>
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum |
        | 999993653 | <geboren>     |
      When I evaluate "heeft_leeftijd_gewone_huurgrens" of "wet_op_de_huurtoeslag"
      Then output "heeft_leeftijd_gewone_huurgrens" is <leeftijd>

      Examples:
        | geboren    | dag        | leeftijd |
        | 2005-06-01 | 2026-05-31 | false    |
        | 2005-06-01 | 2026-06-01 | true     |
        | 2005-06-02 | 2026-06-30 | false    |
        | 2005-06-02 | 2026-07-01 | true     |

    Scenario Outline: Zelf van <zelf>, partner <partner> van <met>, huisgenoot van <ander>, kind "<kind>", handicap "<handicap>"
      # Een van allen 21 of ouder (geboren tot en met 1 juni 2005), een kind in de woning, of een handicap. De laatste huisgenoot is een onderhuurder.
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | partner_bsn | partner_op_adres | medebewoners        | onderhuurder | kind_van_bewoner | handicap_in_huishouden |
        | 999993653 | <zelf>        | <partner>   | <op_adres>       | 999991723 999993100 |              |                  | <handicap>             |
        | 999990639 | <met>         | 999993653   |                  | null                |              |                  |                        |
        | 999991723 | <ander>       | null        |                  | null                | false        | <kind>           |                        |
        | 999993100 | 1980-01-01    | null        |                  | null                | true         | true             |                        |
      When I evaluate "heeft_gewone_huurgrens" of "wet_op_de_huurtoeslag"
      Then output "heeft_gewone_huurgrens" is <gewoon>

      Examples:
        | zelf       | partner   | op_adres | met        | ander      | kind  | handicap | gewoon                                       |
        | 2005-06-01 | null      | null     |            | 2005-06-02 | false | false    | true                                         |
        | 2005-06-02 | null      | null     |            | 2005-06-02 | false | false    | false                                        |
        | 2005-06-02 | 999990639 | true     | 2005-06-01 | 2005-06-02 | false | false    | true                                         |
        | 2005-06-02 | 999990639 | false    | 2005-06-01 | 2005-06-02 | false | false    | false                                        |
        | 2005-06-02 | 999990639 | true     | 2005-06-02 | 2005-06-02 | false | false    | false                                        |
        | 2005-06-02 | null      | null     |            | 2005-06-01 | false | false    | true                                         |
        | 2005-06-02 | null      | null     |            | 2024-01-01 | true  | false    | true                                         |
        | 2005-06-02 | null      | null     |            | 2005-06-02 | false | true     | true                                         |
        | 2005-06-02 | null      | null     |            | 2005-06-02 | false |          | unknown for lack of "handicap_in_huishouden" |
        | 2005-06-02 | null      | null     |            | 2005-06-02 |       | false    | unknown for lack of "kind_van_bewoner"       |
        | 2005-06-01 |           |          |            |            |       |          | true                                         |

    Scenario Outline: Geboren op <geboren>, huur <huur>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | partner_bsn | partner_op_adres | medebewoners | huurprijs | handicap_in_huishouden |
        | 999993653 | <geboren>     | null        | null             | <anderen>    | <huur>    | <handicap>             |
      When I evaluate "rekenhuur_tot_grens" of "wet_op_de_huurtoeslag"
      Then output "rekenhuur_tot_grens" <telt>

      Examples:
        | geboren    | anderen | handicap | huur  | telt                                            | waarom                           |
        | 1980-01-01 | null    | false    | 93293 | equals 93293                                    | op de grens                      |
        | 1980-01-01 | null    | false    | 93294 | equals 93293                                    | boven de grens telt de grens     |
        | 1980-01-01 |         |          | 93293 | equals 93293                                    | de rest doet er niet toe         |
        | 2005-06-02 | null    | false    | 49820 | equals 49820                                    | jong, op de lage grens           |
        | 2005-06-02 | null    | false    | 49821 | equals 49820                                    | jong, boven de lage grens        |
        | 2005-06-02 | null    | true     | 49821 | equals 49821                                    | jong met een handicap            |
        |            |         |          | 49820 | equals 49820                                    | tot de lage grens is niets nodig |
        | 2005-06-02 | null    |          | 49821 | is unknown for lack of "handicap_in_huishouden" | daarboven wel                    |
        | 1980-01-01 | null    | false    |       | is unknown for lack of "huurprijs"              | de huur is onbekend              |

  Rule: Artikelen 16 en 17: de basishuur en het ijkpunt

    Scenario Outline: Anderen "<anderen>": basishuur <basis>
      # Het inkomen doet er niet toe.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder |
        | 999993653 | null        | null             | <anderen>    |              |
        | 999991723 | null        | null             | null         | false        |
        | 999993100 | null        | null             | null         | true         |
      When I evaluate outputs "minimum_inkomensijkpunt, normhuur, basishuur" of "wet_op_de_huurtoeslag"
      Then output "minimum_inkomensijkpunt" <ijkpunt>
      And output "normhuur" <norm>
      And output "basishuur" <basis>

      Examples:
        | anderen   | ijkpunt                               | norm                                  | basis                                 |
        | null      | equals 2342500                        | equals 25067                          | equals 20252                          |
        | 999991723 | equals 3150000                        | equals 24886                          | equals 20071                          |
        | 999993100 | equals 2342500                        | equals 25067                          | equals 20252                          |
        |           | is unknown for lack of "medebewoners" | is unknown for lack of "medebewoners" | is unknown for lack of "medebewoners" |

  Rule: Artikel 20: de grenzen

    Scenario Outline: Met anderen "<anderen>" is de aftoppingsgrens <grens>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder |
        | 999993653 | <partner>   | <op_adres>       | <anderen>    |              |
        | 999990639 | 999993653   |                  | null         |              |
        | 999991723 | null        | null             | null         | false        |
      When I evaluate outputs "grens_volle_vergoeding, aftoppingsgrens" of "wet_op_de_huurtoeslag"
      Then output "grens_volle_vergoeding" equals 49820
      And output "aftoppingsgrens" equals <grens>

      Examples:
        | partner   | op_adres | anderen             | grens |
        | null      | null     | null                | 71302 |
        | null      | null     | 999991723           | 71302 |
        | 999990639 | true     | null                | 71302 |
        | 999990639 | true     | 999991723           | 76414 |
        | 999990639 | false    | 999991723           | 71302 |
        | null      | null     | 999991723 999991723 | 76414 |

  Rule: Artikel 21: de hoogte

    Scenario Outline: Inkomen <inkomen>, huur <huur>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | handicap_in_huishouden | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | huur     | true                | false                 | 1980-05-01    | <partner>   | <op_adres>       | <anderen>    |              |                  | <huur>    | false                  | <inkomen>       | null            | null                                 | 0                  |
        | 999990639 |          |                     |                       | 1985-01-01    | 999993653   |                  | null         |              |                  |           |                        | 0               | null            | null                                 | 0                  |
        | 999991723 |          |                     |                       | 2015-01-01    | null        |                  | null         | false        | true             |           |                        | null            | null            | null                                 | 0                  |
      When I evaluate outputs "deel_tot_kwaliteitskortingsgrens, deel_tot_aftoppingsgrens, deel_boven_aftoppingsgrens, afbouw, huurtoeslag_per_maand, heeft_recht_op_huurtoeslag, hoogte_huurtoeslag" of "wet_op_de_huurtoeslag"
      Then output "deel_tot_kwaliteitskortingsgrens" equals <a>
      And output "deel_tot_aftoppingsgrens" equals <b>
      And output "deel_boven_aftoppingsgrens" equals <c>
      And output "afbouw" equals <af>
      And output "huurtoeslag_per_maand" equals <maand>
      And output "heeft_recht_op_huurtoeslag" is <recht>
      And output "hoogte_huurtoeslag" equals <jaar>

      Examples:
        | partner   | op_adres | anderen   | inkomen  | huur   | a     | b       | c      | af        | maand    | recht | jaar   | waarom                                                    |
        | null      | null     | null      | 2000000  | 20252  | 0     | 0       | 0      | 0         | 0        | false | 0      | de huur is de basishuur                                   |
        | null      | null     | null      | 2000000  | 20447  | 195   | 0       | 0      | 0         | 195      | false | 0      | 12 x 1,95 = 23,40: 23 euro wordt niet toegekend           |
        | null      | null     | null      | 2000000  | 20448  | 196   | 0       | 0      | 0         | 196      | true  | 2400   | 12 x 1,96 = 23,52: 24 euro                                |
        | null      | null     | null      | 2000000  | 49820  | 29568 | 0       | 0      | 0         | 29568    | true  | 354800 | tot de kwaliteitskortingsgrens alles: 498,20 - 202,52     |
        | null      | null     | null      | 2000000  | 49821  | 29568 | 0.65    | 0      | 0         | 29568.65 | true  | 354800 | een cent erboven voor 65 procent                          |
        | null      | null     | null      | 2000000  | 71302  | 29568 | 13963.3 | 0      | 0         | 43531.3  | true  | 522400 | tot de aftoppingsgrens: 65 % van 214,82                   |
        | null      | null     | null      | 2000000  | 71303  | 29568 | 13963.3 | 0.4    | 0         | 43531.7  | true  | 522400 | een cent erboven voor 40 procent                          |
        | null      | null     | null      | 2000000  | 93293  | 29568 | 13963.3 | 8796.4 | 0         | 52327.7  | true  | 627900 | op de huurgrens: 40 % van 219,91                          |
        | null      | null     | null      | 2000000  | 93294  | 29568 | 13963.3 | 8796.4 | 0         | 52327.7  | true  | 627900 | een cent erboven: even veel                               |
        | null      | null     | null      | 2000000  | 200000 | 29568 | 13963.3 | 8796.4 | 0         | 52327.7  | true  | 627900 | ver erboven: even veel                                    |
        | 999990639 | true     | null      | 2000000  | 93293  | 29749 | 13963.3 | 8796.4 | 0         | 52508.7  | true  | 630100 | met tweeen: basishuur 200,71                              |
        | 999990639 | true     | 999991723 | 2000000  | 76414  | 29749 | 17286.1 | 0      | 0         | 47035.1  | true  | 564400 | met drieen: aftoppingsgrens 764,14; 65 % van 265,94       |
        | 999990639 | true     | 999991723 | 2000000  | 76415  | 29749 | 17286.1 | 0.4    | 0         | 47035.5  | true  | 564400 | een cent erboven voor 40 procent                          |
        | 999990639 | true     | 999991723 | 2000000  | 93293  | 29749 | 17286.1 | 6751.6 | 0         | 53786.7  | true  | 645400 | met drieen op de huurgrens: 40 % van 168,79               |
        | null      | null     | null      | 2342500  | 70000  | 29568 | 13117   | 0      | 0         | 42685    | true  | 512200 | op het ijkpunt gaat er niets af                           |
        | null      | null     | null      | 2342600  | 70000  | 29568 | 13117   | 0      | 2.25      | 42682.75 | true  | 512200 | een euro erboven: 27 cent per jaar                        |
        | null      | null     | null      | 3342500  | 70000  | 29568 | 13117   | 0      | 22500     | 20185    | true  | 242200 | 10.000 erboven: 2.700 per jaar                            |
        | 999990639 | true     | null      | 3150000  | 70000  | 29749 | 13117   | 0      | 0         | 42866    | true  | 514400 | met tweeen op het ijkpunt                                 |
        | 999990639 | true     | null      | 3270000  | 70000  | 29749 | 13117   | 0      | 2200      | 40666    | true  | 488000 | met tweeen 1.200 erboven: 264 per jaar                    |
        | null      | null     | null      | 4659400  | 93293  | 29568 | 13963.3 | 8796.4 | 52130.25  | 197.45   | true  | 2400   | 23.169 erboven: 12 x 1,9745 = 23,694                      |
        | null      | null     | null      | 4659500  | 93293  | 29568 | 13963.3 | 8796.4 | 52132.5   | 195.2    | false | 0      | 23.170 erboven: 12 x 1,952 = 23,424                       |
        | null      | null     | null      | 9000000  | 93293  | 29568 | 13963.3 | 8796.4 | 149793.75 | 0        | false | 0      | ver erboven: 66.575 x 27 % / 12                           |
        | null      | null     | null      | 20000000 | 93293  | 29568 | 13963.3 | 8796.4 | 172293.75 | 0        | false | 0      | boven 100.000 rekenen wij met 100.000: 76.575 x 27 % / 12 |

    Scenario Outline: Zonder <wat> is er geen recht, en is het bedrag nul
      # Met alles: 12 x (480 - 202,52) = 3.329,76.
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom   | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | handicap_in_huishouden | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <eigendom> | <woning>            | false                 | <geboren>     | null        | null             | null         |              |                  | <huur>    | false                  | <inkomen>       | null            | null                                 | <vermogen>         |
      When I evaluate outputs "heeft_recht_op_huurtoeslag, hoogte_huurtoeslag" of "wet_op_de_huurtoeslag"
      Then output "heeft_recht_op_huurtoeslag" is <recht>
      And output "hoogte_huurtoeslag" equals <jaar>

      Examples:
        | wat                                  | geboren    | eigendom | woning | huur  | inkomen | vermogen | recht | jaar   |
        | niets                                | 1980-05-01 | huur     | true   | 48000 | 2000000 | 0        | true  | 333000 |
        | leeftijd                             | 2011-01-01 | huur     | true   | 40000 | 2000000 | 0        | false | 0      |
        | huur                                 | 1980-05-01 | koop     | true   | 48000 | 2000000 | 0        | false | 0      |
        | zelfstandige woning                  | 1980-05-01 | huur     | false  | 48000 | 2000000 | 0        | false | 0      |
        | laag inkomen                         | 1980-05-01 | huur     | true   | 48000 | 9000000 | 0        | false | 0      |
        | laag vermogen                        | 1980-05-01 | huur     | true   | 48000 | 2000000 | 9999900  | false | 0      |
        | iets, maar ook met onbekend vermogen | 1980-05-01 | koop     | true   | 48000 | 2000000 |          | false | 0      |
        | iets, maar ook met onbekende huur    | 1980-05-01 | huur     | false  |       | 2000000 | 0        | false | 0      |

    Scenario Outline: Wat onbekend is en ertoe doet, maakt het recht onbekend: <feit>
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom   | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | handicap_in_huishouden | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <eigendom> | <woning>            | false                 | <geboren>     | <partner>   | true             | <anderen>    |              |                  | <huur>    | false                  | <inkomen>       | null            | null                                 | <vermogen>         |
      When I evaluate outputs "heeft_recht_op_huurtoeslag, hoogte_huurtoeslag" of "wet_op_de_huurtoeslag"
      Then the execution succeeds
      And output "heeft_recht_op_huurtoeslag" is unknown for lack of "<feit>"
      And output "hoogte_huurtoeslag" is unknown for lack of "<feit>"

      Examples:
        | feit                | geboren    | eigendom | woning | partner | anderen   | huur  | inkomen | vermogen |
        | geboortedatum       |            | huur     | true   | null    | null      | 48000 | 2000000 | 0        |
        | eigendom            | 1980-05-01 |          | true   | null    | null      | 48000 | 2000000 | 0        |
        | zelfstandige_woning | 1980-05-01 | huur     |        | null    | null      | 48000 | 2000000 | 0        |
        | partner_bsn         | 1980-05-01 | huur     | true   |         | null      | 48000 | 2000000 | 0        |
        | medebewoners        | 1980-05-01 | huur     | true   | null    |           | 48000 | 2000000 | 0        |
        | huurprijs           | 1980-05-01 | huur     | true   | null    | null      |       | 2000000 | 0        |
        | verzamelinkomen     | 1980-05-01 | huur     | true   | null    | null      | 48000 |         | 0        |
        | vermogen_1_januari  | 1980-05-01 | huur     | true   | null    | null      | 48000 | 2000000 |          |
        | onderhuurder        | 1980-05-01 | huur     | true   | null    | 999991723 | 48000 | 2000000 | 0        |

    Scenario: Een huur die geen bedrag is, is een fout en geen nul
      Given the following "personen" data with key "bsn":
        | bsn       | huurprijs |
        | 999993653 | veel      |
      When I evaluate "rekenhuur" of "wet_op_de_huurtoeslag"
      Then the execution fails with "huurprijs"
