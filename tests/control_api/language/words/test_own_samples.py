"""Every template of every language reads what it describes, and is looked for when it is said."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

import control_api.language
from control_api.language.words.heard import hear
from control_api.language.words.language import Language
from control_api.language.words.loading import load
from control_api.language.words.needed_words import ByWords, needed_words, words_said
from control_api.language.words.templates import TOKEN, Sentence, expressions_of
from shared.languages import LanguageName

LANGUAGES = [load(name) for name in get_args(LanguageName)]
SLOT = "quux"
SAMPLES = 6
"""Of each template: in a few, a word is taken for a hesitation."""


def templates_of(folder: Path) -> Iterator[tuple[str, str]]:
    """What each reads, and the template."""
    for file in sorted((folder / "sentences").rglob("*.yaml")):
        for group in yaml.safe_load(file.read_text("utf-8")):
            for template in group["said"].splitlines():
                yield group["reads"], template


def sample(template: str, phrases: dict[str, str], chance: random.Random) -> str:
    """One of the sentences that it describes."""
    tokens: list[Any] = list(TOKEN.finditer(template.strip()))[::-1]

    def branches() -> list[str]:
        said: list[list[str]] = [[]]
        while tokens and tokens[-1]["mark"] not in {"]", ")"}:
            token = tokens.pop()
            if token["mark"] == "|":
                said.append([])
            else:
                said[-1].append(element(token))
        return [" ".join(filter(None, each)) for each in said]

    def element(token: Any) -> str:
        if token["slot"]:
            return SLOT + str(token["slot"]).strip("{}").partition("~")[2]
        if token["phrase"]:
            return sample(phrases[str(token["phrase"])[1:-1]], phrases, chance)
        if token["word"]:
            return str(token["word"])
        inner: str = chance.choice(branches())
        tokens.pop()
        is_left_out = token["mark"] == "[" and chance.random() < 0.5
        return "" if is_left_out else inner

    return chance.choice(branches())


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_every_template_reads_its_own_samples(language: Language) -> None:
    folder = Path(control_api.language.__path__[0]) / "languages" / language.name
    phrases = yaml.safe_load((folder / "phrases.yaml").read_text("utf-8"))
    chance = random.Random(3)
    for reads, template in templates_of(folder):
        sentence = Sentence(
            reads,
            1.0,
            only_known=False,
            no_list_name=language.no_list_name,
            no_task_name=language.no_list_name,
            expressions=expressions_of(template, phrases),
            needed=needed_words(template, phrases),
        )
        samples = [hear(sample(template, phrases, chance), language) for _ in range(SAMPLES)]
        assert any(
            list(ByWords([sentence.needed]).places(words_said(said)))
            and list(sentence.matches(said))
            for said in samples
        ), (template, samples[0].text)
