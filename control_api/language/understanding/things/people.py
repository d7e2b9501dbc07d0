"""Sentences about people: add one, what they are called and how to reach them, delete one."""

import re

from control_api.engine.plan import CommandPlan
from control_api.language.times.phrases import read_when
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, ask, plan, refuse
from control_api.language.understanding.things.naming import (
    new_name,
    thing_named,
    with_capital,
    without_article,
)
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.thing_actions import CreatePerson, DeletePerson, UpdatePerson
from shared.things import Contact, Person

_EMAIL = "email"
_LONGEST_ROLE_WORDS = 3
_IS_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_IS_NUMBER = re.compile(r"\+?[\d\s()/.-]{3,}")


def create(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Somebody whom tasks can be about, or who does them."""
    name = with_capital(new_name(slots["title"], scene.language))
    if not name:
        return None
    existing = thing_named(slots["title"], Person, scene)
    if existing is not None:
        return ask(scene.language.say("person-there-already", name=existing.name), confidence)
    role = slots["text"].text if "text" in slots else ""
    return plan(CreatePerson(name=name, role=role), confidence)


def rename(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Somebody is called otherwise now."""
    person = _person(slots, scene)
    name = with_capital(new_name(slots["title"], scene.language))
    if person is None or not name:
        return None
    return plan(UpdatePerson(person.id, name=name), confidence)


def add_nickname(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Somebody is called so as well."""
    person = _person(slots, scene)
    name = with_capital(new_name(slots["title"], scene.language))
    if person is None or not name or read_when(slots["title"], scene.now, scene.language):
        return None
    nicknames = list(dict.fromkeys([*person.nicknames, name]))
    return plan(UpdatePerson(person.id, nicknames=nicknames), confidence)


def set_role(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What somebody is to the person: their sister, their plumber."""
    person = thing_named(slots["person"], Person, scene)
    role = without_article(slots["text"], scene.language).text
    if person is None or len(role.split()) > _LONGEST_ROLE_WORDS:
        return None
    return plan(UpdatePerson(person.id, role=role), confidence)


def set_contact(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """How to reach somebody, who is added when they are new."""
    kind = scene.language.things.contact_kinds.get(slots["field"].text.lower())
    value = None if kind is None else _contact(kind, slots["text"].text, scene.language)
    if kind is None or value is None or not _whose(slots, scene.language).text:
        return None
    contact = Contact(kind=kind, value=value)
    person = _person(slots, scene)
    if person is None:
        name = with_capital(new_name(_whose(slots, scene.language), scene.language))
        return plan(CreatePerson(name=name, contacts=[contact]), confidence) if name else None
    others = [each for each in person.contacts if each.kind != kind]
    return plan(UpdatePerson(person.id, contacts=[*others, contact]), confidence)


def set_known_contact(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same of somebody who is known."""
    if _person(slots, scene) is None:
        return None
    return set_contact(slots, scene, confidence)


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Somebody is one of the person's people no more."""
    person = thing_named(slots["person"], Person, scene)
    if person is None:
        none = scene.language.say("person-none-called", name=slots["person"].text)
        return refuse(none, confidence)
    return plan(DeletePerson(person.id), confidence)


def _person(slots: Slots, scene: Scene) -> Person | None:
    whose = _whose(slots, scene.language)
    return thing_named(whose, Person, scene) if whose.text else None


def _whose(slots: Slots, language: Language) -> Words:
    """Of whom it is said: "Anna", "Anna's"; nothing where the owner is not marked as one."""
    if "person" in slots:
        return slots["person"]
    mark = language.things.owns.search(slots["owner"].mask)
    return slots["owner"].slice(0, mark.start() if mark else 0)


def _contact(kind: str, said: str, language: Language) -> str | None:
    """The address or number as it is written; None for what is none."""
    if kind == _EMAIL:
        for sign, spoken in language.things.email_signs:
            said = spoken.sub(sign, said)
        return said if _IS_EMAIL.fullmatch(said) else None
    if kind in {"phone", "mobile"}:
        return said if _IS_NUMBER.fullmatch(said) else None
    return said


INTENTS = {
    "create_person": Intent(create),
    "rename_person": Intent(rename, rename),
    "add_nickname": Intent(add_nickname, add_nickname),
    "set_role": Intent(set_role, set_role),
    "set_contact": Intent(set_contact, set_known_contact),
    "delete_person": Intent(delete),
}
