# SPDX-License-Identifier: EUPL-1.2
Feature: Individuele inkomenstoeslag van de gemeente Tilburg, 2025
  # Bedragen zijn eurocenten. 100 procent van een norm van 1.000,00 is 1000,00.

  Background:
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"

  Scenario Outline: 60 maanden bijstand of een laag inkomen: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | partner_bsn | geboortedatum | maanden_algemene_bijstand | inkomen_hoogste_maand_60 | norm_hoogste_maand_60 |
      | 999993653 | <partner>   | 1990-05-01    | <maanden>                 | <inkomen>                | <norm>                |
      | 999990639 | 999993653   | <ander>       | 0                         | 0                        | 0                     |
    When I evaluate "heeft_langdurig_laag_inkomen" of "individuele_inkomenstoeslag_tilburg"
    Then output "heeft_langdurig_laag_inkomen" is <wat>

    Examples:
      | partner   | ander      | maanden | inkomen | norm   | wat                                             | waarom                           |
      | null      | 1990-05-01 | 60      |         |        | true                                            | 60 maanden bijstand              |
      | null      | 1990-05-01 | 59      | 100000  | 100000 | true                                            | precies de grens                 |
      | null      | 1990-05-01 | 59      | 100001  | 100000 | false                                           | een cent te veel                 |
      | null      | 1990-05-01 |         | 100000  | 100000 | true                                            | bijstand onbekend, inkomen laag  |
      | null      | 1990-05-01 |         | 100001  | 100000 | unknown for lack of "maanden_algemene_bijstand" | bijstand onbekend, inkomen hoger |
      | null      | 1990-05-01 | 0       |         | 100000 | unknown for lack of "inkomen_hoogste_maand_60"  | inkomen onbekend                 |
      | null      | 1990-05-01 | 0       | 0       | 100000 | true                                            | geen inkomen                     |
      | 999990639 | 1990-05-01 | 60      |         |        | true                                            | samen, beiden 21 of ouder        |
      | 999990639 | 2004-03-16 | 60      |         |        | false                                           | de partner wordt morgen 21       |
      | 999990639 | 2004-03-15 | 60      |         |        | true                                            | de partner is vandaag 21         |
      | 999990639 | 1955-05-01 | 60      |         |        | false                                           | de partner heeft AOW             |

  Scenario Outline: Het bedrag: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | partner_bsn | kinderen | ontvangt_kinderbijslag | geboortedatum | kinderbijslag | woont_in_nederland |
      | 999993653 | <partner>   | <kind>   | <kb>                   | 1990-05-01    | false         | true               |
      | 999990639 | 999993653   | null     | false                  | 1990-05-01    | false         | true               |
      | 999990421 | null        | null     | false                  | <geboren>     | <betaald>     | true               |
    When I evaluate "bedrag_individuele_inkomenstoeslag" of "individuele_inkomenstoeslag_tilburg"
    Then output "bedrag_individuele_inkomenstoeslag" <wat>

    Examples:
      | partner   | kind      | kb    | geboren    | betaald | wat                                    | waarom                                         |
      | null      | null      | false | 2013-03-15 | false   | equals 52500                           | alleenstaande                                  |
      | null      | 999990421 | true  | 2013-03-16 | true    | equals 67500                           | alleenstaande ouder, kind wordt morgen twaalf  |
      | null      | 999990421 | true  | 2013-03-15 | true    | equals 67500                           | alleenstaande ouder, kind is vandaag twaalf    |
      | null      | 999990421 | true  | 2007-03-15 | true    | equals 52500                           | het kind is vandaag achttien                   |
      | null      | 999990421 | false | 2013-03-15 | false   | equals 52500                           | geen kinderbijslag: geen ten laste komend kind |
      | 999990639 | 999990421 | true  | 2013-03-15 | true    | equals 99000                           | samen, kind van twaalf                         |
      | 999990639 | 999990421 | true  | 2013-03-16 | true    | equals 75000                           | samen, kind van elf                            |
      |           | null      | false | 2013-03-15 | false   | is unknown for lack of "partner_bsn"   | niet bekend of er een partner is               |
      | null      | 999990421 | true  |            | true    | is unknown for lack of "geboortedatum" | niet bekend hoe oud het kind is                |

  Scenario Outline: Artikel 36 van de Participatiewet in Tilburg: <waarom>
    Given the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | kinderen | vermogen_bijstand | overwaarde_woning | mantelzorg_elders | ontvangt_kinderbijslag |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | <vermogen>        | null              | false             | false                  |
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | partner_bsn | geboortedatum | inkomenstoeslag_laatste_jaar | uitzicht_op_inkomensverbetering | maanden_algemene_bijstand | inkomen_hoogste_maand_60 | norm_hoogste_maand_60 |
      | 999993653 | <gemeente>    | null        | 1990-05-01    | <had>                        | <uitzicht>                      | <maanden>                 | <inkomen>                | 100000                |
    When I evaluate outputs "heeft_recht_op_individuele_inkomenstoeslag, hoogte_individuele_inkomenstoeslag" of "participatiewet"
    Then output "heeft_recht_op_individuele_inkomenstoeslag" is <recht>
    And output "hoogte_individuele_inkomenstoeslag" <bedrag>

    Examples:
      | gemeente | maanden | inkomen | vermogen | had   | uitzicht | recht                                                 | bedrag                                                   | waarom                   |
      | GM0855   | 0       | 100000  | 0        | false | false    | true                                                  | equals 52500                                             | laag inkomen             |
      | GM0855   | 0       | 100001  | 0        | false | false    | false                                                 | equals 0                                                 | een cent te veel         |
      | GM0855   | 0       | 100000  | 0        | true  | false    | false                                                 | equals 0                                                 | al gehad                 |
      | GM0855   | 0       | 100000  | 0        | false | true     | false                                                 | equals 0                                                 | uitzicht op meer inkomen |
      | GM0855   | 0       | 100000  | 0        | false |          | unknown for lack of "uitzicht_op_inkomensverbetering" | is unknown for lack of "uitzicht_op_inkomensverbetering" | oordeel onbekend         |
      | GM0855   | 60      |         | 5000000  | false | false    | false                                                 | equals 0                                                 | te veel vermogen         |
      |          | 0       | 100000  | 0        | false | false    | unknown for lack of "gemeente_code"                   | is unknown for lack of "gemeente_code"                   | gemeente onbekend        |
