"""Claims: what a statement asserts, in slots.

Read `build.py` first: `make_claims(...)` makes a claim of each predicate of each sentence. `predicates.py` says which
these are, by three ways to tell something: `roles.py` reads verbs (`control.py` whose deed a verb without a subject
is), `nominal.py` nouns ("the shelling of X by Y"), `light.py` verbs that leave it to their noun ("carried out an
attack"); `lexicon.py` has the English, `headlines.py` what a parser makes of headlines. `moves.py` reads steps in a
peace process ("asked him for a ceasefire", "rejected a proposal put forward by …") as one kind of claim.

`world_of.py` says whether a claim is so and in what world: it goes up the parse and comes down again, through what each
governing word does (`signatures.py`, `worlds.py`) and each clause's own negation (`polarity.py`) and modality
(`modality.py`; `clues.py` has what both ask). `antecedents.py` says whom a pronoun means, `alternatives.py` who is left
open; `conditions.py`, `exceptions.py` and `answers.py` say how claims hang together.
"""

from counterclaim.annotate.claims.build import make_claims

__all__ = ["make_claims"]
