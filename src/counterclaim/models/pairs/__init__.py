"""The reader of pairs: whether two sentences answer one question with what cannot both hold, and in which words.

`model.load().read(left, right)` runs it; `pieces.py` and `signs.py` are what it is told of sentences and of pairs,
`card.md` tells what it was trained on and how good it is. `network.py`, `scenes.py`, `train.py` and `export.py` made
the weights; they need PyTorch (the extra `train`) and are not imported when the program runs.
"""
