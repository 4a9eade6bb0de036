# SPDX-License-Identifier: EUPL-1.2
Feature: Participatiewet, wie recht op bijstand kan hebben (artikelen 1, 3, 4, 11 en 13)

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"

  Rule: Artikel 11: wonen in Nederland, Nederlander of gelijkgesteld

    Scenario Outline: Woont hier "<woont>", gelijkgesteld "<gelijk>"
      Given the following "personen" data with key "bsn":
        | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld |
        | 999993653 | <woont>            | <gelijk>                     |
      When I evaluate "is_rechthebbende" of "participatiewet"
      Then output "is_rechthebbende" is <wat>

      Examples:
        | woont | gelijk | wat                                                |
        | true  | true   | true                                               |
        | false | true   | false                                              |
        | true  | false  | false                                              |
        | false |        | false                                              |
        | true  |        | unknown for lack of "nederlander_of_gelijkgesteld" |
        |       | true   | unknown for lack of "woont_in_nederland"           |

  Rule: Artikel 13 lid 1 en 4: vrijheid, verblijf buiten Nederland, leeftijd

    Scenario Outline: Geboren <geboren>, <dagen> dagen weg, in detentie "<vast>": <waarom>
      # Vier weken is 28 dagen, dertien weken 91 ("langer dan"). De AOW-leeftijd is in 2026 67 jaar.
      Given the calculation date is "<dag>"
      And the following "personen" data with key "bsn":
        | bsn       | geboortedatum | dagen_buiten_nederland | gedetineerd |
        | 999993653 | <geboren>     | <dagen>                | <vast>      |
      When I evaluate "is_uitgesloten_van_bijstand" of "participatiewet"
      Then output "is_uitgesloten_van_bijstand" is <wat>

      Examples:
        | dag        | geboren    | dagen | vast  | wat                                          | waarom                           |
        | 2026-03-15 | 1990-05-01 | 0     | false | false                                        | niets                            |
        | 2026-03-15 | 1990-05-01 | 28    | false | false                                        | precies vier weken               |
        | 2026-03-15 | 1990-05-01 | 29    | false | true                                         | een dag langer                   |
        | 2025-03-15 | 1990-05-01 | 29    | false | true                                         | ook in 2025                      |
        | 2026-03-15 | 1955-05-01 | 29    | false | false                                        | boven de AOW-leeftijd            |
        | 2026-03-15 | 1955-05-01 | 91    | false | false                                        | precies dertien weken            |
        | 2026-03-15 | 1955-05-01 | 92    | false | true                                         | een dag langer                   |
        | 2026-03-15 | 1959-03-15 | 29    | false | false                                        | vandaag 67 jaar                  |
        | 2026-03-15 | 1959-03-16 | 29    | false | true                                         | morgen 67 jaar                   |
        | 2026-03-15 | 1990-05-01 | 0     | true  | true                                         | in detentie                      |
        | 2026-03-15 | 2008-03-15 | 0     | false | false                                        | vandaag achttien                 |
        | 2026-03-15 | 2008-03-16 | 0     | false | true                                         | morgen achttien                  |
        | 2026-03-15 | 1990-05-01 |       | false | unknown for lack of "dagen_buiten_nederland" | dagen onbekend                   |
        | 2026-03-15 | 1990-05-01 |       | true  | true                                         | detentie beslist                 |
        | 2026-03-15 | 1990-05-01 | 29    |       | true                                         | de dagen beslissen               |
        | 2026-03-15 | 1990-05-01 | 0     |       | unknown for lack of "gedetineerd"            | detentie onbekend                |
        | 2026-03-15 |            | 92    | false | true                                         | te lang weg, hoe oud ook         |
        | 2026-03-15 |            | 0     | false | unknown for lack of "geboortedatum"          | leeftijd onbekend                |

  Rule: Artikel 13 lid 2, onderdelen a en c: jongeren

    Scenario Outline: Geboren <geboren>, inrichting "<inr>", kan leren "<kan>", studiefinanciering "<sf>", leert "<leert>"
      Given the following "personen" data with key "bsn":
        | bsn       | geboortedatum | verblijft_in_inrichting | kan_onderwijs_volgen | aanspraak_studiefinanciering | volgt_onderwijs |
        | 999993653 | <geboren>     | <inr>                   | <kan>                | <sf>                         | <leert>         |
      When I evaluate "is_uitgesloten_jongere" of "participatiewet"
      Then output "is_uitgesloten_jongere" is <wat>

      Examples:
        | geboren    | inr   | kan   | sf    | leert | wat                                        |
        | 2006-03-15 | true  | false |       |       | true                                       |
        | 2005-03-15 | true  | false |       |       | false                                      |
        | 2005-03-16 | true  | false |       |       | true                                       |
        | 2000-01-01 | false | true  | true  | true  | true                                       |
        | 2000-01-01 | false | true  | true  |       | true                                       |
        | 2000-01-01 | false | true  | false | false | true                                       |
        | 2000-01-01 | false | true  | false | true  | false                                      |
        | 2000-01-01 | false | false | true  | false | false                                      |
        | 1999-03-15 | false | true  | true  | true  | false                                      |
        | 1999-03-16 | false | true  | true  | true  | true                                       |
        | 2000-01-01 | false |       | true  | true  | unknown for lack of "kan_onderwijs_volgen" |
        | 2000-01-01 | false | true  |       | true  | unknown for lack of "aanspraak_studiefinanciering" |
        | 1980-01-01 |       |       |       |       | false                                      |

  Rule: Artikel 13 lid 2, onderdeel b: onbetaald verlof

    Scenario Outline: Verlof "<eigen>", van de echtgenoot "<ander>", alleenstaande ouder: <kind>, ouderschapsverlof "<ouder>"
      # Onbetaald verlof van een van beiden sluit beiden uit; een alleenstaande ouder met ouderschapsverlof niet.
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | onbetaald_verlof | ouderschapsverlof | kinderen  | ontvangt_kinderbijslag | geboortedatum | kinderbijslag | woont_in_nederland |
        | 999993653 | <partner>   | <eigen>          | <ouder>           | <kind>    | true                   | 1990-05-01    |               | true               |
        | 999990639 | 999993653   | <ander>          |                   |           | false                  | 1990-05-01    |               | true               |
        | 999999011 |             |                  |                   |           |                        | 2020-05-01    | true          | true               |
      When I evaluate "verlof_sluit_uit" of "participatiewet"
      Then output "verlof_sluit_uit" is <wat>

      Examples:
        | partner   | eigen | ander | kind      | ouder | wat                                    |
        | null      | false |       | null      | false | false                                  |
        | null      | true  |       | null      | false | true                                   |
        | null      | true  |       | null      | true  | true                                   |
        | null      | true  |       | 999999011 | true  | false                                  |
        | null      | true  |       | 999999011 | false | true                                   |
        | 999990639 | false | true  | null      | false | true                                   |
        | 999990639 | true  | false | 999999011 | true  | true                                   |
        | 999990639 | false | false | null      | false | false                                  |
        | null      |       |       | null      | false | unknown for lack of "onbetaald_verlof" |
        | 999990639 | true  |       | null      | false | true                                   |
        |           | false |       | null      | false | unknown for lack of "partner_bsn"      |

  Rule: Artikelen 3 en 4: gehuwd, kind, alleenstaande ouder

    Scenario Outline: <waarom>
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn | kinderen | ontvangt_kinderbijslag | geboortedatum | kinderbijslag | woont_in_nederland |
        | 999993653 | <partner>   | <wie>    | <eigen>                | 1990-05-01    |               | true               |
        | 999990639 | 999993653   | null     | <ander>                | 1990-05-01    |               | true               |
        | 999999011 |             |          |                        | <geboren>     | <betaald>     | <hier>             |
      When I evaluate outputs "heeft_ten_laste_komend_kind, is_alleenstaande_ouder" of "participatiewet"
      Then output "heeft_ten_laste_komend_kind" is <kind>
      And output "is_alleenstaande_ouder" is <ouder>

      Examples:
        | partner   | wie       | eigen | ander | geboren    | betaald | hier  | kind                                         | ouder                                        | waarom                            |
        | null      | null      | false |       | 2020-05-01 | true    | true  | false                                        | false                                        | geen kinderen                     |
        | null      | 999999011 | true  |       | 2020-05-01 | true    | true  | true                                         | true                                         | alleenstaande ouder               |
        | null      | 999999011 | true  |       | 2008-03-16 | true    | true  | true                                         | true                                         | wordt morgen achttien             |
        | null      | 999999011 | true  |       | 2008-03-15 | true    | true  | false                                        | false                                        | vandaag achttien                  |
        | null      | 999999011 | true  |       | 2020-05-01 | false   | true  | false                                        | false                                        | geen kinderbijslag voor dit kind  |
        | null      | 999999011 | true  |       | 2020-05-01 | true    | false | false                                        | false                                        | kind in het buitenland            |
        | null      | 999999011 | false |       | 2020-05-01 | true    | true  | false                                        | false                                        | de andere ouder krijgt het        |
        | 999990639 | 999999011 | false | true  | 2020-05-01 | true    | true  | true                                         | false                                        | de echtgenoot krijgt het          |
        | 999990639 | 999999011 | false | false | 2020-05-01 | true    | true  | false                                        | false                                        | geen van beiden krijgt het        |
        | null      | 999999011 | true  |       | 2020-05-01 |         | true  | unknown for lack of "kinderbijslag"          | unknown for lack of "kinderbijslag"          | kinderbijslag onbekend            |
        | null      |           | true  |       | 2020-05-01 | true    | true  | unknown for lack of "kinderen"               | unknown for lack of "kinderen"               | kinderen onbekend                 |
        | null      |           | false |       | 2020-05-01 | true    | true  | false                                        | false                                        | kinderen onbekend, geen bijslag   |

    Scenario: Twee mensen die elkaar als echtgenoot hebben, zijn gehuwd
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn |
        | 999993653 | 999990639   |
        | 999990639 | 999993653   |
      When I evaluate "is_gehuwd" of "participatiewet"
      Then output "is_gehuwd" is true

    Scenario: Of er een echtgenoot is, is niet bekend
      Given the following "personen" data with key "bsn":
        | bsn       | partner_bsn |
        | 999993653 |             |
      When I evaluate "is_gehuwd" of "participatiewet"
      Then output "is_gehuwd" is unknown for lack of "partner_bsn"
