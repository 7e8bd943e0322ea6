"""Which articles of PolNeAR train the tagger is not trained on, so that things can be chosen and calibrated on them."""

from __future__ import annotations

import hashlib


def held_out(article: str) -> bool:
    """Whether an article is kept from training, to choose and calibrate on: one in eight, by the hash of its id."""
    return hashlib.sha256(f"hold out {article}".encode()).digest()[0] % 8 == 0
