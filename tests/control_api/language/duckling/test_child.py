"""The process that reads ends with whoever asked it, without a word."""

import socket
import subprocess
import sys

from tests.patience import PATIENCE_S

COMMAND = [sys.executable, "-m", "control_api.language.duckling.child"]


def test_it_ends_quietly_when_who_asked_is_gone_and_has_not_heard_the_answer() -> None:
    ours, theirs = socket.socketpair()
    end = theirs.fileno()
    with subprocess.Popen(COMMAND, stdin=end, stdout=end, stderr=subprocess.PIPE) as child:
        theirs.close()
        ours.recv(1)  # it has begun; what else it said is not heard, so that the line breaks
        ours.close()
        _, said = child.communicate(timeout=PATIENCE_S)
    assert (child.returncode, said) == (0, b"")
