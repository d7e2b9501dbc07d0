"""Sentences are sampled from templates, with what stands where."""

import pytest

from control_api.language.learned.meaning import NOTHING
from control_api.language.understanding.reading.intents import INTENTS
from tests.control_api.language.english import ENGLISH
from training.examples import Example
from training.learned import LEARNED, SAME
from training.sentences.grammar import sampled, templates_by_intent
from training.sentences.sampling import Sampler

SAMPLER = Sampler({"greeting": "(hello|good day)"})


def said(template: str, intent: str = "delete") -> Example:
    example = SAMPLER.sentence(intent, template)
    assert example is not None
    return example


def stretches(example: Example) -> dict[str, str]:
    return {tag: example.text[start:end] for start, end, tag in example.spans or []}


@pytest.fixture(scope="module")
def everything() -> list[Example]:
    return list(sampled())


def test_a_branch_is_chosen_and_what_is_optional_may_be_left_out() -> None:
    texts = {said("(drop|remove) [the] lunch").text for _ in range(200)}
    assert any("drop lunch" in text for text in texts)
    assert any("remove the lunch" in text for text in texts)
    assert not any("drop remove" in text for text in texts)


def test_a_phrase_is_said_in_full() -> None:
    assert any(greeting in said("<greeting> friend").text for greeting in ("hello", "good day"))


def test_what_stands_in_a_slot_is_marked_also_behind_what_politeness_adds() -> None:
    for _ in range(100):
        example = said("remove {task} from {project}")
        found = stretches(example)
        assert f"remove {found['thing']} from {found['list']}" in example.text


def test_what_has_no_values_is_not_said() -> None:
    assert SAMPLER.sentence("delete", "remove {whatever}") is None


def test_the_same_seed_says_the_same(everything: list[Example]) -> None:
    assert everything == list(sampled())
    assert everything != list(sampled(seed=1))


def test_each_sentence_comes_once_and_means_what_is_learned(everything: list[Example]) -> None:
    texts = [example.text for example in everything]
    assert len(texts) == len(set(texts))
    meant = {intent for example in everything for intent in example.intents}
    assert meant == {*LEARNED, NOTHING}


def test_all_that_is_learned_can_be_said_and_read() -> None:
    assert set(templates_by_intent()) >= LEARNED
    assert set(INTENTS) >= {*LEARNED, *SAME}
    assert set(SAME.values()) <= LEARNED


def test_the_grammar_knows_the_slots(everything: list[Example]) -> None:
    assert all(
        sentence.slots or "{" not in sentence.expressions[0] for sentence in ENGLISH.sentences
    )
    assert {tag for example in everything for *_, tag in example.spans or []} >= {"thing", "when"}
