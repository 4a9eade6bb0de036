# SPDX-License-Identifier: EUPL-1.2
Feature: Verordening Individuele Inkomenstoeslag Participatiewet Amsterdam 2021
  # Bedragen zijn eurocenten. De norm van de IOAW voor een alleenstaande op 1 januari 2025 is 1.697,32 per maand, 20.367,84 per jaar; 120 procent is 24.441,408.

  Background:
    Given the calculation date is "2025-03-15"
    And parameter "bsn" is "999993653"

  Scenario Outline: Artikel 4: <waarom>
    Given the following "personen" data with key "bsn":
      | bsn       | fiscaal_gezinsinkomen_3_jaar | ioaw_norm_3_jaar |
      | 999993653 | <inkomen>                    | <norm>           |
    When I evaluate "heeft_langdurig_laag_inkomen" of "individuele_inkomenstoeslag_amsterdam"
    Then output "heeft_langdurig_laag_inkomen" is <wat>

    Examples:
      | inkomen | norm    | wat                                                | waarom           |
      | 2444140 | 2036784 | true                                               | onder de grens   |
      | 2444141 | 2036784 | false                                              | een cent erboven |
      |         | 2036784 | unknown for lack of "fiscaal_gezinsinkomen_3_jaar" | inkomen onbekend |

  Scenario: Na 2025 is er van Amsterdam geen bedrag
    Given the calculation date is "2026-01-01"
    And the following "personen" data with key "bsn":
      | bsn       | gemeente_code |
      | 999993653 | GM0363        |
    When I evaluate "hoogte_individuele_inkomenstoeslag" of "participatiewet"
    Then the execution fails with "lead nowhere"
