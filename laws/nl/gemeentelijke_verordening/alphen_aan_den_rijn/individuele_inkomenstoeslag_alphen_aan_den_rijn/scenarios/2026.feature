# SPDX-License-Identifier: EUPL-1.2
Feature: Individuele inkomenstoeslag van de gemeente Alphen aan den Rijn, 2026
  # Bedragen zijn eurocenten. 110 procent van een norm van 1.000,00 is 1100,00.

  Background:
    Given the calculation date is "2026-03-15"
    And parameter "bsn" is "999993653"

  Scenario Outline: 36 maanden bijstand of een laag inkomen: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | partner_bsn | geboortedatum | maanden_algemene_bijstand | gemiddeld_inkomen_36_maanden | gemiddelde_norm_36_maanden |
      | 999993653 | <partner>   | 1990-05-01    | <maanden>                 | <inkomen>                    | <norm>                     |
      | 999990639 | 999993653   | <ander>       | 0                         | 0                            | 0                          |
    When I evaluate "heeft_langdurig_laag_inkomen" of "individuele_inkomenstoeslag_alphen_aan_den_rijn"
    Then output "heeft_langdurig_laag_inkomen" is <wat>

    Examples:
      | partner | ander      | maanden | inkomen | norm   | wat                                                | waarom                           |
      | null    | 1990-05-01 | 36      |         |        | true                                               | 36 maanden bijstand              |
      | null    | 1990-05-01 | 35      | 110000  | 100000 | true                                               | precies de grens                 |
      | null    | 1990-05-01 | 35      | 110001  | 100000 | false                                              | een cent te veel                 |
      | null    | 1990-05-01 |         | 110000  | 100000 | true                                               | bijstand onbekend, inkomen laag  |
      | null    | 1990-05-01 |         | 110001  | 100000 | unknown for lack of "maanden_algemene_bijstand"    | bijstand onbekend, inkomen hoger |
      | null    | 1990-05-01 | 0       |         | 100000 | unknown for lack of "gemiddeld_inkomen_36_maanden" | inkomen onbekend                 |
      | null    | 1990-05-01 | 0       | 0       | 100000 | true                                               | geen inkomen                     |

  Scenario Outline: Het bedrag: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | partner_bsn | kinderen | ontvangt_kinderbijslag | geboortedatum | kinderbijslag | woont_in_nederland |
      | 999993653 | <partner>   | <kind>   | <kb>                   | 1990-05-01    | false         | true               |
      | 999990639 | 999993653   | null     | false                  | 1990-05-01    | false         | true               |
      | 999990421 | null        | null     | false                  | <geboren>     | <betaald>     | true               |
    When I evaluate "bedrag_individuele_inkomenstoeslag" of "individuele_inkomenstoeslag_alphen_aan_den_rijn"
    Then output "bedrag_individuele_inkomenstoeslag" <wat>

    Examples:
      | partner   | kind      | kb    | geboren    | betaald | wat                                    | waarom                                         |
      | null      | null      | false | 2014-03-15 | false   | equals 60100                           | alleenstaande                                  |
      | null      | 999990421 | true  | 2014-03-16 | true    | equals 70100                           | alleenstaande ouder, kind wordt morgen twaalf  |
      | null      | 999990421 | true  | 2014-03-15 | true    | equals 80100                           | alleenstaande ouder, kind is vandaag twaalf    |
      | null      | 999990421 | true  | 2008-03-15 | true    | equals 60100                           | het kind is vandaag achttien                   |
      | null      | 999990421 | false | 2014-03-15 | false   | equals 60100                           | geen kinderbijslag: geen ten laste komend kind |
      | 999990639 | 999990421 | true  | 2014-03-15 | true    | equals 90100                           | samen, kind van twaalf                         |
      | 999990639 | 999990421 | true  | 2014-03-16 | true    | equals 80100                           | samen, kind van elf                            |
      |           | null      | false | 2014-03-15 | false   | is unknown for lack of "partner_bsn"   | niet bekend of er een partner is               |
      | null      | 999990421 | true  |            | true    | is unknown for lack of "geboortedatum" | niet bekend hoe oud het kind is                |

  Scenario Outline: Artikel 36 van de Participatiewet in Alphen aan den Rijn: <waarom>
    Given the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | kinderen | vermogen_bijstand | overwaarde_woning | mantelzorg_elders | ontvangt_kinderbijslag |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | null     | <vermogen>        | null              | false             | false                  |
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | partner_bsn | geboortedatum | inkomenstoeslag_laatste_jaar | uitzicht_op_inkomensverbetering | maanden_algemene_bijstand | gemiddeld_inkomen_36_maanden | gemiddelde_norm_36_maanden |
      | 999993653 | <gemeente>    | null        | 1990-05-01    | <had>                        | <uitzicht>                      | <maanden>                 | <inkomen>                    | 100000                     |
    When I evaluate outputs "heeft_recht_op_individuele_inkomenstoeslag, hoogte_individuele_inkomenstoeslag" of "participatiewet"
    Then output "heeft_recht_op_individuele_inkomenstoeslag" is <recht>
    And output "hoogte_individuele_inkomenstoeslag" <bedrag>

    Examples:
      | gemeente | maanden | inkomen | vermogen | had   | uitzicht | recht                                                 | bedrag                                                   | waarom                   |
      | GM0484   | 0       | 110000  | 0        | false | false    | true                                                  | equals 60100                                             | laag inkomen             |
      | GM0484   | 0       | 110001  | 0        | false | false    | false                                                 | equals 0                                                 | een cent te veel         |
      | GM0484   | 0       | 110000  | 0        | true  | false    | false                                                 | equals 0                                                 | al gehad                 |
      | GM0484   | 0       | 110000  | 0        | false | true     | false                                                 | equals 0                                                 | uitzicht op meer inkomen |
      | GM0484   | 0       | 110000  | 0        | false |          | unknown for lack of "uitzicht_op_inkomensverbetering" | is unknown for lack of "uitzicht_op_inkomensverbetering" | oordeel onbekend         |
      | GM0484   | 36      |         | 5000000  | false | false    | false                                                 | equals 0                                                 | te veel vermogen         |
      |          | 0       | 110000  | 0        | false | false    | unknown for lack of "gemeente_code"                   | is unknown for lack of "gemeente_code"                   | gemeente onbekend        |
