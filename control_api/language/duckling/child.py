"""The process that reads (``python -m control_api.language.duckling.child``), over its streams.

It ends with its parent, for then there is nothing more to read; and while it reads, a timer of the
system ends it within the allowance.
"""

import os
import resource
import signal
import sys
import time
from contextlib import suppress
from datetime import datetime
from typing import BinaryIO

from control_api.language.duckling.duckling_engine import parse
from control_api.language.duckling.messages import Answer, BrokenOffError, Question, receive, send

MEMORY_BYTES = 256 * 1024 * 1024
"""It has 25 MB of its own, and a text that it reads in time needs no 40 MB more."""
LESS_URGENT_BY = 10
_FIRST, _FIRST_LOCALE = "tomorrow at three", "EN_US"


def main() -> None:
    """Answer until there are no more questions."""
    # Not the address space: Haskell sets a terabyte of that aside.
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Where processors are few, answers to everybody else come first.
    os.nice(LESS_URGENT_BY)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    # The first text takes ten times as long as any other.
    parse(_FIRST, datetime(2026, 1, 1), [(0, len(_FIRST))], _FIRST_LOCALE)  # noqa: DTZ001 (wall-clock time)
    with suppress(BrokenOffError, ConnectionError):
        _say(answers, Answer([], 0.0))
        while True:
            _say(answers, _answer(receive(questions, Question)))


def _answer(question: Question) -> Answer:
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, question.allowance_s)
    phrases = parse(question.text, question.now, question.pieces, question.locale)
    signal.setitimer(signal.ITIMER_PROF, 0)
    return Answer(phrases, time.process_time() - began)


def _say(answers: BinaryIO, answer: Answer) -> None:
    send(answers, answer)
    answers.flush()


if __name__ == "__main__":
    main()
