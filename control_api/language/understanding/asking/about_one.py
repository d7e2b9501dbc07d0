"""Questions about one task: when it is due, who has it, whether it is done."""

from control_api.engine.plan import CommandPlan
from control_api.language.filters.nodes import All, HasText, Node, write
from control_api.language.times.phrases import read_when
from control_api.language.times.places import is_vague
from control_api.language.times.said_times import When, find_times, merge
from control_api.language.understanding.intent import Intent, Reader
from control_api.language.understanding.names import find_task, fitting_tasks, is_it
from control_api.language.understanding.scene import Scene, answer, plan
from control_api.language.understanding.titles import is_foreign
from control_api.language.wording.phrasing import at_start, capital, in_sentence, number
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import is_past, stem
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.verbs import joined
from shared.actions import ListTasks, Question
from shared.tasks import Task

_READ_OUT = 5
_ENDS = (".", "!", "?", "\u2026")
_MOST_WORDS = 6
"""Of what is looked for among what is done; more are a sentence, and no task."""


def asks(question: Question) -> Reader:
    """The reader of a question about a task that is still open; nothing when there is none."""

    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        found = known_task(slots["task"], scene)
        if found is None or isinstance(found, CommandPlan):
            return found
        about = None if is_it(slots["task"].text, scene.language) else slots["task"].text
        return plan(ListTasks(task_id=found.id, question=question, about=about), confidence)

    return read


def known_task(said: Words, scene: Scene) -> Task | CommandPlan | None:
    """The one open task that is meant, the question which one, or None when there is none."""
    language = scene.language
    if is_it(said.text, language):
        return find_task(said, scene) if scene.known.mentioned else None
    fitting = fitting_tasks(said.text, scene.known.open_tasks, language, strict=True)
    if len(fitting) == 1:
        return fitting[0]
    found = find_task(said, scene, strict=True)
    return found if fitting or isinstance(found, Task) else None


