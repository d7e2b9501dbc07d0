"""A tiny program that answers over HTTP, and behaves as its environment tells it to."""

import http.server
import os
import signal
import subprocess
import sys
import threading
from types import FrameType


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


def main() -> None:
    behaviour = os.environ.get("BEHAVIOUR", "")
    print("pid", os.getpid(), flush=True)
    if behaviour == "fails":
        print("the model is missing", flush=True)
        sys.exit(3)
    if behaviour == "has a child":
        # It ignores SIGTERM as its parent does not, so that only its parent's group reaches it.
        grandchild = subprocess.Popen(
            [sys.executable, "-c", "import signal; signal.signal(15, 1); signal.pause()"]
        )
        print("pid", grandchild.pid, flush=True)
    if "spare" in sys.argv and not sys.stdin.readline():
        return
    server = http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Answer)
    asked = 0

    def on_term(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked += 1
        print("asked to stop", flush=True)
        if behaviour == "stubborn" or (behaviour == "asks twice" and asked == 1):
            return
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, on_term)
    server.serve_forever()
    print("stopped", flush=True)


if __name__ == "__main__":
    main()
