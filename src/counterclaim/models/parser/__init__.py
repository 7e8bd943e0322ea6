"""The English parser: tokens, tags, lemmas, dependencies and names. Read `card.md` for what it is and is not."""

from counterclaim.models.parser.model import DEFAULT_PIPELINE, load

__all__ = ["DEFAULT_PIPELINE", "load"]
