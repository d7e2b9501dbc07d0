"""Write the sentences: ``python -m training.sentences FILE [--public FILE] [--held-out FILE]``."""

import argparse
from itertools import chain
from pathlib import Path

from control_api.requests.spoken import ENGLISH
from training.examples import write_examples
from training.sentences.grammar import sampled
from training.sentences.strangers import examples_of


def main() -> None:
    """Write those of the grammar, and other people's from the files that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--public", type=Path, action="append", default=[])
    parser.add_argument("--held-out", type=Path, action="append", default=[])
    given = parser.parse_args()
    strangers = (
        examples_of(path, ENGLISH, held_out=held_out)
        for paths, held_out in ((given.public, False), (given.held_out, True))
        for path in paths
    )
    count = write_examples(given.file, chain(sampled(), *strangers))
    print(f"{count} sentences in {given.file}")


if __name__ == "__main__":
    main()
