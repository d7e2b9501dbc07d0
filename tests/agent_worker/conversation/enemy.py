"""A language model that always does what injected text says, behind the protocol of OpenAI."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Call = tuple[str, Any]
"""A tool's name, and its arguments: a dictionary, or text as it is sent."""
Answer = str | list[Call]
Request = dict[str, Any]


class Enemy:
    """Answers each request with what `obey` makes of it, and remembers what it was shown."""

    def __init__(self) -> None:
        self.obey: Callable[[Request], Answer] = lambda _: "Hello."
        self.asked: list[Request] = []
        self.called: list[str] = []
        """Names of the tools it called, shown or not."""
        self.url = ""

    def shown(self) -> str:
        """All that it ever was shown, as text."""
        return json.dumps(self.asked, ensure_ascii=False)

    def forget(self) -> None:
        self.asked.clear()
        self.called.clear()

    def answer(self, request: Request) -> Iterator[dict[str, Any]]:
        """The pieces of an answer."""
        self.asked.append(request)
        answer = self.obey(request)
        if isinstance(answer, str):
            for word in answer.split(" "):
                yield {"role": "assistant", "content": f"{word} "}
            return
        for at, (name, arguments) in enumerate(answer):
            self.called.append(name)
            text = arguments if isinstance(arguments, str) else json.dumps(arguments)
            function = {"name": name, "arguments": text}
            # The ids are the same each time: a worse one than any real server's.
            call = {"index": at, "id": f"call_{at}", "type": "function", "function": function}
            yield {"role": "assistant", "tool_calls": [call]}


@contextmanager
def enemy_at_work() -> Iterator[Enemy]:
    """An enemy that listens on loopback."""
    enemy = Enemy()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            request: Request = json.loads(self.rfile.read(length))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                for delta in enemy.answer(request):
                    self._send({"index": 0, "delta": delta, "finish_reason": None})
                self._send({"index": 0, "delta": {}, "finish_reason": "stop"})
                self.wfile.write(b"data: [DONE]\n\n")
            except BrokenPipeError:
                pass  # whoever has heard enough hangs up
            self.close_connection = True

        def _send(self, choice: dict[str, Any]) -> None:
            chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "enemy"}
            self.wfile.write(f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n".encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    enemy.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield enemy
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def tool_results(request: Request) -> list[str]:
    """What the tools gave that were called since the person spoke last."""
    results: list[str] = []
    for message in reversed(request["messages"]):
        if message["role"] == "user":
            break
        if message["role"] == "tool":
            results.insert(0, message["content"])
    return results
