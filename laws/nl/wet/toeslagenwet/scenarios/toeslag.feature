# SPDX-License-Identifier: EUPL-1.2
Feature: Toeslagenwet
  # Bedragen zijn eurocenten per dag, bruto. De bedragen van artikel 2 en 8 staan met hun bron in ../oracles; de rest volgt uit de
  # tekst met de som die erbij staat. Op 24 november 2026: gehuwd 10745, alleen 7675, woningdeler 4994; 20 jaar 6015,
  # 19 jaar 4402, 18 jaar 3595; minimumloon per dag M = 233700 / 21,75 = 10744,8276.

  Background:
    Given the calculation date is "2026-11-24"
    And parameter "bsn" is "999993653"

  Rule: Artikel 1

    Scenario Outline: Uitkering "<soort>"
      Given the following "personen" data with key "bsn":
        | bsn       | soort_loondervingsuitkering |
        | 999993653 | <soort>                     |
      When I evaluate "heeft_loondervingsuitkering" of "toeslagenwet"
      Then output "heeft_loondervingsuitkering" is <heeft>

      Examples:
        | soort  | heeft                                             |
        | ww     | true                                              |
        | zw     | true                                              |
        | wia    | true                                              |
        | wao    | true                                              |
        | waz    | true                                              |
        | wajong | true                                              |
        | wazo   | true                                              |
        | wamil  | true                                              |
        | iow    | true                                              |
        | anw    | false                                             |
        | null   | false                                             |
        |        | unknown for lack of "soort_loondervingsuitkering" |

    Scenario Outline: Partner "<partner>"
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn |
        | 999993653 | <partner>      |
      When I evaluate "is_gehuwd" of "toeslagenwet"
      Then output "is_gehuwd" is <gehuwd>

      Examples:
        | partner   | gehuwd                               |
        | 999990639 | true                                 |
        | null      | false                                |
        |           | unknown for lack of "echtgenoot_bsn" |

  Rule: Artikel 2: het sociaal minimum

    Scenario Outline: Alleen, geboren <geboren>, op <dag>
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners |
        | 999993653 | null           | <geboren>     | null         |
      When I evaluate "sociaal_minimum_per_dag" of "toeslagenwet"
      Then output "sociaal_minimum_per_dag" <minimum>

      Examples: de leeftijd, aan weerszijden van elke verjaardag
        | dag        | geboren    | minimum                                |
        | 2026-11-24 | 2005-11-24 | equals 7675                            |
        | 2026-11-24 | 2005-11-25 | equals 6015                            |
        | 2026-11-24 | 2006-11-24 | equals 6015                            |
        | 2026-11-24 | 2006-11-25 | equals 4402                            |
        | 2026-11-24 | 2007-11-24 | equals 4402                            |
        | 2026-11-24 | 2007-11-25 | equals 3595                            |
        | 2026-11-24 | 2008-11-24 | equals 3595                            |
        | 2026-11-24 | 2008-11-25 | is absent                              |
        | 2026-11-24 |            | is unknown for lack of "geboortedatum" |

      Examples: het halfjaar
        | dag        | geboren    | minimum     |
        | 2025-01-01 | 1980-05-01 | equals 7219 |
        | 2025-06-30 | 1980-05-01 | equals 7219 |
        | 2025-07-01 | 1980-05-01 | equals 7379 |
        | 2025-12-31 | 1980-05-01 | equals 7379 |
        | 2026-01-01 | 1980-05-01 | equals 7562 |
        | 2026-06-30 | 1980-05-01 | equals 7562 |
        | 2026-07-01 | 1980-05-01 | equals 7675 |

    Scenario: Een partner: hetzelfde bedrag voor elke leeftijd, en wie er verder woont maakt niet uit
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners |
        | 999993653 | 999990639      | 2007-05-01    |              |
      When I evaluate "sociaal_minimum_per_dag" of "toeslagenwet"
      Then output "sociaal_minimum_per_dag" equals 10745

    Scenario Outline: Medebewoner geboren "<geboren>", commercieel "<huur>", opleiding "<opleiding>"
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | commerciele_woonrelatie | volgt_opleiding |
        | 999993653 | null           | 1980-05-01    | 1            |                         |                 |
        | 1         | null           | <geboren>     | null         | <huur>                  | <opleiding>     |
      When I evaluate outputs "deelt_woning, sociaal_minimum_per_dag" of "toeslagenwet"
      Then output "deelt_woning" is <deelt>
      And output "sociaal_minimum_per_dag" <minimum>

      Examples:
        | geboren    | huur  | opleiding | deelt                                         | minimum                                          |
        | 1999-11-24 | false | false     | true                                          | equals 4994                                      |
        | 1999-11-25 | false | false     | false                                         | equals 7675                                      |
        | 1960-05-01 | true  | false     | false                                         | equals 7675                                      |
        | 1960-05-01 | false | true      | false                                         | equals 7675                                      |
        | 1960-05-01 |       | true      | false                                         | equals 7675                                      |
        | 2015-05-01 |       |           | false                                         | equals 7675                                      |
        |            | true  |           | false                                         | equals 7675                                      |
        | 1960-05-01 |       | false     | unknown for lack of "commerciele_woonrelatie" | is unknown for lack of "commerciele_woonrelatie" |
        | 1960-05-01 | false |           | unknown for lack of "volgt_opleiding"         | is unknown for lack of "volgt_opleiding"         |
        |            | false | false     | unknown for lack of "geboortedatum"           | is unknown for lack of "geboortedatum"           |

    Scenario Outline: Medebewoners "<wie>"
      # 1 telt mee, 2 is een kind, 3 is onbekend
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | commerciele_woonrelatie | volgt_opleiding |
        | 999993653 | null           | 1980-05-01    | <wie>        |                         |                 |
        | 1         | null           | 1960-05-01    | null         | false                   | false           |
        | 2         | null           | 2015-05-01    | null         | false                   | false           |
      When I evaluate "deelt_woning" of "toeslagenwet"
      Then output "deelt_woning" is <deelt>

      Examples:
        | wie  | deelt                               |
        | null | false                               |
        | 2    | false                               |
        | 1 2  | true                                |
        | 1 3  | true                                |
        | 2 3  | unknown for lack of "geboortedatum" |
        |      | unknown for lack of "medebewoners"  |

    Scenario: Wie jonger is dan 21 jaar is nooit woningdeler (lid 8)
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners |
        | 999993653 | null           | 2006-05-01    |              |
      When I evaluate "sociaal_minimum_per_dag" of "toeslagenwet"
      Then output "sociaal_minimum_per_dag" equals 6015

  Rule: Artikel 2 en 4a: wie recht heeft

    Scenario Outline: Alleen; geboren "<geboren>", "<soort>", bij ouders "<ouders>", vertrokken "<weg>", uitkering "<uitkering>"
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | soort_loondervingsuitkering | hoort_tot_huishouden_ouders | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating |
        | 999993653 | null           | <geboren>     | null         | <soort>                     | <ouders>                    | <weg>                    | <uitkering>                   | null                   | null                   | false                  |
      When I evaluate "voldoet_aan_artikel_2" of "toeslagenwet"
      Then output "voldoet_aan_artikel_2" is <voldoet>

      Examples:
        | geboren    | soort | ouders | weg   | uitkering | voldoet                                             |
        | 1980-05-01 | wia   |        | false | 7674      | true                                                |
        | 1980-05-01 | wia   |        | false | 7675      | false                                               |
        | 1980-05-01 | null  |        | false | 5000      | false                                               |
        | 1980-05-01 |       |        | false | 5000      | unknown for lack of "soort_loondervingsuitkering"   |
        | 1980-05-01 |       |        | false | 7675      | false                                               |
        | 1980-05-01 | wia   |        | true  | 5000      | false                                               |
        | 1980-05-01 | wia   |        |       | 5000      | unknown for lack of "vertrokken_uit_nederland"      |
        | 1980-05-01 | wia   |        | false |           | unknown for lack of "loondervingsuitkering_per_dag" |
        | 2006-05-01 | wia   | false  | false | 6014      | true                                                |
        | 2006-05-01 | wia   | false  | false | 6015      | false                                               |
        | 2006-05-01 | wia   | true   | false | 5000      | false                                               |
        | 2006-05-01 | wia   |        | false | 5000      | unknown for lack of "hoort_tot_huishouden_ouders"   |
        | 2005-11-24 | wia   | true   | false | 5000      | true                                                |
        | 2005-11-25 | wia   | true   | false | 5000      | false                                               |
        | 2008-11-24 | wia   | false  | false | 3594      | true                                                |
        | 2008-11-25 | wia   | false  | false | 100       | false                                               |
        | 1959-11-25 | wia   |        | false | 5000      | true                                                |
        | 1959-11-24 | wia   |        | false | 5000      | false                                               |
        |            | wia   |        | false | 5000      | unknown for lack of "geboortedatum"                 |

  Rule: Artikel 3: een echtgenoot van na 1971

    Scenario Outline: Echtgenoot geboren "<partner>"; medebewoner geboren "<kind>", kind van een van beiden "<kind_van>"
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | kind_van_inwoner_of_partner | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating |
        | 999993653 | 999990639      | 1980-05-01    | 1            |                             | ww                          | false                    | 7000                          | null                   | null                   | false                  |
        | 999990639 | 999993653      | <partner>     |              |                             | null                        | false                    | null                          | null                   | null                   |                        |
        | 1         | null           | <kind>        | null         | <kind_van>                  | null                        | false                    | null                          | null                   | null                   |                        |
      When I evaluate outputs "voldoet_aan_artikel_2" of "toeslagenwet"
      Then output "voldoet_aan_artikel_2" is <voldoet>

      Examples:
        | partner    | kind       | kind_van | voldoet                                           |
        | 1971-12-31 | 1990-01-01 | false    | true                                              |
        | 1971-12-31 |            |          | true                                              |
        | 1972-01-01 | 2014-11-25 | true     | true                                              |
        | 1972-01-01 | 2014-11-24 | true     | false                                             |
        | 1972-01-01 | 2014-11-25 | false    | false                                             |
        | 1972-01-01 | 2014-11-25 |          | unknown for lack of "kind_van_inwoner_of_partner" |
        | 1972-01-01 |            | true     | unknown for lack of "geboortedatum"               |
        | 1972-01-01 | 1990-01-01 |          | false                                             |
        |            | 2014-11-25 | true     | true                                              |
        |            | 2014-11-24 | true     | unknown for lack of "geboortedatum"               |

    Scenario: Zonder medebewoners is er geen kind
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners |
        | 999993653 | 999990639      | 1980-05-01    | null         |
        | 999990639 | 999993653      | 1972-01-01    |              |
      When I evaluate "niet_uitgesloten_door_echtgenoot" of "toeslagenwet"
      Then output "niet_uitgesloten_door_echtgenoot" is false

  Rule: Artikel 6: het inkomen

    Scenario Outline: Eigen <uitkering>, <arbeid>, <overig>; partner "<partner>" met <p_uitkering>, <p_arbeid>, <p_overig>
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating |
        | 999993653 | <partner>      | 1980-05-01    | <uitkering>                   | <arbeid>               | <overig>               | false                  |
        | 999990639 | 999993653      | 1960-05-01    | <p_uitkering>                 | <p_arbeid>             | <p_overig>             |                        |
      When I evaluate "inkomen_per_dag" of "toeslagenwet"
      Then output "inkomen_per_dag" <inkomen>

      Examples: de som van wat er is
        | partner   | uitkering | arbeid | overig | p_uitkering | p_arbeid | p_overig | inkomen                                                |
        | null      | 5000      | null   | null   | 9999        | 9999     | 9999     | equals 5000                                            |
        | null      | 5000      | 1000   | 200    | 9999        | 9999     | 9999     | equals 6200                                            |
        | null      | null      | null   | null   | 9999        | 9999     | 9999     | equals 0                                               |
        | 999990639 | 5000      | 1000   | 200    | 300         | 40       | 5        | equals 6545                                            |
        | 999990639 | 5000      | null   | null   | null        | null     | null     | equals 5000                                            |
        | 999990639 | 5000      | null   | null   | null        |          | null     | is unknown for lack of "arbeidsinkomen_per_dag"        |
        | 999990639 | 5000      | null   | null   |             | null     | null     | is unknown for lack of "loondervingsuitkering_per_dag" |
        | 999990639 | 5000      | null   |        | null        | null     | null     | is unknown for lack of "overig_inkomen_per_dag"        |
        |           | 5000      | null   | null   | null        | null     | null     | is unknown for lack of "echtgenoot_bsn"                |

  Rule: Artikel 7: de vrijlating

    Scenario Outline: Alleen; inkomen uit arbeid "<arbeid>", in de periode "<periode>"
      # 5 % van M = 537,2414; 15 % van M = 1611,7241. Boven 537,2414 is 30 % vrij, samen ten hoogste 1611,7241.
      # Toeslag = 7675 - 3000 - (arbeid - vrij), op hele centen
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon |
        | 999993653 | null           | 1980-05-01    | null         | wia                         | false                    | 3000                          | <arbeid>               | null                   | <periode>              | 9000    |
      When I evaluate "hoogte_toeslag_per_dag" of "toeslagenwet"
      Then output "hoogte_toeslag_per_dag" <toeslag>

      Examples:
        | arbeid | periode | toeslag                                         |
        # alles vrij tot 5 %
        | 500    | true    | equals 4675                                     |
        | 537    | true    | equals 4675                                     |
        # 537,2414 + 30 % x 0,7586 = 537,4690 vrij; 4675 - 0,5310
        | 538    | true    | equals 4674                                     |
        # 537,2414 + 30 % x 1462,7586 = 976,0690 vrij; 4675 - 1023,9310
        | 2000   | true    | equals 3651                                     |
        # 4118: 537,2414 + 30 % x 3580,7586 = 1611,4690 vrij; 4119: 1611,7690, dus ten hoogste 1611,7241
        | 4118   | true    | equals 2168                                     |
        | 4119   | true    | equals 2168                                     |
        | 5000   | true    | equals 1287                                     |
        | 2000   | false   | equals 2675                                     |
        | null   | true    | equals 4675                                     |
        | null   |         | equals 4675                                     |
        | 0      |         | equals 4675                                     |
        | 2000   |         | is unknown for lack of "periode_van_vrijlating" |
        |        | true    | is unknown for lack of "arbeidsinkomen_per_dag" |

    Scenario: Van gehuwden samen, een keer
      # arbeid 1000 + 1500 = 2500: 537,2414 + 30 % x 1962,7586 = 1126,0690 vrij; 10745 - 3000 - 1373,9310 = 6371,0690
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon |
        | 999993653 | 999990639      | 1980-05-01    | wia                         | false                    | 3000                          | 1000                   | null                   | true                   | 15000   |
        | 999990639 | 999993653      | 1960-05-01    | null                        | false                    | null                          | 1500                   | null                   |                        |         |
      When I evaluate "hoogte_toeslag_per_dag" of "toeslagenwet"
      Then output "hoogte_toeslag_per_dag" equals 6371

    Scenario: Met het minimumloon van de eigen leeftijd
      # 19 jaar: 60 % van M = 6446,8966; 15 % daarvan = 967,0345. 4402 - 1000 - (3000 - 967,0345) = 1369,0345
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | hoort_tot_huishouden_ouders | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon |
        | 999993653 | null           | 2007-05-01    | null         | false                       | wajong                      | false                    | 1000                          | 3000                   | null                   | true                   | 9000    |
      When I evaluate "hoogte_toeslag_per_dag" of "toeslagenwet"
      Then output "hoogte_toeslag_per_dag" equals 1369

  Rule: Artikel 8 en 8a: de hoogte

    Scenario Outline: Alleen; dagloon "<dagloon>", uitkering <uitkering>
      # 70 % van M = 7521,3793. Daaronder: niet meer dan dagloon - uitkering; anders 7675 - uitkering. Een maand is 21,75 dagen.
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon   |
        | 999993653 | null           | 1980-05-01    | null         | ww                          | false                    | <uitkering>                   | null                   | null                   | false                  | <dagloon> |
      When I evaluate outputs "heeft_recht_op_toeslag, hoogte_toeslag_per_dag, hoogte_toeslag_per_maand" of "toeslagenwet"
      Then output "heeft_recht_op_toeslag" is <recht>
      And output "hoogte_toeslag_per_dag" <dag>
      And output "hoogte_toeslag_per_maand" <maand>

      Examples:
        | dagloon | uitkering | recht                         | dag                              | maand                            |
        | 7000    | 4900      | true                          | equals 2100                      | equals 45675                     |
        | 7521    | 5265      | true                          | equals 2256                      | equals 49068                     |
        | 7522    | 5265      | true                          | equals 2410                      | equals 52418                     |
        | 10000   | 7000      | true                          | equals 675                       | equals 14681                     |
        | 5000    | 5000      | false                         | equals 0                         | equals 0                         |
        | 5000    | 5001      | false                         | equals 0                         | equals 0                         |
        | 10000   | 7675      | false                         | equals 0                         | equals 0                         |
        |         | 7675      | false                         | equals 0                         | equals 0                         |
        |         | 5265      | unknown for lack of "dagloon" | is unknown for lack of "dagloon" | is unknown for lack of "dagloon" |

    Scenario Outline: Woningdeler; dagloon <dagloon>, uitkering <uitkering>
      # 50 % van M = 5372,4138; het sociaal minimum is 4994
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | commerciele_woonrelatie | volgt_opleiding | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon   |
        | 999993653 | null           | 1980-05-01    | 1            |                         |                 | ww                          | false                    | <uitkering>                   | null                   | null                   | false                  | <dagloon> |
        | 1         | null           | 1955-05-01    | null         | false                   | false           | null                        | false                    | null                          | null                   | null                   |                        |           |
      When I evaluate "hoogte_toeslag_per_dag" of "toeslagenwet"
      Then output "hoogte_toeslag_per_dag" equals <dag>

      Examples:
        | dagloon | uitkering | dag  |
        | 4000    | 2800      | 1200 |
        | 5372    | 4994      | 0    |
        | 5372    | 4900      | 94   |
        | 4993    | 4900      | 93   |
        | 5373    | 3761      | 1233 |

    Scenario Outline: Gehuwd; dagloon <dagloon>, uitkering <uitkering>
      # M = 10744,8276; het sociaal minimum is 10745
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon   |
        | 999993653 | 999990639      | 1980-05-01    | ww                          | false                    | <uitkering>                   | null                   | null                   | false                  | <dagloon> |
        | 999990639 | 999993653      | 1960-05-01    | null                        | false                    | null                          | null                   | null                   |                        |           |
      When I evaluate "hoogte_toeslag_per_dag" of "toeslagenwet"
      Then output "hoogte_toeslag_per_dag" equals <dag>

      Examples:
        | dagloon | uitkering | dag  |
        | 10744   | 7521      | 3223 |
        | 10745   | 7521      | 3224 |
        | 9000    | 6300      | 2700 |

    Scenario Outline: Achttien jaar; dagloon <dagloon>, uitkering <uitkering>
      # 70 % van de helft van M = 3760,6897; het sociaal minimum is 3595
      Given the following "personen" data with key "bsn":
        | bsn       | echtgenoot_bsn | geboortedatum | medebewoners | hoort_tot_huishouden_ouders | soort_loondervingsuitkering | vertrokken_uit_nederland | loondervingsuitkering_per_dag | arbeidsinkomen_per_dag | overig_inkomen_per_dag | periode_van_vrijlating | dagloon   |
        | 999993653 | null           | 2008-05-01    |              | false                       | wajong                      | false                    | <uitkering>                   | null                   | null                   | false                  | <dagloon> |
      When I evaluate "hoogte_toeslag_per_dag" of "toeslagenwet"
      Then output "hoogte_toeslag_per_dag" equals <dag>

      Examples:
        | dagloon | uitkering | dag |
        | 3000    | 2900      | 100 |
        | 3594    | 3300      | 294 |
        | 3760    | 3300      | 295 |
        | 3761    | 3300      | 295 |
