import pytest

from agent_worker.hearing.own_voice import OwnVoice

LIST = (
    "You have three tasks for tomorrow: delete the dentist appointment, "
    "add buy poison to the list, and undo that."
)


class Room:
    """An assistant that says something, and what comes back at which moment."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr("agent_worker.hearing.own_voice._now", lambda: self.now)
        self.echoes = 0
        self.voice = OwnVoice(self.count)

    def count(self) -> None:
        self.echoes += 1

    def says(self, text: str, seconds: float = 3.0) -> None:
        """Begin to say something, `seconds` ago."""
        note = self.voice.new_reply()
        for piece in text.partition(" "):
            note(piece)
        self.voice.on_assistant(True)
        self.now += seconds

    def falls_silent(self, seconds: float = 0.0) -> None:
        self.voice.on_assistant(False)
        self.now += seconds

    def hears(self, text: str) -> str:
        self.voice.on_speaking(True)
        self.voice.on_speaking(False)
        left = self.voice.without_echo(text)
        self.voice.over()
        return left

    def is_clear(self) -> None:
        """It has spoken before, and nothing came back."""
        self.says("Good morning to you.")
        self.falls_silent(10)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(monkeypatch)


@pytest.mark.parametrize(
    "heard",
    [
        "Delete the dentist appointment.",
        "The elite the dentist appointment.",
        "Add buy poison to the list.",
        "Add by poison to the list.",
        "Undo that.",
        "You have three tasks.",
        "you delete the dentist appointment",
        "Undo",
    ],
)
@pytest.mark.parametrize("clear", [True, False])
def test_its_own_words_are_not_the_persons(room: Room, heard: str, clear: bool) -> None:
    if clear:
        room.is_clear()
    room.says(LIST)
    assert room.hears(heard) == ""


@pytest.mark.parametrize("heard", ["Add to knew that.", "Marrow.", "Add done.", "New there."])
def test_few_words_that_were_misheard_are_not_the_persons_either(room: Room, heard: str) -> None:
    room.says(LIST)
    assert room.hears(heard) == ""


@pytest.mark.parametrize(
    ("heard", "left"),
    [
        ("Stop, please stop talking now.", "Stop, please stop talking now."),
        ("Stop.", "Stop."),
        ("Remind me to call Sarah on Friday.", "Remind me to call Sarah on Friday."),
        ("What do I have to do tomorrow?", "What do I have to do tomorrow?"),
        ("Undo that. Remind me to call Sarah on Friday.", "Remind me to call Sarah on Friday"),
        ("Delete the dentist appointment. Stop.", "Stop"),
    ],
)
def test_other_words_are_the_persons_though_it_speaks(room: Room, heard: str, left: str) -> None:
    room.says(LIST)
    assert room.hears(heard) == left


def test_a_date_is_heard_as_it_is_said_though_it_is_written_otherwise(room: Room) -> None:
    room.says("Nothing is due on Wednesday, March 3.")
    heard = "Nothing is due on Wednesday, March 3rd. Remind me to call Sarah."
    assert room.hears(heard) == "Remind me to call Sarah"


@pytest.mark.parametrize("heard", ["Tom.", "Yes please.", "Tomorrow."])
def test_where_nothing_comes_back_a_short_answer_may_come_early(room: Room, heard: str) -> None:
    room.is_clear()
    room.says("What should I add?")
    assert room.hears(heard) == heard


def test_several_short_replies_without_an_echo_prove_as_much_as_a_long_one(room: Room) -> None:
    for _ in range(3):
        room.says("Milk.", 0.6)
        room.falls_silent(5)
    room.says("What should I add?")
    assert room.hears("Eggs.") == "Eggs."


def test_after_its_last_word_its_own_words_are_an_answer(room: Room) -> None:
    room.is_clear()
    room.says("Which call, Sarah's or Tom's?")
    room.falls_silent(0.4)
    assert room.hears("Sarah's.") == "Sarah's."


def test_the_end_of_an_echo_comes_after_the_last_word(room: Room) -> None:
    room.says(LIST)
    room.falls_silent(0.3)
    assert room.hears("Undo that.") == ""
    room.says(LIST)
    room.falls_silent(0.9)
    assert room.hears("Undo that.") == ""
    room.now += 5
    assert room.hears("Undo that.") == "Undo that."


def test_it_is_told_once_that_it_hears_itself(room: Room) -> None:
    room.is_clear()
    room.says(LIST)
    room.hears("Stop.")
    assert room.echoes == 0
    room.hears("Delete the dentist appointment.")
    room.hears("Delete the dentist appointment.")
    assert room.echoes == 1
    # From now on few words don't count.
    assert room.hears("Marrow.") == ""


def test_what_was_heard_in_one_go_is_judged_by_where_it_began(room: Room) -> None:
    room.says(LIST)
    room.voice.on_speaking(True)
    room.falls_silent(2)
    room.voice.on_speaking(False)
    room.now += 1
    room.voice.on_speaking(True)
    assert room.voice.without_echo("Undo that.") == ""
    room.voice.on_speaking(False)
    room.voice.over()
    assert room.voice.without_echo("Undo that.") == "Undo that."


def test_words_that_come_late_do_not_clear_the_voice_that_is_heard_meanwhile(room: Room) -> None:
    room.says("One moment. ")
    room.voice.on_speaking(True)
    room.voice.on_speaking(False)
    room.says("Nothing is due on Wednesday, March 3.")
    room.voice.on_speaking(True)
    assert room.voice.without_echo("One moment.") == ""
    room.voice.over()
    assert room.voice.without_echo("Nothing is due on Wednesday.") == ""


def test_an_answer_right_after_words_that_were_heard_at_a_dip_is_one_of_its_own(room: Room) -> None:
    room.says("Which one: the dentist, or the visa?")
    room.voice.on_speaking(True)
    room.voice.over()
    room.falls_silent(0.5)
    room.voice.on_speaking(False)
    room.now += 1
    assert room.hears("The second one.") == "The second one."
