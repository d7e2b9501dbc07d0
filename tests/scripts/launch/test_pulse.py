"""When a program counts as hanging: by looks of so many seconds that the test makes up."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from scripts.launch import pulse
from scripts.launch.pulse import BUSY_HANGS_AFTER, HANGS_AFTER, LONGEST_LOOK, Silence, answers
from scripts.machine.ports import free_port

LOOK = 3.0


def looks_until_hanging(silence: Silence, *, worked: float) -> float:
    """Seconds of looks without an answer, until they are too many."""
    seconds = LOOK
    while not silence.look(answered=False, took=LOOK, worked=worked):
        seconds += LOOK
    return seconds


def test_a_program_that_does_nothing_is_found_hanging_within_ten_seconds() -> None:
    assert HANGS_AFTER <= looks_until_hanging(Silence(), worked=0.0) <= 10.0


def test_a_program_that_works_may_be_slow_and_is_given_longer() -> None:
    seconds = looks_until_hanging(Silence(), worked=LOOK / 2)
    assert BUSY_HANGS_AFTER <= seconds < BUSY_HANGS_AFTER + LOOK


def test_an_answer_ends_the_silence() -> None:
    silence = Silence()
    for _ in range(100):
        assert not silence.look(answered=False, took=LOOK, worked=0.0)
        assert not silence.look(answered=False, took=LOOK, worked=0.0)
        assert not silence.look(answered=True, took=0.1, worked=0.0)


def test_time_in_which_nobody_could_listen_is_no_silence() -> None:
    asleep = 8 * 3600.0
    silence = Silence()
    silence.look(answered=False, took=HANGS_AFTER - 1, worked=0.0)
    assert not silence.look(answered=False, took=asleep, worked=0.0)
    assert looks_until_hanging(silence, worked=0.0) >= HANGS_AFTER


def test_a_look_that_waits_for_an_answer_to_its_end_still_counts() -> None:
    assert pulse.EVERY + 2 * pulse.ANSWER_WITHIN < LONGEST_LOOK


@pytest.fixture
def unready() -> Iterator[str]:
    """A program that says what is missing."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(503)

        def log_message(self, *_: object) -> None:
            return

    server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_any_answer_is_a_sign_of_life(unready: str) -> None:
    assert answers(unready)
    assert not answers(f"http://127.0.0.1:{free_port()}/")
