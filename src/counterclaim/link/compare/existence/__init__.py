"""Whether there is such a thing: what one account presupposes or tells and another says there is none of.

Read `compare.py` first. `losses` sets "we lost no one" against losses told, `told` reads what an account tells of, and
`by_kind` sets "not one weapon in the hospital" against a battery in its grounds: `kinds` says what is a kind of what,
`kinds_told` what a report has (`present`) or has not (`absent`) `where`, `kinds_asked` asks for it.
"""
