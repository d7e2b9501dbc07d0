"""Examples as numbers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.examples import Example

OUTSIDE = "O"
UNKNOWN = -100
"""A tag that is not learned from: PyTorch's `ignore_index`."""


class Labels(msgspec.Struct, frozen=True):
    """What there is to tell, in the order of the network's outputs."""

    intents: list[str]
    tags: list[str]
    """`OUTSIDE`, and of each kind of stretch where one begins (B-) and goes on (I-)."""


class Encoded(msgspec.Struct, frozen=True):
    """One example."""

    ids: list[int]
    tags: list[int]
    may_mean: list[int]


class Batch(msgspec.Struct, frozen=True):
    """Several, as tensors."""

    ids: Tensor
    mask: Tensor
    tags: Tensor
    may_mean: Tensor
    """Bool (batch, intents)."""


def labels_of(examples: Sequence[Example]) -> Labels:
    """All that occurs."""
    intents = sorted({intent for each in examples for intent in each.intents})
    kinds = sorted({tag for each in examples for *_, tag in each.spans or []})
    return Labels(intents, [OUTSIDE, *(f"{at}-{kind}" for kind in kinds for at in "BI")])


def shapes_of(examples: Sequence[Example], *, only_known: bool) -> dict[str, list[list[str]]]:
    """By intent, which kinds of stretches sentences of the grammar have together, the most first.

    `only_known`: of those that are only meant so when they name what is there.
    """
    shapes: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in examples:
        if each.only_known is only_known and each.spans is not None:
            shapes[each.intents[0]].add(tuple(sorted({tag for *_, tag in each.spans})))
    return {
        intent: [list(shape) for shape in sorted(found, key=lambda shape: (-len(shape), shape))]
        for intent, found in sorted(shapes.items())
    }


def encode(example: Example, tokenizer: Tokenizer, labels: Labels) -> Encoded:
    """The pieces, the tag of each, and what it may mean."""
    encoding = tokenizer.encode(example.text.lower())
    places = {name: at for at, name in enumerate(labels.tags)}
    tags = []
    for start, end in encoding.offsets:
        if start == end or example.spans is None:
            tags.append(UNKNOWN)
            continue
        tag = OUTSIDE
        for first, last, kind in example.spans:
            if first <= start and end <= last:
                tag = f"{'B' if start == first else 'I'}-{kind}"
        tags.append(places[tag])
    may_mean = [labels.intents.index(intent) for intent in example.intents]
    return Encoded(encoding.ids, tags, may_mean)


def batches(
    examples: Sequence[Encoded], order: Sequence[int], size: int, labels: Labels
) -> Iterator[Batch]:
    """The examples in that order, so many at a time."""
    for begin in range(0, len(order), size):
        rows = [examples[at] for at in order[begin : begin + size]]
        longest = max(len(row.ids) for row in rows)
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        mask = torch.zeros(len(rows), longest, dtype=torch.long)
        tags = torch.full((len(rows), longest), UNKNOWN)
        may_mean = torch.zeros(len(rows), len(labels.intents), dtype=torch.bool)
        for at, row in enumerate(rows):
            length = len(row.ids)
            ids[at, :length] = torch.tensor(row.ids)
            mask[at, :length] = 1
            tags[at, :length] = torch.tensor(row.tags)
            may_mean[at, row.may_mean] = True
        yield Batch(ids, mask, tags, may_mean)
