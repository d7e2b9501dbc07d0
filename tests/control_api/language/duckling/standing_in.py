"""A child that does what the words say, to see what becomes of its parent then.

Run as ``python standing_in.py LOG``: each question goes into the log before it is dealt with.
"""

import os
import sys
import time
from pathlib import Path

from control_api.language.duckling.messages import (
    Answer,
    BrokenOffError,
    Phrase,
    Question,
    receive,
    send,
)


def main() -> None:
    log = Path(sys.argv[1])
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    send(answers, Answer([], 0.0))
    answers.flush()
    while True:
        try:
            question = receive(questions, Question)
        except BrokenOffError:
            return
        with log.open("a") as lines:
            print(os.getpid(), question.text, file=lines)
        if question.text == "hang":
            time.sleep(600)
        elif question.text == "die":
            os._exit(3)
        elif question.text == "die slowly":
            os.closerange(0, 3)
            time.sleep(0.5)
            os._exit(3)
        elif question.text == "garbage":
            answers.write(b"\x00\x00\x00\x04none")
        elif question.text == "a flood":
            answers.write(b"\xff" * 100)
        else:
            send(answers, Answer([Phrase(0, 4, "day", question.now)], 0.001))
        answers.flush()


if __name__ == "__main__":
    main()
