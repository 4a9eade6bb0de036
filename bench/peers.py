#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""peers.py: the healthcare allowance of 2026 written by hand, in numpy and in SQL, on the very columns that
`hoort bench --peers` hands over: how fast others do the same, and a third opinion on every outcome. And pandas
reading the CSV of people. Not a part of the program.

  peers.py FILE.csv   prints "pandas <rows> <seconds>"
  peers.py FOLDER     reads FOLDER/meta (rows, date) and FOLDER/<fact>.cells, <fact>.states;
                      writes FOLDER/<peer>.verdict, <peer>.amount; prints "<peer> <rows> <seconds>" lines
"""
import datetime
import os
import sqlite3
import sys
import time

import numpy as np

PRESENT, UNKNOWN, ABSENT, FAULTY = 0, 1, 2, 3
NO, YES, UNSURE, WRONG = 0, 1, 2, 3
SQL_ROWS = 1000000
TRIES = 3



def timed(work):
    best, result = None, None
    for _ in range(TRIES):
        start = time.process_time()
        result = work()
        took = time.process_time() - start
        best = took if best is None else min(best, took)
    return best, result


def by_pandas(path):
    """Into a table by its C engine, types found by itself; one processor, as ours."""
    import pandas
    return timed(lambda: pandas.read_csv(path, sep=";", comment="#", engine="c", low_memory=False))


folder = sys.argv[1]
if folder.endswith(".csv"):
    seconds, frame = by_pandas(folder)
    print("pandas", len(frame), seconds)
    sys.exit()
with open(os.path.join(folder, "meta"), encoding="ascii") as meta:
    rows, day = int(meta.readline()), datetime.date.fromisoformat(meta.readline().strip())
if day.year != 2026:
    sys.exit("the peers know 2026 only")

# 18 before the first day of this month; days since 1970.
born_before = (datetime.date(day.year - 18, day.month, 1) - datetime.date(1970, 1, 1)).days
STANDARD, THRESHOLD = 211900, 2973600          # eurocents a year
WEALTH_ALONE, WEALTH_TOGETHER, SMALLEST = 14601100, 18463300, 2400


def column(name):
    path = os.path.join(folder, name)
    states = np.fromfile(path + ".states", dtype=np.uint8)
    width = os.path.getsize(path + ".cells") // rows
    cells = np.fromfile(path + ".cells", dtype={1: np.uint8, 4: np.int32, 8: np.int64}[width])
    return cells, states


FACTS = ["geboortedatum", "verzekerd_zvw", "partner", "verzamelinkomen", "belastbaar_loon",
         "buitenlands_inkomen", "rendementsgrondslag"]
data = {name: column(name) for name in FACTS}


def strict(*states):
    """Faulty where anything is faulty or absent, else unknown where anything is."""
    worst = states[0]
    for s in states[1:]:
        worst = np.maximum(worst, s)
    return np.where(worst == ABSENT, FAULTY, worst)


def both(a, sa, b, sb):
    """AND: a definite no decides."""
    no = ((sa == PRESENT) & ~a) | ((sb == PRESENT) & ~b)
    return a & b & (sa == PRESENT) & (sb == PRESENT), np.where(no, PRESENT, strict(sa, sb))


def income():
    (vi, vs), (li, ls), (fi, fs) = data["verzamelinkomen"], data["belastbaar_loon"], data["buitenlands_inkomen"]
    without = vs == ABSENT
    domestic = np.where(without, li, vi)
    state = np.where(without, np.where(ls == ABSENT, PRESENT, ls), vs)
    return domestic.astype(np.int64) + fi, strict(state, np.where(fs == ABSENT, PRESENT, fs))


def by_numpy():
    partner, ps = data["partner"]
    single, has = ps == ABSENT, ps == PRESENT
    born, bs = data["geboortedatum"]
    insured, us = data["verzekerd_zvw"]
    wealth, ws = data["rendementsgrondslag"]
    may, ms = both(born < born_before, strict(bs, bs), insured != 0, us)
    money, ns = income()
    who = np.where(has, partner, 0)

    def theirs(values, states):
        return np.where(has, values[who], 0), np.where(has, states[who], ps)

    their_money, tns = theirs(money, ns)
    their_may, tms = theirs(may, ms)
    their_wealth, tws = theirs(wealth, ws)
    together = np.where(single, money, money + their_money)
    together_state = np.where(single, ns, np.where(has, strict(ns, tns), ps))
    own = np.where(single, 1912, 4289) * THRESHOLD + np.maximum(together - THRESHOLD, 0) * 13730  # in 1/100,000
    left = np.maximum(np.where(single, 1, 2) * (STANDARD * 100000) - own, 0)
    left = np.where(single | their_may, left * 2, left)            # in 1/200,000
    amount_state = np.where(single, together_state, strict(together_state, tms))
    year = (left + 10000000) // 20000000 * 100                     # half up, to whole euros
    enough, es = year >= SMALLEST, amount_state
    right, rs = both(may, ms, enough, es)
    poor = np.where(single, wealth <= WEALTH_ALONE, wealth.astype(np.int64) + their_wealth <= WEALTH_TOGETHER)
    poor_state = np.where(single, ws, np.where(has, strict(ws, tws), ps))
    right, rs = both(right, rs, poor, poor_state)
    known = rs == PRESENT
    verdict = np.where(known, right, np.where(rs == UNKNOWN, UNSURE, WRONG)).astype(np.uint8)
    amount = np.where(known & right & (amount_state == PRESENT), year, 0).astype(np.int64)
    return verdict, amount


def by_sql():
    """The same for people of whom all is known; one statement."""
    base = sqlite3.connect(":memory:")
    n = min(rows, SQL_ROWS)
    base.execute("CREATE TABLE p (i INTEGER PRIMARY KEY, born INT, insured INT, partner INT, vi INT, li INT, fi INT, wealth INT)")

    def cells(name, i):
        return int(data[name][0][i]) if data[name][1][i] == PRESENT else None

    base.executemany("INSERT INTO p VALUES (?,?,?,?,?,?,?,?)",
                     ((i, *(cells(name, i) for name in FACTS)) for i in range(n)))
    query = """
        SELECT count(*) FILTER (WHERE ok), sum(CASE WHEN ok THEN year ELSE 0 END) FROM (
          SELECT year, may AND year >= :smallest AND wealth <= limit_ AS ok FROM (
            SELECT may, wealth, limit_, CAST(round(
                max(premiums * :standard - (:threshold * share + max(income - :threshold, 0) * 0.1373), 0) * part / 100.0) AS INT) * 100
              AS year FROM (
              SELECT p.born < :born AND p.insured AS may,
                     coalesce(p.vi, p.li, 0) + coalesce(p.fi, 0)
                       + CASE WHEN q.i IS NULL THEN 0 ELSE coalesce(q.vi, q.li, 0) + coalesce(q.fi, 0) END AS income,
                     p.wealth + coalesce(q.wealth, 0) AS wealth,
                     CASE WHEN q.i IS NULL THEN :alone ELSE :together END AS limit_,
                     CASE WHEN q.i IS NULL THEN 0.01912 ELSE 0.04289 END AS share,
                     CASE WHEN q.i IS NULL THEN 1 ELSE 2 END AS premiums,
                     CASE WHEN q.i IS NULL OR (q.born < :born AND q.insured) THEN 1.0 ELSE 0.5 END AS part
              FROM p LEFT JOIN p AS q ON q.i = p.partner)))"""
    values = {"smallest": SMALLEST, "standard": STANDARD, "threshold": THRESHOLD, "born": born_before,
              "alone": WEALTH_ALONE, "together": WEALTH_TOGETHER}
    return n, timed(lambda: base.execute(query, values).fetchone())[0]


seconds, (verdict, amount) = timed(by_numpy)
verdict.tofile(os.path.join(folder, "numpy.verdict"))
amount.tofile(os.path.join(folder, "numpy.amount"))
print("numpy", rows, seconds)
n, seconds = by_sql()
print("sqlite", n, seconds)
