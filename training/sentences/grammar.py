"""The templates of the grammar, by what they mean, and sentences sampled from them."""

import random
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import yaml

from control_api.language.learned.meaning import NOTHING, TAGS
from control_api.language.words.templates import TOKEN
from training.examples import Example
from training.learned import LEARNED, SAME
from training.sentences.sampling import Sampler

_OF_EACH = 200
"""So many of an intent, if its templates can say as many different ones."""
_OF_OTHERS = 14
"""Of an intent that is not learned: they are told from those that are."""
_IDLE = 2_400
_ENGLISH = files("control_api.language") / "languages" / "en"


def sampled(seed: int = 0) -> Iterator[Example]:
    """Sentences of all intents, each one once, and some that ask for nothing."""
    phrases: dict[str, str] = yaml.safe_load((_ENGLISH / "phrases.yaml").read_text("utf-8"))
    sampler = Sampler(phrases, seed)
    said: set[str] = set()
    for intent, templates in sorted(templates_by_intent().items()):
        is_learned = intent in LEARNED
        wanted = _OF_EACH if is_learned else _OF_OTHERS
        chooser = random.Random(f"{seed} {intent}")  # noqa: S311 - nothing secret
        for _ in range(wanted * 3):
            template, only_known = chooser.choice(templates)
            example = sampler.sentence(intent, template)
            if example is None or example.text in said:
                continue
            said.add(example.text)
            yield (
                msgspec.structs.replace(example, only_known=only_known)
                if is_learned
                else Example(example.text, [NOTHING], None)
            )
            wanted -= 1
            if not wanted:
                break
    for _ in range(_IDLE):
        example = sampler.idle()
        if example.text not in said:
            said.add(example.text)
            yield example


def templates_by_intent() -> dict[str, list[tuple[str, bool | None]]]:
    """Those in which no two slots look alike; of what is learned, with no others than those.

    Each with whether it is only meant so when it names what is there; None where it is another's.
    """
    found: dict[str, list[tuple[str, bool | None]]] = defaultdict(list)
    for group in _groups(_ENGLISH / "sentences"):
        intent = SAME.get(group["reads"], group["reads"])
        found[intent] += [
            (each, group.get("only_known", False) if group["reads"] == intent else None)
            for each in group["said"].splitlines()
            if _is_plain(each, intent in LEARNED)
        ]
    return {intent: templates for intent, templates in found.items() if templates}


def _is_plain(template: str, is_learned: bool) -> bool:
    names = {token["slot"][1:-1] for token in TOKEN.finditer(template) if token["slot"]}
    tags = [TAGS[name] for name in names if name in TAGS]
    return len(tags) == len(set(tags)) and (len(tags) == len(names) or not is_learned)


def _groups(folder: Traversable) -> Iterator[Any]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            yield from _groups(each)
        elif each.name.endswith(".yaml"):
            yield from yaml.safe_load(each.read_text("utf-8"))
