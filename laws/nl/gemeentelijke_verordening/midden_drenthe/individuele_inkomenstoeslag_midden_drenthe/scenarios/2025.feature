# SPDX-License-Identifier: EUPL-1.2
Feature: Individuele inkomenstoeslag van de gemeente Midden-Drenthe, 2025
  # Bedragen zijn eurocenten. 110 procent van een norm van 1.000,00 is 1100,00.

  Background:
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"

  Scenario Outline: 36 maanden bijstand of een laag inkomen: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | partner_bsn | geboortedatum | maanden_algemene_bijstand | inkomen_hoogste_maand_36 | norm_hoogste_maand_36 |
      | 999993653 | <partner>   | 1990-05-01    | <maanden>                 | <inkomen>                | <norm>                |
      | 999990639 | 999993653   | <ander>       | 0                         | 0                        | 0                     |
    When I evaluate "heeft_langdurig_laag_inkomen" of "individuele_inkomenstoeslag_midden_drenthe"
    Then output "heeft_langdurig_laag_inkomen" is <wat>

    Examples:
      | partner | ander      | maanden | inkomen | norm   | wat                                             | waarom                           |
      | null    | 1990-05-01 | 36      |         |        | true                                            | 36 maanden bijstand              |
      | null    | 1990-05-01 | 35      | 110000  | 100000 | true                                            | precies de grens                 |
      | null    | 1990-05-01 | 35      | 110001  | 100000 | false                                           | een cent te veel                 |
      | null    | 1990-05-01 |         | 110000  | 100000 | true                                            | bijstand onbekend, inkomen laag  |
      | null    | 1990-05-01 |         | 110001  | 100000 | unknown for lack of "maanden_algemene_bijstand" | bijstand onbekend, inkomen hoger |
      | null    | 1990-05-01 | 0       |         | 100000 | unknown for lack of "inkomen_hoogste_maand_36"  | inkomen onbekend                 |
      | null    | 1990-05-01 | 0       | 0       | 100000 | true                                            | geen inkomen                     |

  Scenario Outline: Het bedrag: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | partner_bsn | kinderen | ontvangt_kinderbijslag | geboortedatum | kinderbijslag | woont_in_nederland |
      | 999993653 | <partner>   | <kind>   | <kb>                   | 1990-05-01    | false         | true               |
      | 999990639 | 999993653   | null     | false                  | 1990-05-01    | false         | true               |
      | 999990421 | null        | null     | false                  | <geboren>     | <betaald>     | true               |
    When I evaluate "bedrag_individuele_inkomenstoeslag" of "individuele_inkomenstoeslag_midden_drenthe"
    Then output "bedrag_individuele_inkomenstoeslag" <wat>

    Examples:
      | partner   | kind      | kb    | geboren    | betaald | wat                                    | waarom                                         |
      | null      | null      | false | 2013-03-15 | false   | equals 52197                           | alleenstaande                                  |
      | null      | 999990421 | true  | 2013-03-16 | true    | equals 66882                           | alleenstaande ouder, kind wordt morgen twaalf  |
      | null      | 999990421 | true  | 2013-03-15 | true    | equals 66882                           | alleenstaande ouder, kind is vandaag twaalf    |
      | null      | 999990421 | true  | 2007-03-15 | true    | equals 52197                           | het kind is vandaag achttien                   |
      | null      | 999990421 | false | 2013-03-15 | false   | equals 52197                           | geen kinderbijslag: geen ten laste komend kind |
      | 999990639 | 999990421 | true  | 2013-03-15 | true    | equals 74589                           | samen, kind van twaalf                         |
      | 999990639 | 999990421 | true  | 2013-03-16 | true    | equals 74589                           | samen, kind van elf                            |
      |           | null      | false | 2013-03-15 | false   | is unknown for lack of "partner_bsn"   | niet bekend of er een partner is               |
      | null      | 999990421 | true  |            | true    | is unknown for lack of "geboortedatum" | niet bekend hoe oud het kind is                |
