# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiewet, gemeente of SVB, zoektermijn, en de kleinere regelingen (artikelen 35, 36, 36b, 41, 47a en 78gg)
  # Bedragen zijn eurocenten.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 47a: de SVB voor wie de AOW-leeftijd heeft, anders de gemeente

    Scenario Outline: <waarom>
      # Alleen met AOW 1.564,69; AOW 1.200,00 telt als inkomen: 364,69. Gehuwd 2.144,16 - 1.200,00 - 300,00 = 644,16.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | ontvangt_kinderbijslag | medebewoners | kinderen | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | vermogen_bijstand | overwaarde_woning |
        | 999993653 | <partner>   | <zelf>        | true               | true                         | false       | 40                     | false                   | false            | false                | false                  | null         | null     | null                 | <eigen>              | null                 | 0                 | null              |
        | 999990639 | 999993653   | <ander>       | true               | true                         | false       | 0                      | false                   | false            | false                | false                  |              |          | null                 | <van_ander>          | null                 | 0                 |                   |
      When I evaluate outputs "is_voor_svb, heeft_recht_op_aio, hoogte_aio, heeft_recht_op_bijstand, hoogte_bijstand" of "participatiewet"
      Then output "is_voor_svb" is <svb>
      And output "heeft_recht_op_aio" is <aio>
      And output "hoogte_aio" equals <bedrag>
      And output "heeft_recht_op_bijstand" is <bijstand>
      And output "hoogte_bijstand" equals <hoogte>

      # Veertig dagen weg mag met AOW (dertien weken), zonder AOW niet (vier weken).
      Examples:
        | partner   | zelf       | ander      | eigen  | van_ander | svb   | aio   | bedrag | bijstand | hoogte | waarom                                    |
        | null      | 1955-05-01 |            | 120000 |           | true  | true  | 36469  | false    | 0      | alleen, met een deel van de AOW           |
        | null      | 1955-05-01 |            | 156469 |           | true  | false | 0      | false    | 0      | precies de norm                           |
        | 999990639 | 1955-05-01 | 1955-05-01 | 120000 | 30000     | true  | true  | 64416  | false    | 0      | gehuwd, beiden AOW                        |
        | 999990639 | 1955-05-01 | 1990-05-01 | 120000 | 30000     | true  | true  | 64416  | false    | 0      | gehuwd, een met AOW: ook de SVB           |
        | null      | 1990-05-01 |            | 0      |           | false | false | 0      | false    | 0      | zonder AOW te lang weg                    |

    Scenario Outline: Zonder AOW gaat het om bijstand van de gemeente: inkomen <eigen>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | ontvangt_kinderbijslag | medebewoners | kinderen | netto_arbeidsinkomen | netto_overig_inkomen | particulier_pensioen | vermogen_bijstand | overwaarde_woning |
        | 999993653 | null        | 1990-05-01    | true               | true                         | false       | 0                      | false                   | false            | false                | false                  | null         | null     | null                 | <eigen>              | null                 | 0                 | null              |
      When I evaluate outputs "heeft_recht_op_aio, heeft_recht_op_bijstand, hoogte_bijstand" of "participatiewet"
      Then output "heeft_recht_op_aio" is false
      And output "heeft_recht_op_bijstand" is <bijstand>
      And output "hoogte_bijstand" equals <hoogte>

      Examples:
        | eigen  | bijstand | hoogte |
        | 40150  | true     | 100000 |
        | 140150 | false    | 0      |

  Rule: Artikel 41 lid 4: vier weken zoeken voor wie jonger is dan 27

    Scenario Outline: Geboren <zelf> en <ander>: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | geboortedatum | praktijkonderwijs_of_vso | medisch_urenbeperkt | doelgroep_loonkostensubsidie |
        | 999993653 | <partner>   | <zelf>        | <pro>                    | <uren>              | <lks>                        |
        | 999990639 | 999993653   | <ander>       | false                    | <ander_uren>        | false                        |
      When I evaluate "heeft_zoektermijn" of "participatiewet"
      Then output "heeft_zoektermijn" is <wat>

      Examples:
        | partner   | zelf       | ander      | pro   | uren  | lks   | ander_uren | wat                                       | waarom                       |
        | null      | 1999-03-16 |            | false | false | false |            | true                                      | morgen 27                    |
        | null      | 1999-03-15 |            |       |       |       |            | false                                     | vandaag 27                   |
        | null      | 2002-05-01 |            | true  | false | false |            | false                                     | praktijkonderwijs            |
        | null      | 2002-05-01 |            | false | true  | false |            | false                                     | urenbeperkt                  |
        | null      | 2002-05-01 |            | false | false | true  |            | false                                     | loonkostensubsidie           |
        | null      | 2002-05-01 |            | false |       | false |            | unknown for lack of "medisch_urenbeperkt" | urenbeperking onbekend       |
        | 999990639 | 2002-05-01 | 2002-05-01 | false | false | false | false      | true                                      | beiden jonger                |
        | 999990639 | 2002-05-01 | 1990-05-01 | false | false | false | false      | false                                     | de ander is ouder            |
        | 999990639 | 2002-05-01 | 2002-05-01 | false | false | false | true       | false                                     | de ander is urenbeperkt      |

  Rule: Artikel 36b: studietoeslag

    Scenario Outline: Op <dag>, geboren <geboren>, stage <stage>: <waarom>
      # 385,14 in 2026 en 369,75 in 2025 vanaf 21; van een stage telt wat boven 231,09 en 221,85 komt. 18: 192,57; 192,57 - (423,66 - 231,09) = 0.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum | kan_niet_bijverdienen | ontvangt_studiefinanciering | recht_op_wajong | stagevergoeding |
        | 999993653 | <geboren>     | <ziek>                | <sf>                        | <wajong>        | <stage>         |
      When I evaluate outputs "heeft_recht_op_studietoeslag, hoogte_studietoeslag" of "participatiewet"
      Then output "heeft_recht_op_studietoeslag" is <recht>
      And output "hoogte_studietoeslag" <wat>

      Examples:
        | dag        | geboren    | ziek  | sf    | wajong | stage | recht | wat                                       | waarom                             |
        | 2026-03-15 | 2005-03-15 | true  | true  | false  | null  | true  | equals 38514                              | vandaag 21                         |
        | 2026-03-15 | 2005-03-16 | true  | true  | false  | null  | true  | equals 30812                              | morgen 21                          |
        | 2026-06-30 | 2008-01-01 | true  | true  | false  | 42366 | true  | equals 0                                  | de stage haalt alles weg           |
        | 2026-06-30 | 2008-01-01 | true  | true  | false  | 42365 | true  | equals 1                                  | een cent minder                    |
        | 2026-06-30 | 2008-01-01 | true  | true  | false  | 90000 | true  | equals 0                                  | nooit minder dan nul               |
        | 2025-06-30 | 2000-01-01 | true  | true  | false  | 22185 | true  | equals 36975                              | stage op de grens                  |
        | 2026-03-15 | 2000-01-01 | false | true  | false  | null  | false | equals 0                                  | kan bijverdienen                   |
        | 2026-03-15 | 2000-01-01 | true  | false | false  | null  | false | equals 0                                  | geen studiefinanciering            |
        | 2026-03-15 | 2000-01-01 | true  | true  | true   | null  | false | equals 0                                  | recht op Wajong                    |
        | 2026-03-15 | 2000-01-01 | true  | true  | false  |       | true  | is unknown for lack of "stagevergoeding"  | stage onbekend                     |
        | 2026-03-15 |            | true  | true  | false  | null  | true  | is unknown for lack of "geboortedatum"    | leeftijd onbekend                  |

    Scenario Outline: Van de tweede helft van <dag> zijn de bedragen niet gevonden, en dan is er geen bedrag
      Given the calculation date is "<dag>"
      When I evaluate "hoogte_studietoeslag" of "participatiewet"
      Then the execution fails with "minimumbedrag_studietoeslag"

      Examples:
        | dag        |
        | 2025-07-01 |
        | 2026-07-01 |

    Scenario: Onder de vijftien jaar is er geen bedrag
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | kan_niet_bijverdienen | ontvangt_studiefinanciering | recht_op_wajong | stagevergoeding |
        | 999993653 | 2011-03-16    | true                  | true                        | false           | null            |
      When I evaluate "hoogte_studietoeslag" of "participatiewet"
      Then the execution fails with "faulty"

  Rule: Artikel 78gg: alleenverdieners

    Scenario Outline: Op <dag>, vastgesteld "<lijst>"
      # Stcrt. 2025, 44064: 1.000 euro voor 2025, 1.100 euro voor 2026.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | alleenverdiener_vastgesteld |
        | 999993653 | <lijst>                     |
      When I evaluate outputs "heeft_recht_op_tegemoetkoming_alleenverdieners, hoogte_tegemoetkoming_alleenverdieners" of "participatiewet"
      Then output "heeft_recht_op_tegemoetkoming_alleenverdieners" is <recht>
      And output "hoogte_tegemoetkoming_alleenverdieners" <wat>

      Examples:
        | dag        | lijst | recht                                             | wat                                                  |
        | 2025-01-01 | true  | true                                              | equals 100000                                        |
        | 2025-12-31 | true  | true                                              | equals 100000                                        |
        | 2026-01-01 | true  | true                                              | equals 110000                                        |
        | 2026-12-31 | false | false                                             | equals 0                                             |
        | 2026-12-31 |       | unknown for lack of "alleenverdiener_vastgesteld" | is unknown for lack of "alleenverdiener_vastgesteld" |

    Scenario: Voor 2027 is er nog geen bedrag
      Given the calculation date is "2027-01-01"
      When I evaluate "hoogte_tegemoetkoming_alleenverdieners" of "participatiewet"
      Then the execution fails with "bedrag_tegemoetkoming_alleenverdieners"

  Rule: Artikelen 35 en 36: zonder regels van een gemeente is er geen uitkomst

    Scenario Outline: "<uitkomst>" in een gemeente waarvan geen verordening is ingelezen
      # GM9999 is geen gemeente.
      Given the following "personen" data with key "bsn":
        | bsn       | gemeente_code |
        | 999993653 | GM9999        |
      When I evaluate "<uitkomst>" of "participatiewet"
      Then the execution fails with "lead nowhere"

      Examples:
        | uitkomst                                   |
        | heeft_recht_op_individuele_inkomenstoeslag |
        | hoogte_individuele_inkomenstoeslag         |
        | heeft_recht_op_collectieve_zorgverzekering |

    Scenario Outline: De leeftijd voor de inkomenstoeslag staat wel in de wet: geboren <geboren>
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum |
        | 999993653 | <geboren>     |
      When I evaluate "voldoet_aan_leeftijd_inkomenstoeslag" of "participatiewet"
      Then output "voldoet_aan_leeftijd_inkomenstoeslag" is <wat>

      Examples:
        | geboren    | wat                                 |
        | 2005-03-15 | true                                |
        | 2005-03-16 | false                               |
        | 1959-03-16 | true                                |
        | 1959-03-15 | false                               |
        |            | unknown for lack of "geboortedatum" |
