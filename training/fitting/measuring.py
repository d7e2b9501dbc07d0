"""How good it is on sentences that it was not fitted to, and how far it can be believed."""

from collections.abc import Sequence

import msgspec
import torch
from torch import Tensor

from control_api.language.learned.meaning import NOTHING
from training.fitting.encoding import UNKNOWN, Encoded, Labels, batches
from training.fitting.network import Network

_BATCH = 64
_BINS = 10
_TEMPERATURES = [at / 20 for at in range(10, 81)]


class Measured(msgspec.Struct, frozen=True):
    """What was seen."""

    temperature: float
    """The logits are divided by it, so that the probabilities come true."""
    right: float
    """Share of the sentences of which the likeliest intent is one that it may be."""
    in_scope_right: float
    false_changes: float
    """Share of the sentences that ask for nothing, of which another intent is above `SURE`."""
    tag_f1: float
    reliability: list[tuple[float, float, int]]
    """By the probability of the likeliest: its mean, the share that is right, and how many."""


SURE = 0.9


def measure(network: Network, examples: Sequence[Encoded], labels: Labels) -> Measured:
    """Run all of them."""
    logits, meant, hits, told, wanted = _run(network, examples, labels)
    temperature = min(_TEMPERATURES, key=lambda t: _loss(logits / t, meant))
    probability, likeliest = (logits / temperature).softmax(-1).max(-1)
    right = meant.gather(1, likeliest.unsqueeze(1)).squeeze(1)
    nothing = labels.intents.index(NOTHING)
    idle = meant[:, nothing]
    false = idle & (likeliest != nothing) & (probability > SURE)
    return Measured(
        temperature,
        right.float().mean().item(),
        right[~idle].float().mean().item(),
        false.sum().item() / max(1, int(idle.sum())),
        2 * hits / max(1, told + wanted),
        _reliability(probability, right),
    )


def _run(
    network: Network, examples: Sequence[Encoded], labels: Labels
) -> tuple[Tensor, Tensor, int, int, int]:
    logits, meant = [], []
    hits = told = wanted = 0
    with torch.no_grad():
        for batch in batches(examples, range(len(examples)), _BATCH, labels):
            intents, tags = network(batch.ids, batch.mask)
            logits.append(intents)
            meant.append(batch.may_mean)
            for said, seen in zip(batch.tags.tolist(), tags.argmax(-1).tolist(), strict=True):
                if all(tag == UNKNOWN for tag in said):
                    continue
                real = _spans(said, said, labels)
                found = _spans(seen, said, labels)
                hits += len(real & found)
                wanted += len(real)
                told += len(found)
    return torch.cat(logits), torch.cat(meant), hits, told, wanted


def _spans(tags: list[int], said: list[int], labels: Labels) -> set[tuple[int, int, str]]:
    spans, begun = set(), -1
    names = [
        labels.tags[tag] if known != UNKNOWN else "O" for tag, known in zip(tags, said, strict=True)
    ]
    for at, name in enumerate([*names, "O"]):
        if begun >= 0 and (name[0] != "I" or name[2:] != names[begun][2:]):
            spans.add((begun, at, names[begun][2:]))
            begun = -1
        if begun < 0 and name != "O":
            begun = at
    return spans


def _loss(logits: Tensor, meant: Tensor) -> float:
    log = logits.log_softmax(-1).masked_fill(~meant, float("-inf")).logsumexp(-1)
    return float(-log.clamp(min=-20).mean())


def _reliability(probability: Tensor, right: Tensor) -> list[tuple[float, float, int]]:
    rows = []
    for at in range(_BINS):
        inside = (probability > at / _BINS) & (probability <= (at + 1) / _BINS)
        count = int(inside.sum())
        if count:
            share = right[inside].float().mean().item()
            rows.append((round(probability[inside].mean().item(), 3), round(share, 3), count))
    return rows
