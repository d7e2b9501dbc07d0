"""The pieces of words that the network knows: of the encoder's, those that people say."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

KEPT = 12_000
"""Pieces: the encoder's come in the order of how frequent they are, about."""
LONGEST = 48
"""Pieces of a sentence; what is longer is cut."""


def kept_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> list[int]:
    """The ids of the pieces to keep, in their order: those in use, then the frequent ones."""
    encoded = tokenizer.encode_batch([text.lower() for text in texts])
    used = {id_ for each in encoded for id_ in each.ids}
    vocabulary: dict[str, int] = tokenizer.get_vocab()
    always = {
        id_
        for piece, id_ in vocabulary.items()
        if piece in _SPECIAL or (piece.isascii() and len(piece.removeprefix("##")) == 1)
    }
    kept = used | always
    for piece, id_ in sorted(vocabulary.items(), key=lambda entry: entry[1]):
        if len(kept) >= KEPT:
            break
        if piece.isascii() and not piece.startswith("["):
            kept.add(id_)
    return sorted(kept)


def write_tokenizer(original: Path, kept: list[int], to: Path) -> Tokenizer:
    """The tokenizer that knows only these pieces, written to a file. Raises OSError."""
    data: dict[str, Any] = json.loads(original.read_text("utf-8"))
    new = {old: at for at, old in enumerate(kept)}
    vocabulary: dict[str, int] = data["model"]["vocab"]
    data["model"]["vocab"] = {
        piece: new[id_]
        for piece, id_ in sorted(vocabulary.items(), key=lambda entry: entry[1])
        if id_ in new
    }
    data["added_tokens"] = [
        added | {"id": new[added["id"]]} for added in data["added_tokens"] if added["id"] in new
    ]
    for special in data["post_processor"]["special_tokens"].values():
        special["ids"] = [new[id_] for id_ in special["ids"]]
    data["truncation"] = {
        "direction": "Right", "max_length": LONGEST, "strategy": "LongestFirst", "stride": 0,
    }  # fmt: skip
    data["padding"] = None
    to.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return Tokenizer.from_file(str(to))


_SPECIAL = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
