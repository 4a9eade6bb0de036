# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiewet, de norm (artikelen 5, 19a en 20 tot en met 24)
  # Bedragen zijn eurocenten per maand, met de vakantietoeslag erin. De bedragen van de wet staan in de regeling
  # normbedragen_participatiewet en, waar ze gepubliceerd zijn, in ../oracles; de sommen staan bij de regels.
  # Wie niets anders heeft, woont in Nederland en is nergens van uitgesloten.

  Background:
    Given parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | gedetineerd | dagen_buiten_nederland | kan_onderwijs_volgen | ontvangt_kinderbijslag |
      | 999993653 | true               | false       | 0                      | false                | true                   |
      | 999990639 | true               | false       | 0                      | false                | false                  |
      | 999999011 | true               |             |                        |                      |                        |

  Rule: Artikelen 20, 21 en 22: zonder kostendelers

    Scenario Outline: Op <dag>, geboren <zelf> en <ander>, kind <kind>
      # Een kind verandert de norm alleen voor gehuwden van wie er een jonger is dan 21.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | verblijft_in_inrichting | nederlander_of_gelijkgesteld | medebewoners | kinderen | kinderbijslag | geen_beroep_op_ouders |
        | 999993653 | <partner>   | <zelf>        | false                   | true                         | null         | <kind>   |               | false                 |
        | 999990639 | 999993653   | <ander>       | false                   | true                         |              |          |               | false                 |
        | 999999011 |             | 2022-05-01    |                         |                              |              |          | true          |                       |
      When I evaluate "bijstandsnorm" of "participatiewet"
      Then output "bijstandsnorm" equals <norm>

      Examples: alleen
        | dag        | partner | zelf       | ander | kind      | norm   |
        | 2025-03-15 | null    | 2005-05-01 |       | null      | 33217  |
        | 2025-03-15 | null    | 2005-05-01 |       | 999999011 | 33217  |
        | 2025-06-30 | null    | 1990-05-01 |       | null      | 134545 |
        | 2025-07-01 | null    | 1990-05-01 |       | null      | 136906 |
        | 2026-03-15 | null    | 2005-03-15 |       | null      | 140150 |
        | 2026-03-15 | null    | 2005-03-16 |       | null      | 34599  |
        | 2026-03-15 | null    | 1959-03-15 |       | null      | 156469 |
        | 2026-03-15 | null    | 1959-03-16 |       | null      | 140150 |
        | 2026-07-01 | null    | 1990-05-01 |       | 999999011 | 141946 |

      Examples: gehuwd
        | dag        | partner   | zelf       | ander      | kind      | norm   |
        | 2025-03-15 | 999990639 | 2005-05-01 | 2005-05-01 | null      | 66434  |
        | 2025-03-15 | 999990639 | 2005-05-01 | 2005-05-01 | 999999011 | 104875 |
        | 2025-03-15 | 999990639 | 2005-05-01 | 1990-05-01 | null      | 129321 |
        | 2025-03-15 | 999990639 | 1990-05-01 | 2005-05-01 | 999999011 | 167762 |
        | 2025-09-15 | 999990639 | 1990-05-01 | 1990-05-01 | 999999011 | 195580 |
        | 2025-09-15 | 999990639 | 1955-05-01 | 1990-05-01 | null      | 209498 |
        | 2026-03-15 | 999990639 | 2006-05-01 | 2006-05-01 | null      | 69198  |
        | 2026-03-15 | 999990639 | 2006-05-01 | 1990-05-01 | 999999011 | 174749 |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1990-05-01 | null      | 200213 |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1955-05-01 | null      | 214416 |
        | 2026-03-15 | 999990639 | 1955-05-01 | 1955-05-01 | null      | 214416 |
        | 2026-07-01 | 999990639 | 1955-05-01 | 1955-05-01 | null      | 217610 |

  Rule: Artikel 20 lid 3 en 4 (sinds 2026): geen beroep op de ouders

    Scenario Outline: <waarom>
      # Alleen 345,99 + 746,45 = 1.092,44. Beiden jong 691,98 + 746,45 = 1.438,43; beiden zonder ouders 691,98 + 2 x 746,45 =
      # 2.184,88, niet hoger dan 2.002,13. Een jong 1.347,06 + 746,45 = 2.093,51, niet hoger dan 2.002,13.
      Given the calculation date is "2026-03-15"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | verblijft_in_inrichting | nederlander_of_gelijkgesteld | medebewoners | kinderen | geen_beroep_op_ouders |
        | 999993653 | <partner>   | <zelf>        | false                   | true                         | null         | null     | <eigen>               |
        | 999990639 | 999993653   | <ander>       | false                   | <recht>                      |              |          | <ouders>              |
      When I evaluate "bijstandsnorm" of "participatiewet"
      Then output "bijstandsnorm" <wat>

      Examples:
        | partner   | zelf       | ander      | recht | eigen | ouders | wat                                            | waarom                                            |
        | null      | 2006-05-01 |            |       | true  |        | equals 109244                                  | alleen, zonder ouders                             |
        | null      | 2006-05-01 |            |       | false |        | equals 34599                                   | alleen, met ouders                                |
        | null      | 1990-05-01 |            |       |       |        | equals 140150                                  | boven de 21 doet het er niet toe                  |
        | null      | 2006-05-01 |            |       |       |        | is unknown for lack of "geen_beroep_op_ouders" | niet bekend                                       |
        | 999990639 | 2006-05-01 | 2006-05-01 | true  | true  | false  | equals 143843                                  | gehuwd, een van beiden                            |
        | 999990639 | 2006-05-01 | 2006-05-01 | true  | true  | true   | equals 200213                                  | gehuwd, beiden: de norm van 21 is het hoogste     |
        | 999990639 | 2006-05-01 | 1990-05-01 | true  | true  |        | equals 200213                                  | de ander is 21: de norm van 21 is het hoogste     |
        | 999990639 | 1990-05-01 | 2006-05-01 | true  |       | true   | equals 200213                                  | de echtgenoot zonder ouders                       |
        | 999990639 | 2006-05-01 | 1990-05-01 | false | true  |        | equals 100107                                  | echtgenoot zonder recht: de helft van 2.002,13    |
        | 999990639 | 2006-05-01 | 1990-05-01 | false | false |        | equals 34599                                   | echtgenoot zonder recht: de helft van 691,98      |

  Rule: Artikel 19a: wie kostendelende medebewoner is

    Scenario Outline: <waarom>
      Given the calculation date is "2026-03-15"
      And the following "personen" data with key "bsn":
        | bsn       | medebewoners | geboortedatum | commercieel | volgt_onderwijs |
        | 999993653 | <wie>        | 1990-05-01    |             |                 |
        | 999999023 |              | <geboren>     | <huurder>   | <student>       |
        | 999999035 |              | 1950-01-01    | false       | false           |
      When I evaluate "aantal_kostendelende_medebewoners" of "participatiewet"
      Then output "aantal_kostendelende_medebewoners" <wat>

      Examples:
        | wie                 | geboren    | huurder | student | wat                                     | waarom                                    |
        | null                |            |         |         | equals 0                                | niemand                                   |
        | 999999023           | 1999-03-15 | false   | false   | equals 1                                | vandaag 27                                |
        | 999999023           | 1999-03-16 |         |         | equals 0                                | morgen 27, de rest doet er niet toe       |
        | 999999023           | 1960-01-01 | true    | false   | equals 0                                | een commerciële huurder                   |
        | 999999023           | 1990-01-01 | false   | true    | equals 0                                | een student                               |
        | 999999023 999999035 | 1960-01-01 | false   | false   | equals 2                                | twee                                      |
        | 999999023 999999035 | 1960-01-01 | true    | false   | equals 1                                | een van de twee                           |
        | 999999023           | 1960-01-01 |         | false   | is unknown for lack of "commercieel"    | niet bekend of hij huurt                  |
        | 999999023           | 1960-01-01 | true    |         | equals 0                                | hij huurt, dus de studie doet er niet toe |
        | 999999023           |            | false   | false   | is unknown for lack of "geboortedatum"  | leeftijd onbekend                         |
        |                     |            |         |         | is unknown for lack of "medebewoners"   | niet bekend wie er wonen                  |

  Rule: Artikel 22a: met kostendelers

    Scenario Outline: Op <dag>, geboren <zelf> en <ander>, <wie>: <waarom>
      # (40% + A x 30%) / A: 50% bij 2, 43 1/3% bij 3, 40% bij 4; op hele centen, ieder apart.
      # 2025: 1.922,07 x 50% = 961,035, dus 961,04; x 43 1/3% = 832,897, dus 832,90; x 40% = 768,828, dus 768,83.
      # 2026: 2.002,13 x 50% = 1.001,065; x 43 1/3% = 867,590; x 40% = 800,852. AOW 2.144,16: 1.072,08; 929,136; 857,664.
      # Een echtgenoot van 18, 19 of 20: 345,99, met een kind 746,42, bij de norm van de ander; hij telt niet mee in A.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | verblijft_in_inrichting | nederlander_of_gelijkgesteld | medebewoners | kinderen | kinderbijslag | geen_beroep_op_ouders | commercieel | volgt_onderwijs | mantelzorg_elders |
        | 999993653 | <partner>   | <zelf>        | false                   | true                         | <wie>        | <kind>   |               | false                 |             |                 | <zorg>            |
        | 999990639 | 999993653   | <ander>       | false                   | true                         |              |          |               | false                 |             |                 |                   |
        | 999999011 |             | 2022-05-01    |                         |                              |              |          | true          |                       |             |                 |                   |
        | 999999023 |             | 1960-01-01    |                         |                              |              |          |               |                       | false       | false           |                   |
        | 999999035 |             | 1950-01-01    |                         |                              |              |          |               |                       | false       | false           |                   |
      When I evaluate "bijstandsnorm" of "participatiewet"
      Then output "bijstandsnorm" <wat>

      Examples:
        | dag        | partner   | zelf       | ander      | wie                 | kind      | zorg  | wat                                        | waarom                                             |
        | 2025-03-15 | null      | 1990-05-01 |            | 999999023           | null      |       | equals 96104                               | alleen, met een                                    |
        | 2025-03-15 | null      | 1990-05-01 |            | 999999023 999999035 | null      |       | equals 83290                               | alleen, met twee                                   |
        | 2025-03-15 | 999990639 | 1990-05-01 | 1990-05-01 | 999999023           | null      |       | equals 166580                              | gehuwd, met een: 2 x 832,90                        |
        | 2025-03-15 | 999990639 | 1990-05-01 | 1990-05-01 | 999999023 999999035 | null      |       | equals 153766                              | gehuwd, met twee: 2 x 768,83                       |
        | 2025-03-15 | 999990639 | 1990-05-01 | 2005-05-01 | 999999023           | null      |       | equals 129321                              | een jong, met een: 332,17 + 961,04                 |
        | 2025-03-15 | null      | 2005-05-01 |            | 999999023           | null      |       | equals 33217                               | jonger dan 21 deelt geen kosten                    |
        | 2026-03-15 | null      | 1990-05-01 |            | 999999023           | null      | false | equals 100107                              | alleen, met een                                    |
        | 2026-03-15 | null      | 1990-05-01 |            | 999999023           | null      | true  | equals 140150                              | mantelzorg elders: geen kostendelersnorm           |
        | 2026-03-15 | null      | 1990-05-01 |            | 999999023           | null      |       | is unknown for lack of "mantelzorg_elders" | mantelzorg niet bekend                             |
        | 2026-03-15 | null      | 1990-05-01 |            | null                | null      |       | equals 140150                              | zonder kostendelers doet mantelzorg er niet toe    |
        | 2026-03-15 | null      | 1955-05-01 |            | 999999023           | null      | false | equals 107208                              | AOW, met een                                       |
        | 2026-03-15 | null      | 1955-05-01 |            | 999999023 999999035 | null      | false | equals 92914                               | AOW, met twee                                      |
        | 2026-03-15 | 999990639 | 1955-05-01 | 1955-05-01 | 999999023           | null      | false | equals 185828                              | beiden AOW, met een: 2 x 929,14                    |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1955-05-01 | 999999023           | null      | false | equals 185828                              | een AOW, met een: 2 x 929,14                       |
        | 2026-03-15 | 999990639 | 1990-05-01 | 1990-05-01 | 999999023 999999035 | null      | false | equals 160170                              | gehuwd, met twee: 2 x 800,85                       |
        | 2026-03-15 | 999990639 | 1990-05-01 | 2006-05-01 | 999999023           | 999999011 | false | equals 174749                              | een jong en een kind: 746,42 + 1.001,07            |
        | 2026-03-15 | 999990639 | 2006-05-01 | 1990-05-01 | 999999023           | 999999011 | false | equals 174749                              | hetzelfde, gezien van de ander                     |
        | 2026-03-15 | 999990639 | 2006-05-01 | 1990-05-01 | 999999023 999999035 | null      | false | equals 121358                              | een jong, met twee: 345,99 + 867,59                |
        | 2026-03-15 | 999990639 | 2006-05-01 | 2006-05-01 | 999999023           | null      | false | equals 69198                               | beiden jong delen geen kosten                      |

  Rule: Artikel 23: in een inrichting

    Scenario Outline: <waarom>
      # 443,76 + 47,00 = 490,76; gehuwd 690,27 + 106,00 = 796,27; een van beiden: 490,76 + de norm van de ander als alleenstaande.
      Given the calculation date is "2026-03-15"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | verblijft_in_inrichting | nederlander_of_gelijkgesteld | medebewoners | kinderen | geen_beroep_op_ouders | commercieel | volgt_onderwijs | mantelzorg_elders |
        | 999993653 | <partner>   | <zelf>        | <in>                    | true                         | <wie>        | null     | false                 |             |                 | false             |
        | 999990639 | 999993653   | <ander>       | <ook>                   | <recht>                      |              |          | false                 |             |                 |                   |
        | 999999023 |             | 1960-01-01    |                         |                              |              |          |                       | false       | false           |                   |
      When I evaluate "bijstandsnorm" of "participatiewet"
      Then output "bijstandsnorm" equals <norm>

      Examples:
        | partner   | zelf       | ander      | in    | ook   | recht | wie       | norm   | waarom                                                    |
        | null      | 1990-05-01 |            | true  |       |       | null      | 49076  | alleen                                                    |
        | null      | 1955-05-01 |            | true  |       |       | null      | 49076  | alleen, met AOW                                           |
        | 999990639 | 1990-05-01 | 1990-05-01 | true  | true  | true  | null      | 79627  | gehuwd, beiden                                            |
        | 999990639 | 1990-05-01 | 1990-05-01 | true  | false | true  | null      | 189226 | een van beiden: 490,76 + 1.401,50                         |
        | 999990639 | 1990-05-01 | 1990-05-01 | false | true  | true  | null      | 189226 | de ander                                                  |
        | 999990639 | 1990-05-01 | 1955-05-01 | true  | false | true  | null      | 205545 | de ander thuis met AOW: 490,76 + 1.564,69                 |
        | 999990639 | 1955-05-01 | 1990-05-01 | false | true  | true  | null      | 205545 | zelf thuis met AOW                                        |
        | 999990639 | 1990-05-01 | 2006-05-01 | true  | false | true  | null      | 83675  | de ander thuis en jong: 490,76 + 345,99                   |
        | 999990639 | 2006-05-01 | 1990-05-01 | false | true  | true  | null      | 83675  | zelf thuis en jong                                        |
        | 999990639 | 1990-05-01 | 1990-05-01 | false | true  | true  | 999999023 | 149183 | zelf thuis met een kostendeler: 490,76 + 1.001,07         |
        | 999990639 | 1990-05-01 | 1990-05-01 | true  | false | true  | 999999023 | 149183 | de ander thuis met een kostendeler                        |
        | 999990639 | 1955-05-01 | 1990-05-01 | false | true  | true  | 999999023 | 156284 | zelf thuis, AOW en een kostendeler: 490,76 + 1.072,08     |
        | 999990639 | 1990-05-01 | 1955-05-01 | true  | false | true  | 999999023 | 156284 | de ander thuis, AOW en een kostendeler                    |
        | 999990639 | 1990-05-01 | 1990-05-01 | true  | false | false | null      | 49076  | alleen het eigen deel: de echtgenoot heeft geen recht     |
        | 999990639 | 1990-05-01 | 1990-05-01 | false | true  | false | null      | 140150 | het eigen deel thuis: de echtgenoot heeft geen recht      |
        | 999990639 | 1990-05-01 | 1990-05-01 | true  | true  | false | null      | 49076  | beiden erin, de echtgenoot heeft geen recht               |

  Rule: Artikel 24: een echtgenoot zonder recht

    Scenario Outline: Op <dag>, <waarom>
      # De helft, op hele centen: 1.922,07 / 2 = 961,035; 2.053,48 / 2 = 1.026,74; 1.048,75 / 2 = 524,375; 2.002,13 / 2 = 1.001,065.
      # Met kostendelers geldt artikel 22a, en telt de echtgenoot van 21 of ouder mee: 3 mensen, 867,59.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | verblijft_in_inrichting | nederlander_of_gelijkgesteld | medebewoners | kinderen | kinderbijslag | geen_beroep_op_ouders | commercieel | volgt_onderwijs | mantelzorg_elders |
        | 999993653 | 999990639   | <zelf>        | false                   | true                         | <wie>        | <kind>   |               | false                 |             |                 | false             |
        | 999990639 | 999993653   | <ander>       | false                   | <recht>                      |              |          |               | false                 |             |                 |                   |
        | 999999011 |             | 2022-05-01    |                         |                              |              |          | true          |                       |             |                 |                   |
        | 999999023 |             | 1960-01-01    |                         |                              |              |          |               |                       | false       | false           |                   |
      When I evaluate "bijstandsnorm" of "participatiewet"
      Then output "bijstandsnorm" <wat>

      Examples:
        | dag        | zelf       | ander      | recht | wie       | kind      | wat                                                   | waarom                                    |
        | 2025-03-15 | 1990-05-01 | 1990-05-01 | false | null      | null      | equals 96104                                          | 21 tot AOW                                |
        | 2025-03-15 | 1955-05-01 | 1990-05-01 | false | null      | null      | equals 102674                                         | AOW                                       |
        | 2025-03-15 | 2005-05-01 | 1990-05-01 | false | null      | null      | equals 33217                                          | 18, 19 of 20                              |
        | 2025-03-15 | 2005-05-01 | 1990-05-01 | false | null      | 999999011 | equals 52438                                          | 18, 19 of 20 met een kind                 |
        | 2026-03-15 | 1990-05-01 | 1990-05-01 | false | null      | null      | equals 100107                                         | 21 tot AOW                                |
        | 2026-03-15 | 1990-05-01 | 1955-05-01 | false | null      | null      | equals 100107                                         | de leeftijd van de ander doet er niet toe |
        | 2026-03-15 | 1990-05-01 | 1990-05-01 | false | 999999023 | null      | equals 86759                                          | met een kostendeler                       |
        | 2026-03-15 | 1990-05-01 | 2006-05-01 | false | 999999023 | null      | equals 100107                                         | met een kostendeler, de ander is 19       |
        | 2026-03-15 | 1990-05-01 | 2009-05-01 | true  | null      | null      | equals 100107                                         | de ander is zestien                       |
        | 2026-03-15 | 1990-05-01 | 1990-05-01 |       | null      | null      | is unknown for lack of "nederlander_of_gelijkgesteld" | niet bekend of de ander recht heeft       |
