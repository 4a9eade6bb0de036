# SPDX-License-Identifier: EUPL-1.2
Feature: Wet op de huurtoeslag, berekeningsjaar 2025
  # Bedragen zijn eurocenten; huur en toeslag per maand, inkomen en de uitkomst van artikel 14 Awir per jaar. Wat is
  # gepubliceerd, staat met zijn bron in ../oracles/2025.csv; de rest volgt uit de tekst van het artikel met de som die erbij staat:
  #   normhuur             tot 22.700 (alleen) of 30.450: 238,01 - 1,82 of 238,01 - 3,63; daarboven a x Y2 + b x Y, naar boven op een cent
  #   basishuur            normhuur + 0 - 37,14
  #   per maand            100 % van basishuur tot 477,20, 65 % tot 682,96 (een of twee personen) of 731,93, 40 % tot 900,07
  #   per jaar             twaalf keer, op hele euro's, en niets onder 24 euro (artikel 14 Awir)

  Background:
    Given the calculation date is "2025-06-15"
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
      # 20.000 + 9.000 van een partner op hetzelfde adres + wat een kind boven de vrijstelling (6.042) heeft
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
        | null      |          | 900000  | 604200 | equals 2000000                            |
        | null      |          | 900000  | 604300 | equals 2000100                            |
        | 999990639 | true     | 900000  | 604300 | equals 2900100                            |
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

    Scenario Outline: Een kale huur van 700 met servicekosten <a>, <b>, <c> en <d>
      # Van elke soort ten hoogste 12 euro.
      Given the following "personen" data with key "bsn":
        | bsn       | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten |
        | 999993653 | 70000     | <a>                        | <b>                      | <c>                       | <d>                   |
      When I evaluate outputs "servicekosten, rekenhuur" of "wet_op_de_huurtoeslag"
      Then output "servicekosten" <kosten>
      And output "rekenhuur" <telt>

      Examples:
        | a    | b    | c    | d    | kosten                                             | telt                                               |
        | 0    | 0    | 0    | 0    | equals 0                                           | equals 70000                                       |
        | 1200 | 0    | 0    | 0    | equals 1200                                        | equals 71200                                       |
        | 1201 | 0    | 0    | 0    | equals 1200                                        | equals 71200                                       |
        | 500  | 0    | 0    | 0    | equals 500                                         | equals 70500                                       |
        | 0    | 1300 | 0    | 0    | equals 1200                                        | equals 71200                                       |
        | 0    | 0    | 1300 | 0    | equals 1200                                        | equals 71200                                       |
        | 0    | 0    | 0    | 1300 | equals 1200                                        | equals 71200                                       |
        | 5000 | 5000 | 5000 | 5000 | equals 4800                                        | equals 74800                                       |
        | 1199 | 1200 | 1201 | 1    | equals 3600                                        | equals 73600                                       |
        | 0    | 0    |      | 0    | is unknown for lack of "servicekosten_huismeester" | is unknown for lack of "servicekosten_huismeester" |

  Rule: Artikel 7: het vermogen

    Scenario Outline: Partner "<partner>", op het adres "<op_adres>", vermogens <eigen>, <ander> en <huisgenoot>
      # "meer bedraagt dan" 37.395 of samen 74.790: op de grens bestaat de aanspraak nog. Een partner op een ander adres telt niet.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder | geboortedatum | vermogen_1_januari |
        | 999993653 | <partner>   | <op_adres>       | 999991723    |              |               | <eigen>            |
        | 999990639 | 999993653   |                  | null         |              |               | <ander>            |
        | 999991723 | null        |                  | null         | false        | 1990-01-01    | <huisgenoot>       |
      When I evaluate "vermogen_onder_grens" of "wet_op_de_huurtoeslag"
      Then output "vermogen_onder_grens" is <onder>

      Examples:
        | partner   | op_adres | eigen   | ander    | huisgenoot | onder                                    |
        | null      | null     | 3739500 | 0        | 3739500    | true                                     |
        | null      | null     | 3739501 | 0        | 0          | false                                    |
        | null      | null     | 0       | 0        | 3739501    | false                                    |
        | null      | null     | -500000 | 0        | 0          | true                                     |
        | 999990639 | true     | 7479000 | 0        | 0          | true                                     |
        | 999990639 | true     | 7479000 | 1        | 0          | false                                    |
        | 999990639 | true     | 0       | 7479001  | 0          | false                                    |
        | 999990639 | false    | 3739500 | 99999999 | 0          | true                                     |
        | 999990639 | false    | 3739501 | 0        | 0          | false                                    |
        | 999990639 | true     | 0       |          | 0          | unknown for lack of "vermogen_1_januari" |
        | null      | null     |         | 0        | 3739501    | false                                    |
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
        | 2007-06-01 | 2025-05-31 | false                               |
        | 2007-06-01 | 2025-06-01 | true                                |
        | 2007-06-02 | 2025-06-01 | false                               |
        | 2007-06-02 | 2025-06-30 | false                               |
        | 2007-06-02 | 2025-07-01 | true                                |
        | 1980-05-01 | 2025-06-15 | true                                |
        |            | 2025-06-15 | unknown for lack of "geboortedatum" |

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

    Scenario Outline: Geboren op <geboren>, op <dag>: 23 of ouder is <leeftijd>
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum |
        | 999993653 | <geboren>     |
      When I evaluate "heeft_leeftijd_gewone_huurgrens" of "wet_op_de_huurtoeslag"
      Then output "heeft_leeftijd_gewone_huurgrens" is <leeftijd>

      Examples:
        | geboren    | dag        | leeftijd |
        | 2002-06-01 | 2025-05-31 | false    |
        | 2002-06-01 | 2025-06-01 | true     |
        | 2002-06-02 | 2025-06-30 | false    |
        | 2002-06-02 | 2025-07-01 | true     |

    Scenario Outline: Zelf van <zelf>, partner <partner> van <met>, huisgenoot van <ander>, kind "<kind>", handicap "<handicap>"
      # Een van allen 23 of ouder (geboren tot en met 1 juni 2002), een kind in de woning, of een handicap. De laatste huisgenoot is een onderhuurder.
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
        | 2002-06-01 | null      | null     |            | 2002-06-02 | false | false    | true                                         |
        | 2002-06-02 | null      | null     |            | 2002-06-02 | false | false    | false                                        |
        | 2002-06-02 | 999990639 | true     | 2002-06-01 | 2002-06-02 | false | false    | true                                         |
        | 2002-06-02 | 999990639 | false    | 2002-06-01 | 2002-06-02 | false | false    | false                                        |
        | 2002-06-02 | 999990639 | true     | 2002-06-02 | 2002-06-02 | false | false    | false                                        |
        | 2002-06-02 | null      | null     |            | 2002-06-01 | false | false    | true                                         |
        | 2002-06-02 | null      | null     |            | 2024-01-01 | true  | false    | true                                         |
        | 2002-06-02 | null      | null     |            | 2002-06-02 | false | true     | true                                         |
        | 2002-06-02 | null      | null     |            | 2002-06-02 | false |          | unknown for lack of "handicap_in_huishouden" |
        | 2002-06-02 | null      | null     |            | 2002-06-02 |       | false    | unknown for lack of "kind_van_bewoner"       |
        | 2002-06-01 |           |          |            |            |       |          | true                                         |

    Scenario Outline: Geboren op <geboren>, huur <huur>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | partner_bsn | partner_op_adres | medebewoners | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | handicap_in_huishouden |
        | 999993653 | <geboren>     | null        | null             | <anderen>    | <huur>    | 0                          | 0                        | 0                         | 0                     | <handicap>             |
      When I evaluate "rekenhuur_tot_grens" of "wet_op_de_huurtoeslag"
      Then output "rekenhuur_tot_grens" <telt>

      Examples:
        | geboren    | anderen | handicap | huur  | telt                                            | waarom                           |
        | 1980-01-01 | null    | false    | 90007 | equals 90007                                    | op de grens                      |
        | 1980-01-01 | null    | false    | 90008 | equals 90007                                    | boven de grens telt de grens     |
        | 1980-01-01 |         |          | 90007 | equals 90007                                    | de rest doet er niet toe         |
        | 2002-06-02 | null    | false    | 47720 | equals 47720                                    | jong, op de lage grens           |
        | 2002-06-02 | null    | false    | 47721 | equals 47720                                    | jong, boven de lage grens        |
        | 2002-06-02 | null    | true     | 47721 | equals 47721                                    | jong met een handicap            |
        |            |         |          | 47720 | equals 47720                                    | tot de lage grens is niets nodig |
        | 2002-06-02 | null    |          | 47721 | is unknown for lack of "handicap_in_huishouden" | daarboven wel                    |
        | 1980-01-01 | null    | false    |       | is unknown for lack of "huurprijs"              | de huur is onbekend              |

    Scenario Outline: Geboren op <geboren>, huur <huur>, uitzonderingen "<a>", "<b>", "<c>": <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | partner_bsn | partner_op_adres | medebewoners | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | handicap_in_huishouden | huur_hoger_door_handicap | woning_voor_acht_personen | eerder_huurtoeslag_voor_woning |
        | 999993653 | <geboren>     | null        | null             | <anderen>    | <huur>    | <kosten>                   | 0                        | 0                         | 0                     | false                  | <a>                      | <b>                       | <c>                            |
        | 999990639 |               |             |                  |              |           |                            |                          |                           |                       |                        |                          |                           |                                |
      When I evaluate "huur_onder_grens" of "wet_op_de_huurtoeslag"
      Then output "huur_onder_grens" is <goed>

      Examples:
        | geboren    | anderen | huur  | kosten | a     | b     | c     | goed                                                 | waarom                              |
        | 1980-01-01 | null    | 90007 | 0      | false | false | false | true                                                 | op de grens                         |
        | 1980-01-01 | null    | 90008 | 0      | false | false | false | false                                                | een cent erboven                    |
        | 1980-01-01 | null    | 88807 | 1200   | false | false | false | true                                                 | met servicekosten op de grens       |
        | 1980-01-01 | null    | 88808 | 1200   | false | false | false | false                                                | met servicekosten erboven           |
        | 2002-06-02 | null    | 47720 | 0      | false | false | false | true                                                 | jong, op de lage grens              |
        | 2002-06-02 | null    | 47721 | 0      | false | false | false | false                                                | jong, een cent erboven              |
        | 1980-01-01 | null    | 90008 | 0      | true  | false | false | true                                                 | voorzieningen voor een handicap     |
        | 1980-01-01 | null    | 90008 | 0      | false | true  | false | false                                                | grote woning, maar alleen           |
        | 1980-01-01 | null    | 90008 | 0      | false | false | true  | true                                                 | eerder huurtoeslag voor deze woning |
        | 2002-06-02 | null    | 47721 | 0      | false | false | true  | true                                                 | ook voor jongeren                   |
        | 1980-01-01 | null    | 90008 | 0      | false | false |       | unknown for lack of "eerder_huurtoeslag_voor_woning" | een uitzondering is onbekend        |
        | 1980-01-01 | null    | 90007 | 0      |       |       |       | true                                                 | onder de grens niet nodig           |

    Scenario Outline: Een woning voor acht, met <anderen> anderen
      # De huurder en zeven anderen zijn acht personen.
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | partner_bsn | partner_op_adres | medebewoners | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | huur_hoger_door_handicap | woning_voor_acht_personen | eerder_huurtoeslag_voor_woning | onderhuurder |
        | 999993653 | 1980-01-01    | null        | null             | <wie>        | 120000    | 0                          | 0                        | 0                         | 0                     | false                    | <acht>                    | false                          |              |
        | 999990639 |               |             |                  |              |           |                            |                          |                           |                       |                          |                           |                                | false        |
      When I evaluate outputs "huur_onder_grens, rekenhuur_tot_grens" of "wet_op_de_huurtoeslag"
      Then output "huur_onder_grens" is <goed>
      And output "rekenhuur_tot_grens" equals 90007

      Examples:
        | anderen | acht  | wie                                                                   | goed  |
        | zes     | true  | 999990639 999990639 999990639 999990639 999990639 999990639           | false |
        | zeven   | true  | 999990639 999990639 999990639 999990639 999990639 999990639 999990639 | true  |
        | zeven   | false | 999990639 999990639 999990639 999990639 999990639 999990639 999990639 | false |

  Rule: Artikelen 16 tot en met 19: de basishuur

    Scenario Outline: Met anderen is <meer>, inkomen <inkomen>: <waarom>
      # alleen:      0,000000438698 x Y2 + 0,000446392665 x Y boven 22.700
      # met anderen: 0,000000298184 x Y2 - 0,001382497146 x Y boven 30.450
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | geboortedatum | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | null        | null             | <anderen>    |              |                  |               | <inkomen>       | null            | null                                 |
        | 999991723 | null        | null             | null         | false        | false            | 1990-01-01    | 0               | null            | null                                 |
      When I evaluate outputs "normhuur, basishuur" of "wet_op_de_huurtoeslag"
      Then output "normhuur" equals <norm>
      And output "basishuur" equals <basis>

      Examples:
        | meer  | anderen   | inkomen | norm   | basis  | waarom                                                    |
        | false | null      | -100000 | 23619  | 19905  | een verlies                                               |
        | false | null      | 0       | 23619  | 19905  | geen inkomen                                              |
        | false | null      | 2270000 | 23619  | 19905  | op het ijkpunt: 238,01 - 1,82                             |
        | false | null      | 2270001 | 23619  | 19905  | een cent erboven: de formule met 22.700 geeft 236,1898... |
        | false | null      | 2270100 | 23622  | 19908  | een euro erboven: 236,2101... naar boven                  |
        | false | null      | 3000000 | 40822  | 37108  | 408,2199...                                               |
        | false | null      | 3262500 | 48151  | 44437  | op het referentiepunt: 483,78 - 2,27 (artikel 18)         |
        | false | null      | 4500000 | 90846  | 87132  | 908,4511...                                               |
        | false | null      | 6000000 | 160610 | 156896 | 1.606,0963...: meer dan elke huur die telt                |
        | false | null      | 7000000 | 160610 | 156896 | daarboven rekenen wij met 60.000                          |
        | true  | 999991723 | 3045000 | 23438  | 19724  | op het ijkpunt: 238,01 - 3,63                             |
        | true  | 999991723 | 3045100 | 23440  | 19726  | een euro erboven: 234,3966... naar boven                  |
        | true  | 999991723 | 3500000 | 31689  | 27975  | 316,8879...                                               |
        | true  | 999991723 | 4247500 | 47924  | 44210  | op het referentiepunt: 483,78 - 4,54 (artikel 18)         |
        | true  | 999991723 | 5800000 | 92291  | 88577  | 922,9061...                                               |

    Scenario: Zonder te weten wie er wonen is er geen basishuur
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | null        | null             |              | 2000000         | null            | null                                 |
      When I evaluate "basishuur" of "wet_op_de_huurtoeslag"
      Then output "basishuur" is unknown for lack of "medebewoners"

  Rule: Artikel 20: de grenzen

    Scenario Outline: Met anderen "<anderen>" is de aftoppingsgrens <grens>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | partner_op_adres | medebewoners | onderhuurder |
        | 999993653 | <partner>   | <op_adres>       | <anderen>    |              |
        | 999990639 | 999993653   |                  | null         |              |
        | 999991723 | null        | null             | null         | false        |
      When I evaluate outputs "grens_volle_vergoeding, aftoppingsgrens" of "wet_op_de_huurtoeslag"
      Then output "grens_volle_vergoeding" equals 47720
      And output "aftoppingsgrens" equals <grens>

      Examples:
        | partner   | op_adres | anderen             | grens |
        | null      | null     | null                | 68296 |
        | null      | null     | 999991723           | 68296 |
        | 999990639 | true     | null                | 68296 |
        | 999990639 | true     | 999991723           | 73193 |
        | 999990639 | false    | 999991723           | 68296 |
        | null      | null     | 999991723 999991723 | 73193 |

  Rule: Artikel 21: de hoogte

    Scenario Outline: Inkomen <inkomen>, huur <huur>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | handicap_in_huishouden | huur_hoger_door_handicap | woning_voor_acht_personen | eerder_huurtoeslag_voor_woning | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | huur     | true                | false                 | 1980-05-01    | <partner>   | <op_adres>       | <anderen>    |              |                  | <huur>    | 0                          | 0                        | 0                         | 0                     | false                  | false                    | false                     | false                          | <inkomen>       | null            | null                                 | 0                  |
        | 999990639 |          |                     |                       | 1985-01-01    | 999993653   |                  | null         |              |                  |           |                            |                          |                           |                       |                        |                          |                           |                                | 0               | null            | null                                 | 0                  |
        | 999991723 |          |                     |                       | 2015-01-01    | null        |                  | null         | false        | true             |           |                            |                          |                           |                       |                        |                          |                           |                                | null            | null            | null                                 | 0                  |
      When I evaluate outputs "deel_tot_kwaliteitskortingsgrens, deel_tot_aftoppingsgrens, deel_boven_aftoppingsgrens, huurtoeslag_per_maand, heeft_recht_op_huurtoeslag, hoogte_huurtoeslag" of "wet_op_de_huurtoeslag"
      Then output "deel_tot_kwaliteitskortingsgrens" equals <a>
      And output "deel_tot_aftoppingsgrens" equals <b>
      And output "deel_boven_aftoppingsgrens" equals <c>
      And output "huurtoeslag_per_maand" equals <maand>
      And output "heeft_recht_op_huurtoeslag" is <recht>
      And output "hoogte_huurtoeslag" equals <jaar>

      Examples:
        | partner   | op_adres | anderen   | inkomen | huur  | a     | b        | c      | maand    | recht | jaar   | waarom                                                     |
        | null      | null     | null      | 2000000 | 19905 | 0     | 0        | 0      | 0        | false | 0      | de huur is de basishuur                                    |
        | null      | null     | null      | 2000000 | 20100 | 195   | 0        | 0      | 195      | false | 0      | 12 x 1,95 = 23,40: 23 euro wordt niet toegekend            |
        | null      | null     | null      | 2000000 | 20101 | 196   | 0        | 0      | 196      | true  | 2400   | 12 x 1,96 = 23,52: 24 euro                                 |
        | null      | null     | null      | 2000000 | 47720 | 27815 | 0        | 0      | 27815    | true  | 333800 | tot de kwaliteitskortingsgrens alles: 477,20 - 199,05      |
        | null      | null     | null      | 2000000 | 47721 | 27815 | 0.65     | 0      | 27815.65 | true  | 333800 | een cent erboven voor 65 procent                           |
        | null      | null     | null      | 2000000 | 68296 | 27815 | 13374.4  | 0      | 41189.4  | true  | 494300 | tot de aftoppingsgrens: 65 % van 205,76                    |
        | null      | null     | null      | 2000000 | 68297 | 27815 | 13374.4  | 0.4    | 41189.8  | true  | 494300 | een cent erboven voor 40 procent                           |
        | null      | null     | null      | 2000000 | 90007 | 27815 | 13374.4  | 8684.4 | 49873.8  | true  | 598500 | op de huurgrens: 40 % van 217,11                           |
        | null      | null     | null      | 2000000 | 90008 | 27815 | 13374.4  | 8684.4 | 49873.8  | false | 0      | een cent erboven: geen recht                               |
        | 999990639 | true     | null      | 2000000 | 90007 | 27996 | 13374.4  | 8684.4 | 50054.8  | true  | 600700 | met tweeen: basishuur 197,24                               |
        | 999990639 | true     | 999991723 | 2000000 | 73193 | 27996 | 16557.45 | 0      | 44553.45 | true  | 534600 | met drieen: aftoppingsgrens 731,93; 65 % van 254,73        |
        | 999990639 | true     | 999991723 | 2000000 | 73194 | 27996 | 16557.45 | 0.4    | 44553.85 | true  | 534600 | een cent erboven voor 40 procent                           |
        | 999990639 | true     | 999991723 | 2000000 | 90007 | 27996 | 16557.45 | 6725.6 | 51279.05 | true  | 615300 | met drieen op de huurgrens: 40 % van 168,14                |
        | null      | null     | null      | 3300000 | 90000 | 2186  | 13374.4  | 8681.6 | 24242    | true  | 290900 | basishuur 455,34                                           |
        | null      | null     | null      | 3550000 | 90000 | 0     | 9839.7   | 8681.6 | 18521.3  | true  | 222300 | basishuur 531,58, boven de kwaliteitskortingsgrens (lid 2) |
        | null      | null     | null      | 4100000 | 90000 | 0     | 0        | 7255.2 | 7255.2   | true  | 87100  | basishuur 718,62, boven de aftoppingsgrens (lid 3)         |
        | 999990639 | true     | null      | 4500000 | 80000 | 0     | 11601.2  | 4681.6 | 16282.8  | true  | 195400 | met tweeen: basishuur 504,48                               |
        | null      | null     | null      | 4559300 | 90007 | 0     | 0        | 196.8  | 196.8    | true  | 2400   | basishuur 895,15: 12 x 1,968 = 23,616                      |
        | null      | null     | null      | 4559400 | 90007 | 0     | 0        | 195.2  | 195.2    | false | 0      | basishuur 895,19: 12 x 1,952 = 23,424                      |
        | null      | null     | null      | 9000000 | 90007 | 0     | 0        | 0      | 0        | false | 0      | ver erboven                                                |
        | 999990639 | true     | null      | 5828300 | 90007 | 0     | 0        | 195.2  | 195.2    | false | 0      | met tweeen: basishuur 895,19                               |

    Scenario Outline: Huur <huur> met een uitzondering: het deel boven de huurgrens wordt niet vergoed
      # Artikel 13 lid 3: 498,738 per maand, hoe hoog de huur ook is.
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | handicap_in_huishouden | huur_hoger_door_handicap | woning_voor_acht_personen | eerder_huurtoeslag_voor_woning | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | huur     | true                | false                 | 1980-05-01    | null        | null             | null         |              |                  | <huur>    | 0                          | 0                        | 0                         | 0                     | false                  | false                    | false                     | true                           | 2000000         | null            | null                                 | 0                  |
      When I evaluate outputs "huurtoeslag_per_maand, heeft_recht_op_huurtoeslag, hoogte_huurtoeslag" of "wet_op_de_huurtoeslag"
      Then output "huurtoeslag_per_maand" equals 49873.8
      And output "heeft_recht_op_huurtoeslag" is true
      And output "hoogte_huurtoeslag" equals 598500

      Examples:
        | huur   |
        | 90008  |
        | 120000 |

    Scenario Outline: Zonder <wat> is er geen recht, en is het bedrag nul
      # Met alles: 12 x (278,15 + 65 % van 2,80) = 3.359,64.
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom   | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | handicap_in_huishouden | huur_hoger_door_handicap | woning_voor_acht_personen | eerder_huurtoeslag_voor_woning | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <eigendom> | <woning>            | false                 | <geboren>     | null        | null             | null         |              |                  | <huur>    | 0                          | 0                        | 0                         | 0                     | false                  | false                    | false                     | false                          | <inkomen>       | null            | null                                 | <vermogen>         |
      When I evaluate outputs "heeft_recht_op_huurtoeslag, hoogte_huurtoeslag" of "wet_op_de_huurtoeslag"
      Then output "heeft_recht_op_huurtoeslag" is <recht>
      And output "hoogte_huurtoeslag" equals <jaar>

      Examples:
        | wat                                  | geboren    | eigendom | woning | huur  | inkomen | vermogen | recht | jaar   |
        | niets                                | 1980-05-01 | huur     | true   | 48000 | 2000000 | 0        | true  | 336000 |
        | leeftijd                             | 2011-01-01 | huur     | true   | 40000 | 2000000 | 0        | false | 0      |
        | huur                                 | 1980-05-01 | koop     | true   | 48000 | 2000000 | 0        | false | 0      |
        | zelfstandige woning                  | 1980-05-01 | huur     | false  | 48000 | 2000000 | 0        | false | 0      |
        | laag inkomen                         | 1980-05-01 | huur     | true   | 48000 | 9000000 | 0        | false | 0      |
        | laag vermogen                        | 1980-05-01 | huur     | true   | 48000 | 2000000 | 9999900  | false | 0      |
        | iets, maar ook met onbekend vermogen | 1980-05-01 | koop     | true   | 48000 | 2000000 |          | false | 0      |
        | iets, maar ook met onbekende huur    | 1980-05-01 | huur     | false  |       | 2000000 | 0        | false | 0      |

    Scenario Outline: Wat onbekend is en ertoe doet, maakt het recht onbekend: <feit>
      Given the following "personen" data with key "bsn":
        | bsn       | eigendom   | zelfstandige_woning | aangewezen_woonruimte | geboortedatum | partner_bsn | partner_op_adres | medebewoners | onderhuurder | kind_van_bewoner | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten | handicap_in_huishouden | huur_hoger_door_handicap | woning_voor_acht_personen | eerder_huurtoeslag_voor_woning | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen | vermogen_1_januari |
        | 999993653 | <eigendom> | <woning>            | false                 | <geboren>     | <partner>   | true             | <anderen>    |              |                  | <huur>    | 0                          | 0                        | 0                         | 0                     | false                  | false                    | false                     | false                          | <inkomen>       | null            | null                                 | <vermogen>         |
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
        | bsn       | huurprijs | servicekosten_installaties | servicekosten_schoonmaak | servicekosten_huismeester | servicekosten_ruimten |
        | 999993653 | veel      | 0                          | 0                        | 0                         | 0                     |
      When I evaluate "rekenhuur" of "wet_op_de_huurtoeslag"
      Then the execution fails with "huurprijs"
