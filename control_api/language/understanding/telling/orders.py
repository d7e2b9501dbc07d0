"""What people tell themselves to do, as one tells somebody else: "Kauf Milch", "achète du lait".

English says it as titles do, "buy milk": that is read by `stating`.
"""

import re

from control_api.engine.plan import CommandPlan
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import find_times
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene
from control_api.language.understanding.telling.stating import create_plain
from control_api.language.words.sentence import Slots, Words

_FIRST_WORDS = re.compile(r"\S+(?:\s+\S+)?")
_LAST_OF_TWO = re.compile(r"\s+\S+$")


def create_ordered(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task with the verb as titles have it: "Milch kaufen", "acheter du lait"."""
    found = _verb_and_rest(slots["said"], scene)
    if found is None or not found[1].text:
        return None
    verb, rest = found
    plain = Words(verb, verb)
    if scene.language.grammar.verb_last:
        what = said = rest.then(plain)
    else:
        what, said = rest, plain.then(rest)
    return create_plain({"said": said, "what": what}, scene, confidence)


def _verb_and_rest(said: Words, scene: Scene) -> tuple[str, Words] | None:
    """The verb in its plain form, and what is to be done with; None for no order to oneself."""
    grammar, begin = scene.language.grammar, _FIRST_WORDS.match(said.mask)
    if begin is None:
        return None
    for first in dict.fromkeys((begin[0], _LAST_OF_TWO.sub("", begin[0]))):
        verb = grammar.imperative_of.get(first.lower())
        if verb is not None:
            is_theirs = first.lower() in grammar.asked_of_others
            if is_theirs and not find_times(said.mask, scene.now, scene.language):
                return None
            rest = said.slice(len(first)).strip()
            if filler := grammar.after_imperative.match(rest.mask):
                rest = rest.slice(filler.end()).strip()
            return put_together(verb, rest, scene)
    return None


def put_together(verb: str, rest: Words, scene: Scene) -> tuple[str, Words]:
    """The verb with its first part, where that stands behind: "bring den Müll raus"."""
    language = scene.language
    for apart in reversed(list(language.grammar.separable.finditer(rest.mask))):
        behind = rest.slice(apart.end()).strip()
        whole = apart["first"].lower() + verb
        is_last = not behind.text or read_when(behind, scene.now, language) is not None
        if is_last and whole in language.verbs:
            return whole, Words.joined(rest.slice(0, apart.start()), behind)
    return verb, rest


INTENTS = {"create_ordered": Intent(create_ordered)}
