"""Claims: what a statement asserts, in slots.

Read `build.py` first: `make_claims(...)` goes through the predicates of each sentence, `roles.py` says who does
what to whom there, `world_of.py` says whether it is so (polarity, modality), `moves.py` reads steps in a peace
process ("asked him for a ceasefire", "rejected a proposal put forward by …") as one kind of claim.
"""

from counterclaim.annotate.claims.build import make_claims

__all__ = ["make_claims"]
