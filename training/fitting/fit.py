"""Fits the network."""

import random
import time
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from training.fitting.encoding import UNKNOWN, Batch, Encoded, Labels, batches
from training.fitting.network import Network

_BATCH = 64
_RATE = 3e-4
_WEIGHT_DECAY = 0.01
_SMOOTHING = 0.05
_TAG_WEIGHT = 1.0


def fit(
    network: Network,
    examples: Sequence[Encoded],
    labels: Labels,
    epochs: int,
    tell: Callable[[str], None],
) -> None:
    """Fit it, for so many times through all examples; `tell` hears how it goes."""
    chooser = random.Random(0)  # noqa: S311 - nothing secret
    steps = epochs * -(-len(examples) // _BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps + 1)
    begun, done = time.monotonic(), 0
    network.train()
    for epoch in range(epochs):
        total = 0.0
        for batch in _shuffled(examples, labels, chooser):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                intents, tags = network(batch.ids, batch.mask)
            loss = loss_of(intents.float(), tags.float(), batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
            done += 1
            if done % 50 == 0:
                left = (time.monotonic() - begun) / done * (steps - done)
                tell(f"epoch {epoch + 1}: loss {loss.item():.3f}, {left / 60:.1f} min left")
    network.eval()


def loss_of(intents: Tensor, tags: Tensor, batch: Batch) -> Tensor:
    """Cross entropy: of all that may be meant together, and of the tags that are known."""
    log = intents.log_softmax(-1)
    meant = log.masked_fill(~batch.may_mean, float("-inf")).logsumexp(-1)
    of_intent = -(1 - _SMOOTHING) * meant.mean() - _SMOOTHING * log.mean()
    known = batch.tags.flatten() != UNKNOWN
    if not known.any():
        return of_intent
    of_tags = nn.functional.cross_entropy(tags.flatten(0, 1)[known], batch.tags.flatten()[known])
    return of_intent + _TAG_WEIGHT * of_tags


def _shuffled(examples: Sequence[Encoded], labels: Labels, chooser: random.Random) -> list[Batch]:
    """Batches of about the same length, in any order."""
    order = sorted(
        range(len(examples)), key=lambda at: len(examples[at].ids) + chooser.random() * 3
    )
    made = list(batches(examples, order, _BATCH, labels))
    chooser.shuffle(made)
    return made
