"""Names inside a question, which they must not be able to pass for."""

from control_api.language.words.language import Language
from shared.bells import Alarm, Timer
from shared.tasks import Task
from shared.things import Comment, Occurrence, Thing
from shared.voice_settings import VoiceSettings

_LONGEST_NAME = 80
"""Characters: a title is not to talk over the question that it stands in."""


def quoted(subject: Task | Thing, language: Language) -> str:
    """What a task or thing is called, in quotes."""
    match subject:
        case Task():
            return in_quotes(subject.title, language)
        case Comment():
            return language.say("quoted-comment", quoted=in_quotes(subject.text, language))
        case Timer() | Alarm() if subject.label.strip():
            name = in_quotes(subject.label, language)
            return language.say(f"quoted-{subject.KIND}-named", quoted=name)
        case Timer() | Alarm() | Occurrence() | VoiceSettings():
            return language.say(f"quoted-{subject.KIND}")
        case _:
            return in_quotes(subject.name, language)


def in_quotes(name: str, language: Language) -> str:
    """A name that can't be taken for a part of the question: short, in one line, in quotes."""
    marks = language.say("quoted-name", name="").split()
    plain = " ".join(name.translate(dict.fromkeys(map(ord, "".join(marks)), "'")).split())
    if len(plain) > _LONGEST_NAME:
        plain = language.say("quoted-cut", name=plain[:_LONGEST_NAME].rstrip())
    return language.say("quoted-name", name=plain)
