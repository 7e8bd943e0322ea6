"""Learned parts: one folder each, with how to load it (`model.py`) and what it is (`card.md`).

`parser` is somebody else's model, pinned by its package's version. `attribution` is trained here: its folder also has
the weights and the scripts that made them. Nothing is ever downloaded when the program runs.
"""
