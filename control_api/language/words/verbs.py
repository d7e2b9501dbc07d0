"""What is to be done, and with what: "call Sarah" and "Sarah anrufen" are a verb and a thing."""

import re

import msgspec

from control_api.language.words.language import Language

_LAST_WORD = re.compile(r"\S+$")


class Deed(msgspec.Struct, frozen=True):
    """A text that may say what to do, with places in it."""

    verb: str
    """Where a verb would stand, in small letters; nothing in an empty text."""
    rest: str
    start: int
    """Of the rest."""

    def is_one(self, language: Language) -> bool:
        """Whether a verb stands there."""
        return self.verb in language.verbs


def deed_in(text: str, language: Language) -> Deed:
    """The text taken apart; what it says need not be a deed."""
    if not language.grammar.verb_last:
        verb, space, rest = text.partition(" ")
        return Deed(verb.lower(), rest, len(verb) + len(space))
    text = text.rstrip()
    found = _LAST_WORD.search(text)
    if found is None:
        return Deed("", "", 0)
    # A noun has a capital, as "Essen"; where all is small it may be either.
    is_noun = found[0][:1].isupper() and bool(found.start())
    verb = found[0] if is_noun else infinitive(found[0], language).lower()
    return Deed(verb, text[: found.start()].rstrip(), 0)


def infinitive(text: str, language: Language) -> str:
    """The text with its verb as titles have it: "Sarah anrufen" for "Sarah anzurufen"."""
    text = _as_somebody_does_it(text, language)
    for plain, pattern in language.grammar.infinitives:
        text = pattern.sub(plain, text)
    return _plainly(text, language)


def _as_somebody_does_it(text: str, language: Language) -> str:
    """The text with the infinitive for what somebody does: "que j'appelle Sarah"."""
    found = language.grammar.finite.match(text)
    infinitive_of = language.grammar.infinitive_of
    if found is None or found["verb"].lower() not in infinitive_of:
        return text
    return found["kept"] + infinitive_of[found["verb"].lower()] + text[found.end() :]


def _plainly(text: str, language: Language) -> str:
    """The text with what is to be done in its plain form: "pay the plumber" for "paying ..."."""
    found = language.grammar.doing.match(text)
    # "Running shoes" are no errand, "calling mum" is one.
    people = language.rows.first_names | language.rows.family
    if found is None or not (found["article"] or found["object"].lower() in people):
        return text
    root = found["root"].lower()
    plain = next((verb for verb in (root, f"{root}e", root[:-1]) if verb in language.verbs), None)
    return text if plain is None else plain + text[found.end("doing") :]


def joined(verb: str, rest: str, language: Language) -> str:
    """The verb and the thing in the order of the language."""
    return f"{rest} {verb}" if language.grammar.verb_last else f"{verb} {rest}"
