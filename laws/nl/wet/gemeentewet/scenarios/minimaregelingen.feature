# SPDX-License-Identifier: EUPL-1.2
Feature: Gemeentewet artikel 108, dezelfde persoon in verschillende gemeenten
  # Bedragen zijn eurocenten, uit de regeling van elke gemeente (laws/nl/gemeentelijke_verordening). Zonder kinderen is de norm 1.345,45 in 2025 en 1.401,50 in 2026.
  # 120 procent is 1.614,54 en 1.681,80; 125 procent is 1.681,8125 en 1.751,875. Een alleenstaande ouder heeft dezelfde norm.
  # Waar het tegoed een gegeven is, is het hier honderd euro; voor Zoetermeer en Westland is het percentage hier 120.

  Background:
    Given parameter "bsn" is "999993653"
    And the following "vast" data with key "bsn":
      | bsn       | woont_in_nederland | nederlander_of_gelijkgesteld | gedetineerd | dagen_buiten_nederland | verblijft_in_inrichting | onbetaald_verlof | kan_onderwijs_volgen | medebewoners | vermogen_bijstand | overwaarde_woning | mantelzorg_elders | geen_beroep_op_ouders | netto_overig_inkomen | particulier_pensioen | ontvangt_aio | partner_bsn | ontvangt_bijstand | in_schuldregeling | achterstand_zorgpremie | woont_zelfstandig | volgt_onderwijs | tegoed_stadspas_gemeente | tegoed_kind_gemeente |
      | 999993653 | true               | true                         | false       | 0                      | false                   | false            | false                | null         | 0                 | null              | false             | false                 | null                 | null                 | false        | null        | false             | false             | false                  | true              | false           | 10000                    | 10000                |
      | 999990421 | true               |                              |             |                        |                         |                  |                      |              |                   |                   |                   |                       |                      |                      |              |             |                   |                   |                        |                   |                 |                          |                      |

  Scenario Outline: Stadspas in <gemeente> op <dag>, inkomen <inkomen>: <waarom>
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | netto_arbeidsinkomen | percentage_bijstandsnorm_gemeente | kinderen | ontvangt_kinderbijslag |
      | 999993653 | <gemeente>    | 1990-05-01    | <inkomen>            | 120                               | null     | false                  |
    When I evaluate outputs "heeft_recht_op_stadspas, hoogte_stadspas" of "gemeentewet"
    Then output "heeft_recht_op_stadspas" is <recht>
    And output "hoogte_stadspas" equals <bedrag>

    Examples:
      | gemeente | dag        | inkomen | recht | bedrag | waarom                                 |
      | GM0637   | 2025-03-15 | 161454  | true  | 10000  | Zoetermeer: tot en met 120 procent     |
      | GM0637   | 2025-03-15 | 161455  | false | 0      | Zoetermeer: een cent hoger             |
      | GM0855   | 2025-03-15 | 161454  | true  | 14700  | Tilburg: tot en met 120 procent        |
      | GM0855   | 2025-03-15 | 161455  | false | 0      | Tilburg: een cent hoger                |
      | GM0928   | 2025-03-15 | 161454  | true  | 10000  | Kerkrade: tot en met 120 procent       |
      | GM0928   | 2025-03-15 | 161455  | false | 0      | Kerkrade: een cent hoger               |
      | GM0983   | 2025-03-15 | 161453  | true  | 10000  | Venlo: lager dan 120 procent           |
      | GM0983   | 2025-03-15 | 161454  | false | 0      | Venlo: een cent hoger                  |
      | GM1992   | 2025-03-15 | 161453  | true  | 10000  | Voorne aan Zee: lager dan 120 procent  |
      | GM1992   | 2025-03-15 | 161454  | false | 0      | Voorne aan Zee: een cent hoger         |
      | GM1904   | 2025-03-15 | 168181  | true  | 10000  | Stichtse Vecht: tot en met 125 procent |
      | GM1904   | 2025-03-15 | 168182  | false | 0      | Stichtse Vecht: een cent hoger         |
      | GM0637   | 2026-03-15 | 168180  | true  | 10000  | Zoetermeer: tot en met 120 procent     |
      | GM0637   | 2026-03-15 | 168181  | false | 0      | Zoetermeer: een cent hoger             |
      | GM0855   | 2026-03-15 | 168180  | true  | 10000  | Tilburg: tot en met 120 procent        |
      | GM0855   | 2026-03-15 | 168181  | false | 0      | Tilburg: een cent hoger                |
      | GM0928   | 2026-03-15 | 168180  | true  | 10000  | Kerkrade: tot en met 120 procent       |
      | GM0928   | 2026-03-15 | 168181  | false | 0      | Kerkrade: een cent hoger               |
      | GM0983   | 2026-03-15 | 168179  | true  | 10000  | Venlo: lager dan 120 procent           |
      | GM0983   | 2026-03-15 | 168180  | false | 0      | Venlo: een cent hoger                  |
      | GM1992   | 2026-03-15 | 168179  | true  | 10000  | Voorne aan Zee: lager dan 120 procent  |
      | GM1992   | 2026-03-15 | 168180  | false | 0      | Voorne aan Zee: een cent hoger         |
      | GM1904   | 2026-03-15 | 175187  | true  | 10000  | Stichtse Vecht: tot en met 125 procent |
      | GM1904   | 2026-03-15 | 175188  | false | 0      | Stichtse Vecht: een cent hoger         |

  Scenario Outline: Kindpakket in <gemeente> op <dag>, inkomen <inkomen>: <waarom>
    Given the calculation date is "<dag>"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum | netto_arbeidsinkomen | percentage_bijstandsnorm_gemeente | kinderen  | ontvangt_kinderbijslag | kinderbijslag |
      | 999993653 | <gemeente>    | 1990-05-01    | <inkomen>            | 120                               | 999990421 | true                   |               |
      | 999990421 |               | 2015-06-01    |                      |                                   |           |                        | true          |
    When I evaluate outputs "heeft_recht_op_kindpakket, hoogte_kindpakket" of "gemeentewet"
    Then output "heeft_recht_op_kindpakket" is <recht>
    And output "hoogte_kindpakket" equals <bedrag>

    Examples:
      | gemeente | dag        | inkomen | recht | bedrag | waarom                                     |
      | GM0855   | 2025-03-15 | 161454  | true  | 14700  | Tilburg: een kind van negen of tien        |
      | GM0855   | 2025-03-15 | 161455  | false | 0      | Tilburg: een cent hoger                    |
      | GM0983   | 2025-03-15 | 161453  | true  | 10000  | Venlo: een kind van negen of tien          |
      | GM0983   | 2025-03-15 | 161454  | false | 0      | Venlo: een cent hoger                      |
      | GM1783   | 2025-03-15 | 161454  | true  | 10000  | Westland: een kind van negen of tien       |
      | GM1783   | 2025-03-15 | 161455  | false | 0      | Westland: een cent hoger                   |
      | GM1992   | 2025-03-15 | 161453  | true  | 30000  | Voorne aan Zee: een kind van negen of tien |
      | GM1992   | 2025-03-15 | 161454  | false | 0      | Voorne aan Zee: een cent hoger             |
      | GM1904   | 2025-03-15 | 168181  | true  | 27500  | Stichtse Vecht: een kind van negen of tien |
      | GM1904   | 2025-03-15 | 168182  | false | 0      | Stichtse Vecht: een cent hoger             |
      | GM0855   | 2026-03-15 | 168180  | true  | 10000  | Tilburg: een kind van negen of tien        |
      | GM0855   | 2026-03-15 | 168181  | false | 0      | Tilburg: een cent hoger                    |
      | GM0983   | 2026-03-15 | 168179  | true  | 10000  | Venlo: een kind van negen of tien          |
      | GM0983   | 2026-03-15 | 168180  | false | 0      | Venlo: een cent hoger                      |
      | GM1783   | 2026-03-15 | 168180  | true  | 10000  | Westland: een kind van negen of tien       |
      | GM1783   | 2026-03-15 | 168181  | false | 0      | Westland: een cent hoger                   |
      | GM1992   | 2026-03-15 | 168179  | true  | 30000  | Voorne aan Zee: een kind van negen of tien |
      | GM1992   | 2026-03-15 | 168180  | false | 0      | Voorne aan Zee: een cent hoger             |
      | GM1904   | 2026-03-15 | 175187  | true  | 27500  | Stichtse Vecht: een kind van negen of tien |
      | GM1904   | 2026-03-15 | 175188  | false | 0      | Stichtse Vecht: een cent hoger             |

  Scenario Outline: Waar geen regeling van is ingelezen, is geen uitkomst: <uitkomst> in <gemeente>
    # GM9999 is geen gemeente; van Zoetermeer en Kerkrade is geen kindpakket ingelezen.
    Given the calculation date is "2026-03-15"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code | geboortedatum |
      | 999993653 | <gemeente>    | 1990-05-01    |
    When I evaluate "<uitkomst>" of "gemeentewet"
    Then the execution fails with "lead nowhere"

    Examples:
      | gemeente | uitkomst                  |
      | GM9999   | heeft_recht_op_stadspas   |
      | GM9999   | hoogte_kindpakket         |
      | GM0637   | heeft_recht_op_kindpakket |
      | GM0928   | heeft_recht_op_kindpakket |
