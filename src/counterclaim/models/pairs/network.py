"""The networks: the encoder as it is taken over, and the judge that is trained on top of it.

Needs PyTorch and Transformers, which only training has. The encoder is MiniLM-L6 (Wang and others 2020) as it was
trained for sentence embeddings, unchanged: its second layer still tells words apart, its last one tells what a
sentence is about. The judge is the decomposable attention of Parikh and others (2016, "A Decomposable Attention Model
for Natural Language Inference"): align, compare, aggregate; the alignment starts from the cosines of the encoder's own
states.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from counterclaim.models.pairs.labels import SLOTS
from counterclaim.models.pairs.pieces import MARKS
from counterclaim.models.pairs.signs import SIGNS

#: Sizes: of a layer of the encoder, of what is compared, of what aligns, of the sentences' own part.
LAYER, COMPARED, ALIGNING, WHOLE = 384, 160, 96, 96
#: In how many ways the pieces of a sentence are added up.
_SUMS = 4
_NEVER = -1e4


class Encoder(nn.Module):
    """Takes the pieces of one sentence, gives two layers of states for each and an embedding of all."""

    def __init__(self, minilm: Path) -> None:
        super().__init__()
        config = BertConfig(**json.loads((minilm / "config.json").read_text()))
        config._attn_implementation = "eager"  # the fused attention has no ONNX form
        self.bert = BertModel(config, add_pooling_layer=False)
        self.bert.load_state_dict(load_file(minilm / "model.safetensors"), strict=False)

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """From (1, pieces + 2) to states, (1, pieces, 768), and the whole, (1, 384), of length 1."""
        states = self.bert.embeddings(input_ids=ids)
        kept = []
        for number, layer in enumerate(self.bert.encoder.layer, start=1):
            states = layer(states, None)
            states = states[0] if isinstance(states, tuple) else states
            if number in {2, 6}:
                kept.append(states)
        return torch.cat(kept, -1)[:, 1:-1], functional.normalize(states.mean(1), dim=-1)


class Judge(nn.Module):
    """Takes two sentences that the encoder read, says how likely they contradict each other, and in which words."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.compared = nn.Linear(2 * LAYER, COMPARED)
        self.aligning = nn.Linear(2 * LAYER, ALIGNING, bias=False)
        self.sharpness = nn.Parameter(torch.tensor([8.0, 3.0]))
        self.drop = nn.Dropout(dropout)
        self.compare = nn.Sequential(
            nn.Linear(4 * COMPARED + 4 + 2 * MARKS, COMPARED),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(COMPARED, COMPARED),
            nn.ReLU(),
        )
        self.weigh = nn.Linear(COMPARED, _SUMS)
        self.whole = nn.Linear(2 * LAYER, WHOLE)
        self.pair = nn.Sequential(
            nn.Linear(2 * (_SUMS + 1) * COMPARED + SIGNS + WHOLE, 192),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(192, len(SLOTS) + 2),
        )
        self.piece = nn.Linear(COMPARED, len(SLOTS) + 1)

    def forward(
        self,
        left: tuple[Tensor, Tensor, Tensor, Tensor],
        right: tuple[Tensor, Tensor, Tensor, Tensor],
        signs: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of the pair, (batch, slots + 2: each slot, any slot, the same answer), and of the pieces of each
        sentence, (batch, pieces, slots + 1: each slot, the same answer). Of each sentence are given its states (batch,
        pieces, 768), their mask (batch, pieces), their marks (batch, pieces, 7) and the whole (batch, 384)."""
        nearness = self._near(left[0], right[0])
        both = left[1][:, :, None] * right[1][:, None, :]
        weights = (self.sharpness[0] * nearness[0] + self.sharpness[1] * nearness[1] + nearness[2]).masked_fill(
            both == 0, _NEVER
        )
        near = torch.stack([nearness[0] * both, nearness[1] * both])
        one, of_left = self._side(left, right, torch.softmax(weights, 2), near)
        other, of_right = self._side(right, left, torch.softmax(weights.transpose(1, 2), 2), near.transpose(2, 3))
        wholes = torch.cat([left[3] * right[3] * 20, (left[3] - right[3]).abs() * 10], -1)
        told = torch.cat([one + other, (one - other).abs(), self.drop(torch.relu(self.whole(wholes))), signs], -1)
        return self.pair(told), of_left, of_right

    def _near(self, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """How near each piece of one lies to each of the other: cosines of both layers, and as it was learned."""
        cosines = [
            functional.normalize(left[..., at], dim=-1) @ functional.normalize(right[..., at], dim=-1).transpose(1, 2)
            for at in (slice(LAYER), slice(LAYER, None))
        ]
        return *cosines, self.aligning(left) @ self.aligning(right).transpose(1, 2) / 10

    def _side(
        self, own: tuple[Tensor, ...], other: tuple[Tensor, ...], weights: Tensor, near: Tensor
    ) -> tuple[Tensor, Tensor]:
        """One sentence beside the other: (batch, 5 * 160), and logits of its pieces."""
        mine, theirs = (torch.tanh(self.compared(self.drop(side[0]))) for side in (own, other))
        aligned, marks = weights @ theirs, weights @ other[2]
        nearest = torch.stack([*near.max(3).values, *(weights * near).sum(3)], -1)
        found = self.compare(torch.cat([mine, aligned, mine - aligned, mine * aligned, nearest, own[2], marks], -1))
        mask = own[1][..., None]
        shares = torch.softmax(self.weigh(found).masked_fill(mask == 0, _NEVER), 1)
        sums = (shares.transpose(1, 2) @ found).flatten(1)
        return torch.cat([sums, (found + (mask - 1) * -_NEVER).max(1).values], -1), self.piece(self.drop(found))


class Weigher(nn.Module):
    """Takes what stands around pairs of sentences (`around.py`), says how likely each contradict each other."""

    def __init__(self, mean: Tensor, spread: Tensor, hidden: int = 24, dropout: float = 0.15) -> None:
        super().__init__()
        self.mean, self.spread = nn.Buffer(mean), nn.Buffer(spread)
        self.layers = nn.Sequential(
            nn.Linear(len(mean), hidden),
            nn.Tanh(),
            nn.Dropout(dropout),
            nn.Linear(hidden, hidden),
            nn.Tanh(),
            nn.Linear(hidden, 1),
        )

    def forward(self, numbers: Tensor) -> Tensor:
        """Logits, (pairs,), of numbers, (pairs, 21)."""
        told: Tensor = self.layers(((numbers - self.mean) / self.spread).clamp(-5, 5))
        return told[:, 0]
