"""What the tagger is told of a report beside its words: the parse and what the rules found, a number a token.

A column of numbers is what a feature is called in the weights: the order of columns and of the values in each is
part of the trained model, and neither can change without training anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# The labels of spaCy's English pipelines (ClearNLP dependencies, Penn Treebank tags, OntoNotes names). What is not
# in a list has the number 0.
DEPENDENCIES = tuple(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative"
    " dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj"
    " predet prep prt punct quantmod relcl xcomp".split()
)
TAGS = tuple(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB"
    " RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``".split()
)
NAMES = tuple(
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME"
    " WORK_OF_ART".split()
)

#: What the rules take a token for: the first or a later token of a source, a cue, a content; a source or a cue
#: that stands inside a content.
RULE = {"source": (1, 2), "cue": (3, 4), "content": (5, 6), "inner source": (7, 7), "inner cue": (8, 8)}
#: Outside quotations, inside one, its first token, its last.
MARK_OUTSIDE, MARK_INSIDE, MARK_FIRST, MARK_LAST = range(4)
#: Inside a sentence, its first token, the first of a paragraph.
PLACE_INSIDE, PLACE_SENTENCE, PLACE_PARAGRAPH = range(3)
#: Lower case, first letter a capital, all capitals, no letter.
CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_NONE = range(4)

#: The columns in their order, each with the number of its values.
COLUMNS = {
    "dependency": len(DEPENDENCIES) + 1,
    "tag": len(TAGS) + 1,
    "name": len(NAMES) + 1,
    "rule": 9,
    "mark": 4,
    "place": 3,
    "case": 4,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report as the tagger takes it.

    `starts` and `ends` are the offsets of its tokens in `text` (code points, end exclusive), `columns` a list of
    numbers for each of `COLUMNS`, in that order, one a token; `links` numbers the attribution that the rules put a
    token in (0 for none), so that the tokens of one can be told from those of another. `breaks` are the numbers of
    the tokens that sentences begin with.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    columns: Sequence[Sequence[int]]
    links: Sequence[int]
    breaks: Sequence[int]
