"""The network that is trained: MiniLM with the evidence added to its input, and two kinds of answers on top.

Needs PyTorch and Transformers, which only training has. The pointers are the biaffine arcs of Dozat and Manning
(2017, "Deep Biaffine Attention for Neural Dependency Parsing"), with a cue in the place of a governor.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from counterclaim.models.attribution.evidence import COLUMNS
from counterclaim.models.attribution.labels import LABELS, POINTING

#: Size of what a pointer compares.
ARC = 128


class Network(nn.Module):
    """Takes word pieces with their evidence, gives for each piece its label and the cue it belongs to."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        size = config.hidden_size
        self.evidence = nn.ModuleList(nn.Embedding(values, size) for values in COLUMNS.values())
        for table in self.evidence:
            nn.init.zeros_(table.weight)  # what the encoder learned of words before stays as it is at first
        self.drop = nn.Dropout(config.hidden_dropout_prob)
        self.labels = nn.Linear(size, len(LABELS))
        self.dependant = nn.Linear(size, ARC * len(POINTING))
        self.cue = nn.Linear(size, ARC * len(POINTING))
        for head in (self.labels, self.dependant, self.cue):  # small, or the pointers drown the labels at first
            nn.init.normal_(head.weight, std=config.initializer_range)
            nn.init.zeros_(head.bias)
        self.agreement = nn.Parameter(torch.zeros(len(POINTING)))

    def forward(self, ids: Tensor, mask: Tensor, columns: Tensor, links: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of labels, (batch, pieces, labels), and of pointers, (batch, kinds, pieces, pieces).

        `ids`, `mask` and `links` are (batch, pieces); `columns` is (batch, columns, pieces).
        """
        embedded = self.encoder.embeddings.word_embeddings(ids)
        for number, table in enumerate(self.evidence):
            embedded = embedded + table(columns[:, number])
        hidden = self.drop(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)
        batch, pieces, _ = hidden.shape
        one = self.dependant(hidden).view(batch, pieces, len(POINTING), ARC).transpose(1, 2)
        other = self.cue(hidden).view(batch, pieces, len(POINTING), ARC).transpose(1, 2)
        same = ((links[:, :, None] == links[:, None, :]) & (links[:, :, None] > 0)).to(hidden.dtype)
        pointers = one @ other.transpose(2, 3) / ARC**0.5 + self.agreement[None, :, None, None] * same[:, None]
        return self.labels(hidden), pointers
