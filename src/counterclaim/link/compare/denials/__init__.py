"""Whether at all: what one account tells and another denies, by its words or by the answer it gives.

Read `compare.py` first. `records` and `charges` read what a denial denies, `pairs` and `scope` which telling it
denies; `opposed`, `turns` and `retold` find denials that no claim record holds, told in other words (`folds`,
`clauses`, `themes`; `whether_one` says which may meet, `limits` what a denial leaves out, `of_none` asks whether there
was any). `answers.py` compares plain answers to one question that a report asks.
"""
