"""The tagger: for each word piece of a report whether it belongs to a source, a cue or a content, and to which cue.

`model.load().read(evidence)` runs it and `decode.decode(answer)` makes attributions of what it says; `card.md` tells
what it was trained on and how good it is. `evidence.py` is what it is told beside the words, `windows.py` how a
report is cut up for it, `labels.py` what it can say. `train.py`, `network.py` and `export.py` made the weights; they
need PyTorch (the extra `train`) and are not imported when the program runs.
"""
