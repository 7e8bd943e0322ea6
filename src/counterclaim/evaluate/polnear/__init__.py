"""PolNeAR: are the right words attributed to the right source? (Newell and others, LREC 2018)

The folder holds `metadata.tsv`, `train/` and `dev/`, each of these with `text/ID.txt` and
`attributions/ID_ANNOTATOR.ann` (brat standoff). An article that several people marked is scored against the first of
them in the order of their ids.

What is compared is tokens, a token being a maximal run of word characters. Attributions are paired one to one,
the best pair first. *relation*, the figure that counts, is the share of attributions paired so that the contents
have a Jaccard index of at least one half and the sources share a token (or neither names one). *quoted* and
*indirect* are the attributions whose content does and does not hold a quotation mark; pairing is done on all.

`read.py` reads the corpus, `predict.py` finds attributions in it, `score.py` counts what is right in one article,
`tables.py` adds that up. Read `score.py` first.
"""

from counterclaim.evaluate.polnear.predict import as_report, evaluate_polnear, predict
from counterclaim.evaluate.polnear.read import Article, Marked, Pieces, read_annotations, read_articles
from counterclaim.evaluate.polnear.score import MEASURES, SUBSETS, Counts, score_article
from counterclaim.evaluate.polnear.tables import WORST, score_table

__all__ = [
    "MEASURES",
    "SUBSETS",
    "WORST",
    "Article",
    "Counts",
    "Marked",
    "Pieces",
    "as_report",
    "evaluate_polnear",
    "predict",
    "read_annotations",
    "read_articles",
    "score_article",
    "score_table",
]
