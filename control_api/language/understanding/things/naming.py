"""Which project, tag, person or saved filter is meant, and what a new one is called."""

from typing import TypeVar

from control_api.language.understanding.names import find_project
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import words_of
from control_api.language.words.sentence import Words
from shared.things import Person, Project, SavedFilter, Tag

LONGEST_NAME_WORDS = 8
"""Who says more than that tells a story."""

Named = TypeVar("Named", Project, Tag, Person, SavedFilter)


def thing_named(said: Words, kind: type[Named], scene: Scene) -> Named | None:
    """The thing of that kind and name, or nickname; None when there is none."""
    things = things_of(kind, scene)
    by_name = {name: thing for thing in reversed(things) for name in _names(thing)}
    said = without_article(said, scene.language)
    for text in (said.text, said.text.removeprefix("#"), _unowned(said.text, scene.language)):
        found = find_project(text.strip('" '), list(by_name), scene.language)
        if found is not None:
            return by_name[found]
    return _by_a_part(said.text, things, scene.language)


def things_of(kind: type[Named], scene: Scene) -> list[Named]:
    """All of a kind, the oldest first."""
    return [thing for thing in scene.known.things if isinstance(thing, kind)]


def new_name(said: Words, language: Language) -> str:
    """What a new one is called: as it was said, without quotes; nothing for what is no name."""
    said = without_article(said, language)
    name = said.text.strip(" \t,;:.!?\"'")
    goes_on = "," in said.mask.strip(" ,")  # and that is no name
    return "" if goes_on or len(name.split()) > LONGEST_NAME_WORDS else name


def with_capital(name: str) -> str:
    """As lists and people are written."""
    return name[:1].upper() + name[1:]


def without_article(said: Words, language: Language) -> Words:
    """Without "the", "my" and the like before it."""
    article = language.things.article.match(said.mask)
    return said.slice(article.end()) if article else said


def _by_a_part(said: str, things: list[Named], language: Language) -> Named | None:
    """The only one whose name has all those words: "the launch project"."""
    words = set(words_of(said, language))
    found = [thing for thing in things if words and words <= set(words_of(thing.name, language))]
    return found[0] if len(found) == 1 else None


def _unowned(said: str, language: Language) -> str:
    """Without what says that something is theirs: "Anna's"."""
    return language.things.owns.sub("", said)


def _names(thing: Named) -> list[str]:
    return [thing.name, *thing.nicknames] if isinstance(thing, Person) else [thing.name]
