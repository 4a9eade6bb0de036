# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiewet, inkomen, vermogen, recht en hoogte (artikelen 19, 31 tot en met 34 en 50)
  # Bedragen zijn eurocenten, inkomen per maand en netto. `null` bij een bedrag: het is bekend dat er niets is.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | ontvangt_kinderbijslag | medebewoners | kinderen | geen_beroep_op_ouders | mantelzorg_elders |
      | 999993653 | true               | false       | 0                      | false                   | false            | false                | false                  | null         | null     | false                 | false             |
      | 999990639 | true               | false       | 0                      | false                   | false            | false                | false                  |              |          | false                 |                   |

  Rule: Artikel 31 lid 2 en 5: vrijlating van inkomsten uit arbeid

    Scenario Outline: Op <dag>, loon <loon>: <waarom>
      # 25% met een maximum: 2025 eerst 273,00, dan 278,00; 2026 285,00. 12,5%: 177,66. 15%: 180,19. Alleen voor wie bijstand krijgt.
      # 25% van 1.140,00 is 285,00; van 0,02 is 0,005, op hele centen 0,01.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum | netto_arbeidsinkomen | ontvangt_bijstand | ontvangt_aio | vrijlating_arbeid_toegekend | medisch_urenbeperkt | vrijlating_loonkostensubsidie_toegekend | vrijlating_alleenstaande_ouder_toegekend |
        | 999993653 | <geboren>     | <loon>               | <bijstand>        | <aio>        | <n>                         | <y>                 | <z>                                     | <r>                                      |
      When I evaluate "vrijlating_inkomsten_uit_arbeid" of "participatiewet"
      Then output "vrijlating_inkomsten_uit_arbeid" <wat>

      Examples:
        | dag        | geboren    | loon   | bijstand | aio   | n     | y     | z     | r     | wat                                           | waarom                                  |
        | 2026-03-15 | 1990-05-01 | null   |          |       |       |       |       |       | equals 0                                      | geen loon, dan doet de rest er niet toe |
        | 2026-03-15 | 1990-05-01 | 0      |          |       |       |       |       |       | equals 0                                      | loon nul                                |
        | 2026-03-15 | 1990-05-01 | 40000  | true     |       | true  |       |       |       | equals 10000                                  | 25%                                     |
        | 2026-03-15 | 1990-05-01 | 114000 | true     |       | true  |       |       |       | equals 28500                                  | precies het maximum                     |
        | 2026-03-15 | 1990-05-01 | 114100 | true     |       | true  |       |       |       | equals 28500                                  | boven het maximum                       |
        | 2026-03-15 | 1990-05-01 | 2      | true     |       | true  |       |       |       | equals 1                                      | een halve cent naar boven               |
        | 2025-03-15 | 1990-05-01 | 120000 | true     |       | true  |       |       |       | equals 27300                                  | het maximum van begin 2025              |
        | 2025-09-15 | 1990-05-01 | 120000 | true     |       | true  |       |       |       | equals 27800                                  | het maximum van eind 2025               |
        | 2026-03-15 | 1990-05-01 | 40000  | false    |       | true  |       |       |       | equals 0                                      | krijgt geen bijstand                    |
        | 2026-03-15 | 1990-05-01 | 40000  |          |       | true  |       |       |       | is unknown for lack of "ontvangt_bijstand"    | niet bekend of hij bijstand krijgt      |
        | 2026-03-15 | 2000-05-01 | 40000  | true     |       | true  | false | false | true  | equals 0                                      | jonger dan 27: onderdeel n en r niet    |
        | 2026-03-15 | 2000-05-01 | 40000  | true     |       |       | true  |       |       | equals 6000                                   | jonger dan 27, urenbeperkt: 15%         |
        | 2026-03-15 | 1990-05-01 | 40000  | true     |       | false | true  | true  | true  | equals 6000                                   | urenbeperkt: 15%                        |
        | 2026-03-15 | 1990-05-01 | 200000 | true     |       | false | true  | false | false | equals 18019                                  | urenbeperkt: het maximum                |
        | 2026-03-15 | 1990-05-01 | 40000  | true     |       | true  | true  | false | false | equals 10000                                  | onderdeel n gaat voor onderdeel y       |
        | 2026-03-15 | 1990-05-01 | 40000  | true     |       | false | false | true  | true  | equals 6000                                   | loonkostensubsidie: 15%                 |
        | 2026-03-15 | 1990-05-01 | 200000 | true     |       | false | false | true  | true  | equals 18019                                  | loonkostensubsidie: het maximum         |
        | 2026-03-15 | 1990-05-01 | 40000  | true     |       | false | false | false | true  | equals 5000                                   | alleenstaande ouder: 12,5%              |
        | 2026-03-15 | 1990-05-01 | 200000 | true     |       | false | false | false | true  | equals 17766                                  | alleenstaande ouder: het maximum        |
        | 2026-03-15 | 1990-05-01 | 40000  | true     |       | false | false | false | false | equals 0                                      | geen besluit                            |
        | 2026-03-15 | 1955-05-01 | 40000  |          | true  |       |       |       |       | equals 10000                                  | AOW: 25% zonder besluit                 |
        | 2026-03-15 | 1955-05-01 | 120000 |          | true  |       |       |       |       | equals 28500                                  | AOW: het maximum                        |
        | 2026-03-15 | 1955-05-01 | 40000  | true     | false | true  |       |       |       | equals 0                                      | AOW, krijgt geen AIO                    |

  Rule: Artikelen 32 en 33: inkomen van wie alleen is

    Scenario Outline: Geboren <geboren>: loon <loon>, overig <overig>, pensioen <pensioen>
      # Van een particulier pensioen, dat in het overige inkomen zit, telt met AOW 26,50 niet mee. Zonder AOW doet het er niet toe.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | nederlander_of_gelijkgesteld | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | ontvangt_bijstand | ontvangt_aio |
        | 999993653 | null        | <geboren>     | true                         | <loon>               | <overig>             | <pensioen>           | false             | false        |
      When I evaluate "inkomen_in_aanmerking" of "participatiewet"
      Then output "inkomen_in_aanmerking" <wat>

      Examples:
        | geboren    | loon  | overig | pensioen | wat                                           |
        | 1990-05-01 | null  | null   | null     | equals 0                                      |
        | 1990-05-01 | 40000 | 23000  | 3000     | equals 63000                                  |
        | 1955-05-01 | null  | 102650 | 2650     | equals 100000                                 |
        | 1955-05-01 | null  | 102651 | 2651     | equals 100001                                 |
        | 1955-05-01 | 40000 | 100000 | null     | equals 140000                                 |
        | 1955-05-01 | null  | 2000   | 2600     | equals 0                                      |
        | 1990-05-01 | null  | 20000  |          | equals 20000                                  |
        | 1990-05-01 |       | 20000  | null     | is unknown for lack of "netto_arbeidsinkomen" |
        | 1990-05-01 | null  |        | null     | is unknown for lack of "netto_overig_inkomen" |
        | 1955-05-01 | null  | 100000 |          | is unknown for lack of "particulier_pensioen" |

  Rule: Artikelen 32 en 33: inkomen van gehuwden

    Scenario Outline: <waarom>
      # Beiden recht: alles bij elkaar. Pensioen zit erin; als een van beiden AOW heeft, telt 53,00 samen niet.
      # De ander geen recht (lid 3): norm 1.001,07 voor de rechthebbende, 2.002,13 voor beiden. Zonder eigen inkomen is er 1.001,07
      # bijstand; van de ander telt wat samen boven 2.002,13 komt: 1.500,00 + 1.001,07 - 2.002,13 = 498,94.
      # Met 300,00 eigen inkomen blijft er 701,07 bijstand: 300,00 + (300,00 + 1.500,00 + 701,07 - 2.002,13) = 798,94.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | nederlander_of_gelijkgesteld | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | ontvangt_bijstand | ontvangt_aio |
        | 999993653 | 999990639   | <zelf>        | true                         | null                 | <eigen>              | <pensioen>           | false             | false        |
        | 999990639 | 999993653   | <ander>       | <recht>                      | null                 | <van_ander>          | <pensioen_ander>     | false             | false        |
      When I evaluate "inkomen_in_aanmerking" of "participatiewet"
      Then output "inkomen_in_aanmerking" <wat>

      Examples:
        | zelf       | ander      | recht | eigen | van_ander | pensioen | pensioen_ander | wat                                           | waarom                                             |
        | 1990-05-01 | 1990-05-01 | true  | 30000 | 50000     | null     | null           | equals 80000                                  | beiden recht                                       |
        | 1955-05-01 | 1955-05-01 | true  | 5300  | 0         | 5300     | null           | equals 0                                      | pensioen van een van beiden, precies 53,00         |
        | 1955-05-01 | 1990-05-01 | true  | 5000  | 400       | 5000     | 400            | equals 100                                    | samen een euro boven 53,00                         |
        | 1990-05-01 | 1955-05-01 | true  | 0     | 5301      | null     | 5301           | equals 1                                      | een cent boven 53,00                               |
        | 1990-05-01 | 1990-05-01 | true  | 1000  | 2000      | 1000     | 2000           | equals 3000                                   | geen van beiden AOW: geen vrijlating               |
        | 1990-05-01 | 1990-05-01 | false | 0     | 50000     | null     | null           | equals 0                                      | de ander geen recht, samen niet boven de norm      |
        | 1990-05-01 | 1990-05-01 | false | 0     | 100106    | null     | null           | equals 0                                      | precies tot de norm van beiden                     |
        | 1990-05-01 | 1990-05-01 | false | 0     | 100107    | null     | null           | equals 1                                      | een cent erboven                                   |
        | 1990-05-01 | 1990-05-01 | false | 0     | 150000    | null     | null           | equals 49894                                  | wat boven de norm van beiden komt                  |
        | 1990-05-01 | 1990-05-01 | false | 30000 | 150000    | null     | null           | equals 79894                                  | met eigen inkomen                                  |
        | 1990-05-01 | 1990-05-01 | true  | 0     |           | null     | null           | is unknown for lack of "netto_overig_inkomen" | inkomen van de ander onbekend                      |

  Rule: Artikel 34: vermogen

    Scenario Outline: Op <dag>, eigen <eigen>, van de ander <ander>
      # Alleen 7.770,00 (2025) en 8.000,00 (2026); gehuwd 15.540,00 en 16.000,00. Wie precies op de grens zit, heeft er niets boven.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | vermogen_bijstand |
        | 999993653 | <partner>   | <eigen>           |
        | 999990639 | 999993653   | <ander>           |
      When I evaluate "geen_vermogen_in_aanmerking" of "participatiewet"
      Then output "geen_vermogen_in_aanmerking" is <wat>

      Examples:
        | dag        | partner   | eigen   | ander   | wat                                     |
        | 2025-12-31 | null      | 777000  |         | true                                    |
        | 2025-12-31 | null      | 777001  |         | false                                   |
        | 2026-01-01 | null      | 800000  |         | true                                    |
        | 2026-01-01 | null      | 800001  |         | false                                   |
        | 2026-03-15 | null      | -500000 |         | true                                    |
        | 2026-03-15 | null      | null    |         | true                                    |
        | 2026-03-15 | 999990639 | 1000000 | 600000  | true                                    |
        | 2026-03-15 | 999990639 | 1000000 | 600001  | false                                   |
        | 2026-03-15 | 999990639 | 2000000 | -400000 | true                                    |
        | 2026-03-15 | 999990639 | 1000000 |         | unknown for lack of "vermogen_bijstand" |
        | 2026-03-15 | null      |         |         | unknown for lack of "vermogen_bijstand" |

    Scenario Outline: Artikel 50: overwaarde <waarde>, te gelde te maken "<kan>"
      # Vrij is 65.500,00 in 2025 en 67.500,00 in 2026.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | overwaarde_woning | woning_te_gelde_te_maken |
        | 999993653 | <waarde>          | <kan>                    |
      When I evaluate "woning_staat_in_de_weg" of "participatiewet"
      Then output "woning_staat_in_de_weg" is <wat>

      Examples:
        | dag        | waarde   | kan   | wat                                            |
        | 2025-12-31 | 6550000  | true  | false                                          |
        | 2025-12-31 | 6550001  | true  | true                                           |
        | 2026-03-15 | 6750000  |       | false                                          |
        | 2026-03-15 | 6750001  | true  | true                                           |
        | 2026-03-15 | 6750001  | false | false                                          |
        | 2026-03-15 | 6750001  |       | unknown for lack of "woning_te_gelde_te_maken" |
        | 2026-03-15 | null     |       | false                                          |
        | 2026-03-15 |          | false | false                                          |
        | 2026-03-15 |          | true  | unknown for lack of "overwaarde_woning"        |

  Rule: Artikel 19: recht, hoogte en vakantietoeslag

    Scenario Outline: Op <dag>, inkomen <inkomen>, vermogen <vermogen>: <waarom>
      # Norm alleen: 1.345,45 en 1.369,06 in 2025, 1.401,50 en 1.419,46 in 2026. Vakantietoeslag 4,8%: van 1.401,50 is dat 67,272;
      # van 401,50 is het 19,272; van 0,01 is het 0,00; van 1.345,45 is het 64,5816.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | nederlander_of_gelijkgesteld | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | vermogen_bijstand | overwaarde_woning |
        | 999993653 | null        | 1990-05-01    | <gelijk>                     | null                 | <inkomen>            | null                 | <vermogen>        | null              |
      When I evaluate outputs "inkomen_onder_norm, heeft_recht_op_algemene_bijstand, hoogte_algemene_bijstand, vakantietoeslag" of "participatiewet"
      Then output "inkomen_onder_norm" is <onder>
      And output "heeft_recht_op_algemene_bijstand" is <recht>
      And output "hoogte_algemene_bijstand" equals <hoogte>
      And output "vakantietoeslag" equals <vt>

      Examples:
        | dag        | gelijk | inkomen | vermogen | onder | recht | hoogte | vt   | waarom                          |
        | 2025-03-15 | true   | 0       | 0        | true  | true  | 134545 | 6458 | de hele norm                    |
        | 2025-09-15 | true   | 36906   | 0        | true  | true  | 100000 | 4800 | aanvulling                      |
        | 2026-03-15 | true   | 0       | 0        | true  | true  | 140150 | 6727 | de hele norm                    |
        | 2026-03-15 | true   | 100000  | 800000   | true  | true  | 40150  | 1927 | aanvulling, vermogen op de grens |
        | 2026-03-15 | true   | 140149  | 0        | true  | true  | 1      | 0    | een cent onder de norm          |
        | 2026-03-15 | true   | 140150  | 0        | false | false | 0      | 0    | precies de norm                 |
        | 2026-03-15 | true   | 200000  | 0        | false | false | 0      | 0    | boven de norm                   |
        | 2026-03-15 | true   | 0       | 800001   | true  | false | 0      | 0    | te veel vermogen                |
        | 2026-03-15 | false  | 0       | 0        | true  | false | 0      | 0    | geen Nederlander of gelijkgesteld |
        | 2026-07-01 | true   | 140150  | 0        | true  | true  | 1796   | 86   | de norm van juli is hoger       |

    Scenario Outline: Wat vaststaat, blijft staan: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | nederlander_of_gelijkgesteld | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | vermogen_bijstand | overwaarde_woning |
        | 999993653 | <partner>   | 1990-05-01    | <gelijk>                     | <loon>               | 0                    | null                 | <vermogen>        | null              |
      When I evaluate "heeft_recht_op_algemene_bijstand" of "participatiewet"
      Then output "heeft_recht_op_algemene_bijstand" is <wat>

      Examples:
        | partner | gelijk | loon   | vermogen | wat                                                | waarom                  |
        | null    | false  |        |          | false                                              | niet gelijkgesteld      |
        | null    | true   |        | 800001   | false                                              | te veel vermogen        |
        | null    | true   |        | 0        | unknown for lack of "netto_arbeidsinkomen"         | loon onbekend           |
        | null    | true   | 0      |          | unknown for lack of "vermogen_bijstand"            | vermogen onbekend       |
        | null    |        | 0      | 0        | unknown for lack of "nederlander_of_gelijkgesteld" | status onbekend         |
        |         | true   | 0      | 0        | unknown for lack of "partner_bsn"                  | echtgenoot onbekend     |

    Scenario: Gehuwden die beiden recht hebben, samen
      # 2.002,13 - 300,00 - 500,00 = 1.202,13
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | nederlander_of_gelijkgesteld | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | vermogen_bijstand | overwaarde_woning | ontvangt_bijstand |
        | 999993653 | 999990639   | 1990-05-01    | true                         | 30000                | null                 | null                 | 500000            | null              | false             |
        | 999990639 | 999993653   | 1990-05-01    | true                         | null                 | 50000                | null                 | 500000            |                   | false             |
      When I evaluate outputs "heeft_recht_op_algemene_bijstand, hoogte_algemene_bijstand" of "participatiewet"
      Then output "heeft_recht_op_algemene_bijstand" is true
      And output "hoogte_algemene_bijstand" equals 120213

    Scenario: Een echtgenoot zonder recht met een goed inkomen
      # Norm 1.001,07; van 2.500,00 telt 2.500,00 + 1.001,07 - 2.002,13 = 1.498,94 mee: geen recht.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | nederlander_of_gelijkgesteld | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | vermogen_bijstand | overwaarde_woning |
        | 999993653 | 999990639   | 1990-05-01    | true                         | null                 | null                 | null                 | 0                 | null              |
        | 999990639 | 999993653   | 1990-05-01    | false                        | null                 | 250000               | null                 | 0                 |                   |
      When I evaluate outputs "inkomen_in_aanmerking, heeft_recht_op_algemene_bijstand" of "participatiewet"
      Then output "inkomen_in_aanmerking" equals 149894
      And output "heeft_recht_op_algemene_bijstand" is false
