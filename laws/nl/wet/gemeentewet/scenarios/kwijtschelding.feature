# SPDX-License-Identifier: EUPL-1.2
Feature: Gemeentewet artikel 255, kwijtschelding van gemeentelijke belastingen
  # Bedragen zijn eurocenten. Zuidplas (GM1892) rekent honderd procent: alleen 1.401,50 en gehuwd 2.002,13 per maand, in maart 2026. Van GM9999 is geen verordening ingelezen.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | onbetaald_verlof | kan_onderwijs_volgen | kinderen | medebewoners | mantelzorg_elders | ontvangt_kinderbijslag | auto_waarde | overig_vermogen_kwijtschelding |
      | 999993653 | true               | true                         | false       | 0                      | false            | false                | null     | null         | false             | false                  | null        | 0                              |
      | 999990639 | true               | true                         | false       | 0                      | false            | false                | null     | null         | false             | false                  | null        | 0                              |

  Rule: Inkomen en geld op de bank, in Zuidplas

    Scenario Outline: <waarom>
      # Grens aan geld op de bank, alleen: 1.401,50 + 300,00 = 1.701,50. Een euro betalingscapaciteit is 9,60 minder kwijtschelding. Verhoging voor echtgenoten 2.000: alleen 1.500.
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | geboortedatum | netto_inkomen_kwijtschelding | uitgaven_kwijtschelding | uitgaven_vermogenstoets | financiele_middelen | aanslag_afval_vast | kwijtschelding_uitgesloten | verhoging_middelen_gemeente | is_ondernemer | netto_kosten_kinderopvang | verblijft_in_inrichting |
        | 999993653 | <gemeente>    | <partner>   | 1990-05-01    | <inkomen>                    | 0                       | 30000                   | <geld>              | <aanslag>          | <uit>                      | <extra>                     | false         | null                      | false                   |
        | 999990639 | <gemeente>    | 999993653   | 1990-05-01    | 50000                        | 0                       | 30000                   | 0                   | <aanslag>          | <uit>                      | <extra>                     | false         | null                      | false                   |
      When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
      Then output "heeft_recht_op_kwijtschelding" is <recht>
      And output "hoogte_kwijtschelding" <bedrag>

      Examples:
        | gemeente | partner   | inkomen | geld   | aanslag | uit   | extra  | recht                                              | bedrag                                                | waarom                                   |
        | GM1892   | null      | 140150  | 0      | 30000   | false |        | true                                               | equals 30000                                          | precies de norm: alles                   |
        | GM1892   | null      | 141150  | 0      | 30000   | false |        | true                                               | equals 20400                                          | tien euro meer: 96,00 minder             |
        | GM1892   | null      | 140151  | 0      | 30000   | false |        | true                                               | equals 29990                                          | een cent meer: 9,6 cent minder, 299,904  |
        | GM1892   | null      | 143275  | 0      | 30000   | false |        | false                                              | equals 0                                              | 31,25 meer: 300,00, niets blijft         |
        | GM1892   | null      | 143274  | 0      | 30000   | false |        | true                                               | equals 10                                             | een cent minder: 0,096                   |
        | GM1892   | null      | 140150  | 170150 | 30000   | false |        | true                                               | equals 30000                                          | precies de grens van geld op de bank     |
        | GM1892   | null      | 140150  | 170151 | 30000   | false | 0      | true                                               | equals 29999                                          | een cent erboven, niets extra            |
        | GM1892   | null      | 140150  | 170151 | 30000   | false | 200000 | true                                               | equals 30000                                          | een cent erboven, 1.500 extra            |
        | GM1892   | null      | 140150  | 320150 | 30000   | false | 200000 | true                                               | equals 30000                                          | precies op de extra ruimte               |
        | GM1892   | null      | 140150  | 320151 | 30000   | false | 200000 | true                                               | equals 29999                                          | een cent boven de extra ruimte           |
        | GM1892   | null      | 140150  | 170151 | 30000   | false |        | unknown for lack of "verhoging_middelen_gemeente"  | is unknown for lack of "verhoging_middelen_gemeente"  | niemand heeft het extra bedrag ingevuld  |
        | GM1892   | null      | 140150  | 250000 | 30000   | false | 0      | false                                              | equals 0                                              | genoeg geld om te betalen                |
        | GM1892   | null      | 0       | 0      | 30000   | true  |        | false                                              | equals 0                                              | uitgesloten                              |
        | GM1892   | null      |         | 0      | 30000   | false |        | unknown for lack of "netto_inkomen_kwijtschelding" | is unknown for lack of "netto_inkomen_kwijtschelding" | inkomen onbekend                         |
        | GM1892   | null      | 140150  | 0      | 0       | false |        | false                                              | equals 0                                              | geen aanslag                             |
        | GM1892   | 999990639 | 150213  | 0      | 30000   | false |        | true                                               | equals 30000                                          | samen precies 2.002,13                   |
        | GM1892   | 999990639 | 151213  | 0      | 30000   | false |        | true                                               | equals 20400                                          | samen tien euro meer                     |
        | GM1892   | 999990639 | 150213  | 430213 | 30000   | false | 200000 | true                                               | equals 30000                                          | samen op de grens met 2.000 extra        |
        | GM1892   | 999990639 | 150213  | 430214 | 30000   | false | 200000 | true                                               | equals 29999                                          | samen een cent erboven                   |
        | GM9999   | null      | 0       | 0      | 30000   | true  |        | false                                              | equals 0                                              | uitgesloten, wat de gemeente ook bepaalt |

  Rule: Waar geen verordening is ingelezen, vult de gemeente zelf in wat de raad besloot

    Scenario Outline: Percentage "<pct>", inkomen <inkomen>, geld <geld>, verhoging "<extra>": <waarom>
      # Alleen: 90 procent van 1.401,50 is 1.261,35; de grens aan geld is dan 1.561,35.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | geboortedatum | netto_inkomen_kwijtschelding | uitgaven_kwijtschelding | uitgaven_vermogenstoets | financiele_middelen | aanslag_kwijtschelding | kwijtschelding_uitgesloten | percentage_gemeente | verhoging_middelen_gemeente | is_ondernemer | netto_kosten_kinderopvang | verblijft_in_inrichting |
        | 999993653 | <gemeente>    | null        | 1990-05-01    | <inkomen>                    | 0                       | 30000                   | <geld>              | <aanslag>              | false                      | <pct>               | <extra>                     | false         | 0                         | false                   |
      When I evaluate outputs "hoogte_kwijtschelding" of "gemeentewet"
      Then output "hoogte_kwijtschelding" <wat>

      Examples:
        | dag        | gemeente | inkomen | geld   | aanslag | pct | extra  | wat                                                  | waarom                                       |
        | 2026-03-15 | GM9999   | 126135  | 0      | 30000   | 90  |        | equals 30000                                         | precies 90 procent                           |
        | 2026-03-15 | GM9999   | 127135  | 0      | 30000   | 90  |        | equals 20400                                         | tien euro meer                               |
        | 2026-03-15 | GM9999   | 127135  | 0      | 30000   | 91  |        | equals 30000                                         | 91 procent is 1.275,37                       |
        | 2026-03-15 | GM9999   | 133143  | 0      | 30000   | 95  |        | equals 30000                                         | 95 procent is 1.331,425, naar boven          |
        | 2026-03-15 | GM9999   | 126135  | 306135 | 30000   | 90  | 200000 | equals 30000                                         | 1.561,35 en 1.500 extra                      |
        | 2026-03-15 | GM9999   | 126135  | 306136 | 30000   | 90  | 200000 | equals 29999                                         | een cent erboven                             |
        | 2026-03-15 | GM9999   | 127135  | 0      | 30000   |     |        | is unknown for lack of "percentage_gemeente"         | niemand weet het percentage                  |
        | 2026-03-15 | GM9999   | 126135  | 306135 | 30000   | 90  |        | is unknown for lack of "verhoging_middelen_gemeente" | niemand weet wat extra mag                   |
        | 2026-03-15 | GM9999   | 100000  | 0      |         | 90  |        | is unknown for lack of "aanslag_kwijtschelding"      | niet bekend wat er openstaat                 |
        | 2025-03-15 | GM9999   | 121091  | 0      | 30000   | 90  |        | equals 30000                                         | in 2025: 90 procent van 1.345,45 is 1.210,91 |
        | 2025-09-15 | GM9999   | 123215  | 0      | 30000   | 90  |        | equals 30000                                         | 90 procent van 1.369,06 is 1.232,15          |
        | 2026-03-15 |          | 126135  | 0      | 30000   | 90  |        | is unknown for lack of "gemeente_code"               | niet bekend waar                             |
        | 2026-03-15 | null     | 126135  | 0      | 30000   | 90  |        | equals 30000                                         | woont in geen gemeente                       |

  Rule: Wie de pensioengerechtigde leeftijd heeft (Regeling kwijtschelding belastingen medeoverheden artikel 3)

    Scenario Outline: Netto AOW "<aow>", partner geboren <ander>, percentage <pct>: <waarom>
      # Maart 2026, norm met AOW: alleen 1.564,69 en gehuwd 2.144,16; netto AOW met vakantie-uitkering: alleen 1.659,54 en gehuwd 2 maal 1.140,11.
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | geboortedatum | percentage_gemeente | netto_aow_gemeente | verblijft_in_inrichting |
        | 999993653 | GM9999        | <partner>   | <geboren>     | <pct>               | <aow>              | false                   |
        | 999990639 | GM9999        | 999993653   | <ander>       | <pct>               | <aow>              | false                   |
      When I evaluate outputs "kosten_van_bestaan_gemeente" of "gemeentewet"
      Then output "kosten_van_bestaan_gemeente" <wat>

      Examples:
        | partner   | geboren    | ander      | pct | aow   | wat                                         | waarom                             |
        | null      | 1955-05-01 |            | 100 | true  | equals 165954                               | alleen, netto AOW                  |
        | null      | 1955-05-01 |            | 90  | true  | equals 149359                               | en 90 procent daarvan              |
        | null      | 1955-05-01 |            | 100 | false | equals 156469                               | alleen, de norm                    |
        | null      | 1955-05-01 |            | 100 |       | is unknown for lack of "netto_aow_gemeente" | niemand weet wat de raad besloot   |
        | 999990639 | 1955-05-01 | 1955-05-01 | 100 | true  | equals 228022                               | samen, beiden met AOW              |
        | 999990639 | 1955-05-01 | 1990-05-01 | 100 | true  | equals 228022                               | een van beiden                     |
        | 999990639 | 1990-05-01 | 1955-05-01 | 100 | true  | equals 228022                               | de ander                           |
        | 999990639 | 1990-05-01 | 1955-05-01 | 100 | false | equals 214416                               | de norm van artikel 22             |
        | null      | 1990-05-01 |            | 100 |       | equals 140150                               | niet met AOW: het doet er niet toe |
        | null      |            |            | 100 | true  | is unknown for lack of "geboortedatum"      | leeftijd onbekend                  |

  Rule: Ondernemers en kinderopvang (Uitvoeringsregeling Invorderingswet 1990 artikel 28)

    Scenario Outline: Ondernemer "<bedrijf>", gemeente laat toe "<mag>"; kinderopvang "<opvang>", gemeente telt mee "<telt>": <waarom>
      # Inkomen 20,00 boven de norm van 1.401,50: 192,00 minder dan 300,00.
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | geboortedatum | netto_inkomen_kwijtschelding | uitgaven_kwijtschelding | uitgaven_vermogenstoets | financiele_middelen | aanslag_kwijtschelding | kwijtschelding_uitgesloten | percentage_gemeente | is_ondernemer | ondernemers_gemeente | netto_kosten_kinderopvang | kinderopvang_gemeente | verblijft_in_inrichting |
        | 999993653 | GM9999        | null        | 1990-05-01    | 142150                       | 0                       | 30000                   | 0                   | 30000                  | false                      | 100                 | <bedrijf>     | <mag>                | <opvang>                  | <telt>                | false                   |
      When I evaluate outputs "heeft_recht_op_kwijtschelding, hoogte_kwijtschelding" of "gemeentewet"
      Then output "hoogte_kwijtschelding" <wat>

      Examples:
        | bedrijf | mag   | opvang | telt  | wat                                                | waarom                              |
        | false   |       | null   |       | equals 10800                                       | geen bedrijf en geen opvang         |
        | true    | true  | null   |       | equals 10800                                       | als particulier                     |
        | true    | false | null   |       | equals 0                                           | alleen in een akkoord               |
        | true    |       | null   |       | is unknown for lack of "ondernemers_gemeente"      | niemand weet wat de raad besloot    |
        |         | true  | null   |       | equals 10800                                       | dan doet het er niet toe            |
        |         | false | null   |       | is unknown for lack of "is_ondernemer"             | niet bekend of er een bedrijf is    |
        | false   |       | 0      |       | equals 10800                                       | opvang kost niets                   |
        | false   |       | 1500   | true  | equals 25200                                       | 15,00 gaat van het inkomen af       |
        | false   |       | 2000   | true  | equals 30000                                       | niets blijft over                   |
        | false   |       | 9000   | true  | equals 30000                                       | nooit minder dan niets              |
        | false   |       | 1500   | false | equals 10800                                       | telt niet                           |
        | false   |       | 1500   |       | is unknown for lack of "kinderopvang_gemeente"     | niemand weet of het telt            |
        | false   |       |        | true  | is unknown for lack of "netto_kosten_kinderopvang" | kosten onbekend                     |
        | false   |       |        | false | equals 10800                                       | telt niet, dan doet het er niet toe |

  Rule: In een inrichting telt wat de gemeente bepaalt niet

    Scenario Outline: Prijs "<prijs>"
      # Artikel 16 lid 3 van de uitvoeringsregeling: de prijs en twee derden van de norm van artikel 23 (maart 2026, alleen: 443,76 en 47,00 is 490,76, daarvan 327,17).
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code | partner_bsn | geboortedatum | verblijft_in_inrichting | prijs_verzorging |
        | 999993653 | GM9999        | null        | 1990-05-01    | true                    | <prijs>          |
      When I evaluate outputs "kosten_van_bestaan_gemeente" of "gemeentewet"
      Then output "kosten_van_bestaan_gemeente" <wat>

      Examples:
        | prijs  | wat                                       |
        | 100000 | equals 132717                             |
        |        | is unknown for lack of "prijs_verzorging" |
