# SPDX-License-Identifier: EUPL-1.2
Feature: Algemene wet inkomensafhankelijke regelingen: partner, draagkracht, toetsingsinkomen, minimum
  # Bedragen zijn eurocenten. De regels zijn in 2025 en 2026 dezelfde; elk scenario staat er voor beide
  # jaren. De bedragen volgen uit de tekst: optellen, of niets doen.

  Rule: Artikel 3: partner

    Scenario Outline: Op <dag> is er met "<partner>" een toeslagpartner: <heeft>
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn |
        | 999993653 | <partner>   |
      When I evaluate "heeft_toeslagpartner" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "heeft_toeslagpartner" is <heeft>

      Examples:
        | dag        | partner   | heeft                             |
        | 2025-01-01 | 999990639 | true                              |
        | 2025-01-01 | null      | false                             |
        | 2025-01-01 |           | unknown for lack of "partner_bsn" |
        | 2026-01-01 | 999990639 | true                              |
        | 2026-01-01 | null      | false                             |
        | 2026-01-01 |           | unknown for lack of "partner_bsn" |

  Rule: Artikel 8: het toetsingsinkomen

    Scenario Outline: Op <dag>: verzamelinkomen "<aanslag>", loon "<loon>", buitenland "<buitenland>"
      # Het inkomensgegeven is het verzamelinkomen; is er geen aanslag, het belastbare loon; zonder een
      # van beide nihil. Buitenlands inkomen komt erbij (lid 2). Onbekend wordt nooit nihil.
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | <aanslag>       | <loon>          | <buitenland>                         |
      When I evaluate outputs "inkomensgegeven, toetsingsinkomen" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "inkomensgegeven" <gegeven>
      And output "toetsingsinkomen" <inkomen>

      Examples: 2025
        | dag        | aanslag | loon    | buitenland | gegeven                                  | inkomen                                                       |
        | 2025-06-15 | 2600000 | 1800000 | null       | equals 2600000                           | equals 2600000                                                |
        | 2025-06-15 | 0       | 1800000 | null       | equals 0                                 | equals 0                                                      |
        | 2025-06-15 | -150000 | null    | null       | equals -150000                           | equals -150000                                                |
        | 2025-06-15 | null    | 1800000 | null       | equals 1800000                           | equals 1800000                                                |
        | 2025-06-15 | null    | null    | null       | equals 0                                 | equals 0                                                      |
        | 2025-06-15 | 2600000 | null    | 400000     | equals 2600000                           | equals 3000000                                                |
        | 2025-06-15 | null    | 1800000 | 1          | equals 1800000                           | equals 1800001                                                |
        | 2025-06-15 | null    | null    | 400000     | equals 0                                 | equals 400000                                                 |
        | 2025-06-15 |         | 1800000 | null       | is unknown for lack of "verzamelinkomen" | is unknown for lack of "verzamelinkomen"                      |
        | 2025-06-15 | null    |         | null       | is unknown for lack of "belastbaar_loon" | is unknown for lack of "belastbaar_loon"                      |
        | 2025-06-15 | 2600000 |         | null       | equals 2600000                           | equals 2600000                                                |
        | 2025-06-15 | 2600000 | null    |            | equals 2600000                           | is unknown for lack of "niet_in_nederland_belastbaar_inkomen" |

      Examples: 2026
        | dag        | aanslag | loon    | buitenland | gegeven                                  | inkomen                                                       |
        | 2026-06-15 | 2600000 | 1800000 | null       | equals 2600000                           | equals 2600000                                                |
        | 2026-06-15 | 0       | 1800000 | null       | equals 0                                 | equals 0                                                      |
        | 2026-06-15 | null    | 1800000 | null       | equals 1800000                           | equals 1800000                                                |
        | 2026-06-15 | null    | null    | null       | equals 0                                 | equals 0                                                      |
        | 2026-06-15 | 2600000 | null    | 400000     | equals 2600000                           | equals 3000000                                                |
        | 2026-06-15 |         | null    | null       | is unknown for lack of "verzamelinkomen" | is unknown for lack of "verzamelinkomen"                      |
        | 2026-06-15 | null    |         | null       | is unknown for lack of "belastbaar_loon" | is unknown for lack of "belastbaar_loon"                      |
        | 2026-06-15 | 2600000 | null    |            | equals 2600000                           | is unknown for lack of "niet_in_nederland_belastbaar_inkomen" |

    Scenario Outline: Op <dag> is een inkomen dat geen bedrag is een fout, geen nihil
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | veel            | null            | null                                 |
      When I evaluate "toetsingsinkomen" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then the execution fails with "verzamelinkomen"

      Examples:
        | dag        |
        | 2025-06-15 |
        | 2026-06-15 |

  Rule: Artikel 7: draagkracht

    Scenario Outline: Op <dag>: eigen inkomen <eigen>, partner "<partner>" met "<zijn>"
      # Lid 1: het toetsingsinkomen van de belanghebbende en dat van zijn partner.
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | partner_bsn | verzamelinkomen | belastbaar_loon | niet_in_nederland_belastbaar_inkomen |
        | 999993653 | <partner>   | <eigen>         | null            | null                                 |
        | 999990639 | 999993653   | <zijn>          | 1200000         | 100                                  |
      When I evaluate "gezamenlijk_toetsingsinkomen" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "gezamenlijk_toetsingsinkomen" <samen>

      Examples:
        | dag        | eigen   | partner   | zijn    | samen                                    |
        | 2025-06-15 | 1000000 | null      | 1500000 | equals 1000000                           |
        | 2025-06-15 | 1000000 | 999990639 | 1500000 | equals 2500100                           |
        | 2025-06-15 | 1000000 | 999990639 | null    | equals 2200100                           |
        | 2025-06-15 | 1000000 | 999990639 | -999999 | equals 101                               |
        | 2025-06-15 | 1000000 | 999990639 |         | is unknown for lack of "verzamelinkomen" |
        | 2025-06-15 | 1000000 |           | 1500000 | is unknown for lack of "partner_bsn"     |
        | 2025-06-15 |         | null      | 1500000 | is unknown for lack of "verzamelinkomen" |
        | 2026-06-15 | 1000000 | null      | 1500000 | equals 1000000                           |
        | 2026-06-15 | 1000000 | 999990639 | 1500000 | equals 2500100                           |
        | 2026-06-15 | 1000000 | 999990639 | null    | equals 2200100                           |
        | 2026-06-15 | 1000000 | 999990639 |         | is unknown for lack of "verzamelinkomen" |
        | 2026-06-15 | 1000000 |           | 1500000 | is unknown for lack of "partner_bsn"     |

    Scenario Outline: Op <dag>: een vermogen van "<vermogen>" telt zoals het is
      Given the calculation date is "<dag>"
      And parameter "bsn" is "999993653"
      And the following "personen" data with key "bsn":
        | bsn       | vermogen_1_januari |
        | 999993653 | <vermogen>         |
      When I evaluate "rendementsgrondslag" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "rendementsgrondslag" <grondslag>

      Examples:
        | dag        | vermogen | grondslag                                   |
        | 2025-06-15 | 0        | equals 0                                    |
        | 2025-06-15 | 12345678 | equals 12345678                             |
        | 2025-06-15 | -100     | equals -100                                 |
        | 2025-06-15 |          | is unknown for lack of "vermogen_1_januari" |
        | 2026-06-15 | 12345678 | equals 12345678                             |
        | 2026-06-15 |          | is unknown for lack of "vermogen_1_januari" |

  Rule: Artikel 14: afronding en minimum

    Scenario Outline: Op <dag> wordt minder dan 24 euro niet toegekend
      # Lid 5. De afronding van lid 4 staat bij de regeling die het bedrag berekent.
      Given the calculation date is "<dag>"
      When I evaluate "minimumbedrag_tegemoetkoming" of "algemene_wet_inkomensafhankelijke_regelingen"
      Then output "minimumbedrag_tegemoetkoming" equals 2400

      Examples:
        | dag        |
        | 2025-01-01 |
        | 2026-12-31 |
