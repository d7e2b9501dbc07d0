"""The control API over loopback: create, list, interpret, and how soon an event is at a client."""

import threading
import time
from collections.abc import Callable

import msgspec

from bench.conversation.stack import Stack
from bench.equipment.results import Figure, figure

ROUNDS = 300
SENTENCES = (
    "Remind me to call Sarah tomorrow at three.",
    "What's on for Friday?",
    "Add milk and eggs to my shopping list.",
    "Move the dentist to next Monday at ten.",
    "Done with calling Sarah.",
    "I need to renew the passport by the end of the month.",
    "Delete the dentist.",
    "What do I have to do this week?",
    "Rename call Sarah to call Sarah about the invoice.",
    "How tall is the Eiffel Tower?",
)


def timed_ms(action: Callable[[], object]) -> float:
    """Milliseconds that `action` took."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def tasks_over_http(stack: Stack) -> list[Figure]:
    """Create and list, one after the other, from a client with a kept connection."""
    with stack.api() as client:
        create = [
            timed_ms(
                lambda i=i: client.post(  # type: ignore[misc]
                    "/tasks", json={"title": f"Measured {i}", "due": "2031-05-06"}
                ).raise_for_status()
            )
            for i in range(ROUNDS)
        ]
        listing = [
            timed_ms(lambda: client.get("/tasks", params={"limit": 50}).raise_for_status())
            for _ in range(ROUNDS)
        ]
    return [
        figure("task create over HTTP", "ms", create),
        figure("task list over HTTP", "ms", listing),
    ]


def interpretation(stack: Stack) -> Figure:
    """Time a sentence through `POST /commands` as a dry run, with 300 open tasks around."""
    with stack.api() as client:
        took = [
            timed_ms(
                lambda i=i: client.post(  # type: ignore[misc]
                    "/commands",
                    json={"text": SENTENCES[i % len(SENTENCES)], "dry_run": True},
                ).raise_for_status()
            )
            for i in range(ROUNDS)
        ]
    return figure("command interpretation over HTTP", "ms", took, open_tasks=ROUNDS)


def event_to_client(stack: Stack) -> Figure:
    """From sending a change to its server-sent event at another client."""
    arrived: dict[str, float] = {}
    connected = threading.Event()

    def listen() -> None:
        with stack.api() as client, client.stream("GET", "/events", timeout=None) as stream:
            connected.set()
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    event = msgspec.json.decode(line[5:])
                    arrived[event["after"]["title"]] = time.perf_counter()
                    if event["after"]["title"] == "Event last":
                        return

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    connected.wait(10)
    sent: dict[str, float] = {}
    with stack.api() as client:
        for title in [*(f"Event {i}" for i in range(100)), "Event last"]:
            sent[title] = time.perf_counter()
            client.post("/tasks", json={"title": title}).raise_for_status()
            time.sleep(0.02)
    listener.join(10)
    took = [(arrived[title] - at) * 1000 for title, at in sent.items() if title in arrived]
    return figure("change to server-sent event", "ms", took, lost=len(sent) - len(took))
