"""Fit and write: ``python -m training.fitting SENTENCES FOLDER [--epochs 3]``."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import torch
from tokenizers import Tokenizer

from training.examples import Example, read_examples
from training.fitting.encoder import encoder_folder
from training.fitting.encoding import Labels, encode, labels_of, shapes_of
from training.fitting.export import export
from training.fitting.fit import fit
from training.fitting.measuring import measure
from training.fitting.network import Network
from training.fitting.pieces import kept_pieces, write_tokenizer

_LAYERS = 6
_EPOCHS = 3
_EVERY_TENTH = 10


def main() -> None:
    """Fit to the sentences, measure on those that are held out, write what Saydo reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    given = parser.parse_args()
    torch.manual_seed(0)
    # Two threads wait for one another on a machine that does anything else: six times as long.
    torch.set_num_threads(1)
    fitted, held_out = _parted(list(read_examples(given.sentences)))
    labels = labels_of(fitted)
    given.folder.mkdir(parents=True, exist_ok=True)
    with encoder_folder() as encoder:
        network, tokenizer = _begin(encoder, fitted, labels, given.folder / "tokenizer.json")
    fit(network, [encode(e, tokenizer, labels) for e in fitted], labels, given.epochs, _tell)
    measured = measure(network, [encode(e, tokenizer, labels) for e in held_out], labels)
    export(network, given.folder / "reader.onnx")
    facts = {
        "intents": labels.intents,
        "tags": labels.tags,
        "temperature": measured.temperature,
        "shapes": shapes_of(fitted, only_known=False),
        "known_shapes": shapes_of(fitted, only_known=True),
    }
    (given.folder / "reader.json").write_text(json.dumps(facts) + "\n", "utf-8")
    print(json.dumps(msgspec.to_builtins(measured), indent=1))


def _parted(examples: list[Example]) -> tuple[list[Example], list[Example]]:
    """Those to fit to and the others; where none is held out, every tenth is."""
    held_out = [each for each in examples if each.is_held_out] or examples[::_EVERY_TENTH]
    texts = {each.text.lower() for each in held_out}
    return [each for each in examples if each.text.lower() not in texts], held_out


def _begin(
    encoder: Path, examples: Sequence[Example], labels: Labels, tokenizer_file: Path
) -> tuple[Network, Tokenizer]:
    """The network before it is fitted, and its tokenizer, which is written."""
    whole = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    kept = kept_pieces(whole, (each.text for each in examples))
    tokenizer = write_tokenizer(encoder / "tokenizer.json", kept, tokenizer_file)
    network = Network(
        encoder, kept, layers=_LAYERS, intents=len(labels.intents), tags=len(labels.tags)
    )
    _tell(f"{len(examples)} sentences, {len(kept)} pieces, {len(labels.intents)} intents")
    return network, tokenizer


def _tell(how: str) -> None:
    print(how, flush=True, file=sys.stderr)


if __name__ == "__main__":
    main()