def comments_on(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was said about a task, the latest first."""
    task = known_task(slots["task"], scene)
    if task is None or isinstance(task, CommandPlan):
        return task
    texts = [each.text for each in scene.past().comments if each.task_id == task.id]
    if not texts:
        return answer(scene.language.say("comments-none", task=at_start(task.title)), confidence)
    said = " ".join(map(_ended, texts[:_READ_OUT]))
    title = in_sentence(task.title, scene.language)
    return answer(
        capital(
            scene.language.say(
                "comments-are",
                count=len(texts),
                number=number(len(texts), scene.language),
                title=title,
                said=said,
            )
        ),
        confidence,
    )


def parts_of(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What a task is made of, as far as it is still to do."""
    task = known_task(slots["task"], scene)
    if task is None or isinstance(task, CommandPlan):
        return task
    titles = [
        in_sentence(each.title, scene.language)
        for each in scene.known.open_tasks
        if each.parent_id == task.id
    ]
    if not titles:
        return answer(scene.language.say("parts-none", task=at_start(task.title)), confidence)
    named = titles[:_READ_OUT]
    more = len(titles) - len(named)
    if more:
        named.append(scene.language.say("as-many-more", count=str(more)))
    return answer(
        scene.language.say(
            "parts-are",
            count=len(titles),
            number=number(len(titles), scene.language),
            task=at_start(task.title),
            named=scene.language.listed(named),
        ),
        confidence,
    )


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def without_time(said: Words, scene: Scene) -> tuple[Words, When | None]:
    """What is named apart from the times in the words, and the times: "a call", "tomorrow"."""
    language = scene.language
    times = [
        when
        for when in find_times(said.mask, scene.now, language)
        if not is_vague(when, said.mask, language)
    ]
    rest = said
    for when in reversed(times):
        rest = rest.without(when.start, when.end)
    rest = rest.strip()
    rest = rest.slice(0, len(language.names.before_a_time.sub("", rest.mask))).strip()
    left = language.listing.left_of_a_time.match(rest.mask)
    return rest.slice(left.end()) if left and times else rest, merge(times)


def when_mine(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """When something of the person's own is, which may be on no list; alarms are no tasks."""
    language = scene.language
    if is_foreign(slots["task"], language):
        return None
    known = asks("when")(slots, scene, confidence)
    if known is not None:
        return known
    named, when = without_time(slots["task"], scene)
    # "The dentist appointment" may be the task to call the dentist.
    kind = language.listing.own.search(named.mask)
    if kind is not None and kind.start() > 0:
        near = asks("when")({"task": named.slice(0, kind.start()).strip()}, scene, confidence)
        if near is not None:
            return near
    said = language.listing.leading.sub("", named.text).strip('" ')
    first, last = when.range() if when is not None else (None, None)
    action = ListTasks(
        due_from=first.isoformat() if first else None,
        due_to=last.isoformat() if last else None,
        search=said,
        question="when",
    )
    return plan(action, confidence)


def when_own(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same of "the flight", which is hardly anybody else's."""
    own = scene.language.listing.own.search(slots["task"].mask)
    if own is None or scene.language.listing.of_all.search(slots["task"].mask):
        return None
    if "when" in slots and read_when(slots["when"], scene.now, scene.language) is None:
        return None
    named = slots["task"].then(slots["when"]) if "when" in slots else slots["task"]
    return when_mine({**slots, "task": named}, scene, confidence)


def of_own(question: Question) -> Reader:
    """The reader of a question about what comes, be it on no list: "who is at the meeting"."""

    def read(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
        language = scene.language
        named, when = without_time(slots["task"], scene)
        for said in (slots["task"], named):
            known = asks(question)({"task": said}, scene, confidence) if said.text else None
            if known is not None:
                return known
        if not language.listing.own.search(named.mask) or language.listing.of_all.search(
            named.mask
        ):
            return None
        first, last = when.range() if when is not None else (None, None)
        action = ListTasks(
            due_from=first.isoformat() if first else None,
            due_to=last.isoformat() if last else None,
            search=language.listing.leading.sub("", named.text).strip('" '),
            question=question,
        )
        return plan(action, confidence)

    return read


def is_done(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether a thing is done: it may be open still, or done, which only the store knows."""
    said = slots["task"]
    if is_foreign(said, scene.language):
        return None
    found = known_task(said, scene)
    if isinstance(found, CommandPlan):
        return found
    if found is not None:
        about = _thing_named(said, scene.language)
        return plan(ListTasks(task_id=found.id, question="is_done", about=about), confidence)
    looked_for = _words_as_filter(said, scene.language)
    if looked_for is None or is_it(said.text, scene.language):
        return None
    action = ListTasks(
        status="done",
        filter=looked_for,
        sort="finished",
        limit=1,
        question="is_done",
        about=_as_said(said, scene.language),
    )
    return plan(action, confidence)


def did_i(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether the person did something that a task may be of: "did I water the plants"."""
    language = scene.language
    verb = slots["task"].mask.lower().split()[0]
    if language.creating.to_the_assistant.search(slots["task"].mask):
        return None
    if stem(verb, language) not in {stem(each, language) for each in language.verbs}:
        return None
    return is_done(slots, scene, confidence)


def is_done_to(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same about the thing: "is the rent paid"."""
    said = slots["thing"].then(slots["verb"])
    cut = said.mask.rfind(" ")
    thing, verb = said.slice(0, cut), said.slice(cut + 1)
    if not is_past(verb.mask.lower(), scene.language):
        return None
    return did_i({**slots, "task": verb.then(thing)}, scene, confidence)


def waits_for(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What a task waits for."""
    found = known_task(slots["task"], scene)
    if found is None or isinstance(found, CommandPlan):
        return found
    action = ListTasks(
        needed_by=found.id, question="waits_for", about=in_sentence(found.title, scene.language)
    )
    return plan(action, confidence)


def _thing_named(said: Words, language: Language) -> str | None:
    """What it was called, unless that is a deed: "paid the rent" is no name of a task."""
    first = said.mask.lower().split()[0]
    is_deed = is_past(first, language) or first in language.verbs
    return None if is_deed or is_it(said.text, language) else said.text


def _as_said(said: Words, language: Language) -> str:
    """The deed in its plain form: "pay the rent" for "paid the rent"."""
    first, _, rest = said.text.partition(" ")
    verb = language.past.get(first.lower(), first)
    return joined(verb, rest, language) if rest else verb


def _words_as_filter(said: Words, language: Language) -> str | None:
    """A filter for tasks with the words that tell which one is meant."""
    words = [word.strip("'") for word in said.mask.lower().split()]
    words = [word for word in words if word.isalnum() and word not in language.unimportant]
    telling = words[1:] if len(words) > 1 and _is_verb(words[0], language) else words
    if not 0 < len(telling) <= _MOST_WORDS:
        return None
    parts: list[Node] = [HasText(word) for word in telling]
    return write(parts[0] if len(parts) == 1 else All(tuple(parts)))


def _is_verb(word: str, language: Language) -> bool:
    return word in language.verbs or is_past(word, language)


INTENTS = {
    "ask_comments": Intent(comments_on, comments_on),
    "ask_parts": Intent(parts_of, parts_of),
    "ask_when": Intent(when_mine, asks("when")),
    "ask_when_own": Intent(when_own),
    "ask_deadline": Intent(asks("deadline"), asks("deadline")),
    "ask_who": Intent(asks("who"), asks("who")),
    "ask_who_comes": Intent(of_own("who")),
    "ask_where": Intent(asks("where"), asks("where")),
    "ask_notes": Intent(asks("notes"), asks("notes")),
    "ask_details": Intent(asks("details"), asks("details")),
    "ask_details_own": Intent(of_own("details")),
    "ask_how_long": Intent(asks("how_long"), asks("how_long")),
    "ask_how_many_of": Intent(asks("how_many_of"), asks("how_many_of")),
    "ask_is_done": Intent(is_done),
    "ask_did_i": Intent(did_i),
    "ask_is_done_to": Intent(is_done_to),
    "ask_waits_for": Intent(waits_for, waits_for),
}
