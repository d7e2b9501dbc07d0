"""Children that hang, die, eat memory or talk nonsense keep nobody from being answered."""

import functools
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from control_api.language.duckling.messages import Answer, Question
from control_api.language.duckling.pool import Pool
from control_api.language.duckling.reader import Reader
from control_api.language.duckling.unread import OverrunError, UnavailableError
from tests.patience import PATIENCE_S, wait_until

ROOT = Path(__file__).parents[4]
STANDING_IN = Path(__file__).with_name("standing_in.py")
NOW = datetime(2026, 11, 21, 10)  # noqa: DTZ001 (wall-clock time)
ENDLESS = ",".join(["mon"] * 14)
GENEROUS_S = 2 * PATIENCE_S
"""A child is the last to get a processor that others want, too."""


def about(text: str, allowance_s: float = 60.0) -> Question:
    return Question(text, NOW, [(0, len(text))], allowance_s, "EN_US")


def has_ended(pid: int) -> bool:
    """Whether nothing is left of it but what its parent has to know."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


class Asked:
    """A pool of stand-ins, and what they were asked."""

    def __init__(self, log: Path) -> None:
        self._log = log
        log.touch()
        self.command = (sys.executable, str(STANDING_IN), str(log))

    def questions(self) -> list[tuple[int, str]]:
        lines = [line.partition(" ") for line in self._log.read_text().splitlines()]
        return [(int(pid), text) for pid, _, text in lines]

    def texts(self) -> list[str]:
        return [text for _, text in self.questions()]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path / "asked")


@pytest.fixture
def pool(asked: Asked) -> Iterator[Pool]:
    pool = Pool(asked.command, wait_s=GENEROUS_S, patience_s=GENEROUS_S)
    yield pool
    pool.close()


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    reader.wait_until_ready(GENEROUS_S)
    yield reader
    reader.end()


def test_a_question_is_answered(pool: Pool) -> None:
    answer = pool.ask(about("soon"))
    assert [phrase.value for phrase in answer.phrases] == [NOW]


@pytest.mark.fault
def test_a_child_that_hangs_is_ended_and_the_next_question_is_answered(asked: Asked) -> None:
    pool = Pool(asked.command, wait_s=GENEROUS_S, patience_s=0.2)
    with pytest.raises(UnavailableError):
        pool.ask(about("hang"))
    ((hanging, _),) = asked.questions()
    wait_until(lambda: not Path(f"/proc/{hanging}").exists())
    pool.close()


@pytest.mark.fault
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("die", OverrunError),
        ("die slowly", OverrunError),
        ("garbage", UnavailableError),
        ("a flood", UnavailableError),
    ],
)
def test_a_child_that_fails_is_replaced(
    pool: Pool, asked: Asked, fault: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        pool.ask(about(fault))
    assert pool.ask(about("soon")).phrases
    (failed, _), (other, _) = asked.questions()
    assert failed != other
    assert not Path(f"/proc/{failed}").exists()


@pytest.mark.fault
def test_a_child_killed_in_the_middle_of_a_question_is_no_fault_of_the_text(
    pool: Pool, asked: Asked
) -> None:
    errors: list[Exception] = []

    def ask() -> None:
        try:
            pool.ask(about("hang"))
        except UnavailableError as error:
            errors.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    wait_until(lambda: asked.texts() == ["hang"])
    os.kill(asked.questions()[0][0], signal.SIGKILL)
    asking.join(GENEROUS_S)
    assert len(errors) == 1
    assert pool.ask(about("soon")).phrases


@pytest.mark.fault
def test_a_child_killed_while_it_rests_is_not_missed(pool: Pool, asked: Asked) -> None:
    for number in range(5):
        assert pool.ask(about(f"soon {number}")).phrases
        pid, _ = asked.questions()[-1]
        os.kill(pid, signal.SIGKILL)
        wait_until(functools.partial(has_ended, pid))
    assert len(asked.questions()) == 5


def hang(pool: Pool) -> None:
    with pytest.raises(UnavailableError):
        pool.ask(about("hang"))


def test_others_are_answered_while_children_hang(pool: Pool, asked: Asked) -> None:
    hanging = [threading.Thread(target=hang, args=(pool,)) for _ in range(2)]
    for each in hanging:
        each.start()
    wait_until(lambda: asked.texts() == ["hang", "hang"])
    assert pool.ask(about("soon")).phrases
    pool.close()
    for each in hanging:
        each.join(GENEROUS_S)


@pytest.mark.fault
def test_who_finds_no_child_free_is_told_so_in_time(asked: Asked) -> None:
    pool = Pool(asked.command, most=1, wait_s=0.1, patience_s=GENEROUS_S)
    pool.ask(about("soon"))
    hanging = threading.Thread(target=hang, args=(pool,))
    hanging.start()
    wait_until(lambda: "hang" in asked.texts())
    with pytest.raises(UnavailableError, match="too much to read just now"):
        pool.ask(about("later"))
    assert "later" not in asked.texts()
    pool.close()
    hanging.join(GENEROUS_S)


@pytest.mark.fault
def test_children_that_can_not_be_started_are_no_reason_to_wait_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("control_api.language.duckling.pool.START_S", 0.5)
    pool = Pool((sys.executable, "-c", "raise SystemExit(1)"))
    with pytest.raises(UnavailableError):
        pool.ask(about("soon"))
    pool.close()


@pytest.mark.fault
def test_the_system_ends_a_child_that_takes_longer_than_it_may(reader: Reader) -> None:
    with pytest.raises(OverrunError):
        reader.ask(about(ENDLESS, allowance_s=0.2), GENEROUS_S)
    assert reader.process.returncode == -signal.SIGPROF


@pytest.mark.fault
@pytest.mark.skipif(
    sys.platform != "linux", reason="other systems don't limit what a process holds"
)
def test_the_system_ends_a_child_that_takes_more_memory_than_it_may(reader: Reader) -> None:
    with pytest.raises(OverrunError):
        reader.ask(about(ENDLESS, allowance_s=GENEROUS_S), GENEROUS_S)
    assert reader.process.returncode == -signal.SIGABRT


def test_what_a_child_took_is_told(reader: Reader) -> None:
    answer: Answer = reader.ask(about("mon,mon,mon,mon,mon,mon"), GENEROUS_S)
    assert answer.spent_s > 0


def test_a_child_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVEKIT_API_SECRET", "canary")
    reader = Reader()
    environ = Path(f"/proc/{reader.process.pid}/environ")
    assert b"canary" not in environ.read_bytes()
    reader.end()


@pytest.mark.fault
def test_children_end_with_their_parent() -> None:
    script = (
        "from datetime import datetime\n"
        "from control_api.language.duckling import finding\n"
        "from control_api.requests.spoken import ENGLISH\n"
        "finding.find_phrases('tomorrow', datetime(2026, 1, 1), ENGLISH)\n"
        "print(*[each.process.pid for each in finding._pool._idle], flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        children = parent.stdout.readline().split()
        assert children
        assert all(Path(f"/proc/{int(pid)}").exists() for pid in children)
        parent.kill()
    wait_until(lambda: not any(Path(f"/proc/{int(pid)}").exists() for pid in children))
