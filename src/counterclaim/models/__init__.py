"""Learned parts: one folder each, with how to load it (`model.py`) and what it is (`card.md`).

Only the parser so far, which is somebody else's model, pinned by its package's version. A part that is trained here
also has `train.py` and its weights. Nothing is ever downloaded when the program runs.
"""
