"""What the worker counts, for Prometheus. Names of stages are those of a turn's record."""

from collections.abc import Callable
from typing import get_args

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest

from agent_worker.model_host.protocol import HostHealth
from agent_worker.models.catalogue import Role

TURN_SECONDS = Histogram(
    "saydo_turn_seconds",
    "How long each stage of a turn took",
    ["stage"],
    buckets=[0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0],
)
SLOW_TURNS = Counter("saydo_slow_turns", "Turns whose answer began after more than two seconds")
INTERRUPTIONS = Counter("saydo_interruptions", "Replies that the person cut short")
PROVIDER_ERRORS = Counter(
    "saydo_provider_errors", "What hears, thinks or speaks has failed", ["role", "provider"]
)
PROVIDER_USE = Counter(
    "saydo_provider_use",
    "What was used of providers elsewhere: seconds of sound, characters, tokens",
    ["role", "provider", "model", "unit"],
)
PROVIDER_COST = Counter(
    "saydo_provider_cost_usd",
    "What providers elsewhere have cost, by the prices that are known",
    ["role", "provider", "model"],
)
MONTH_COST = Gauge("saydo_month_cost_usd", "What they have cost this month, restarts included")
BUDGET = Gauge("saydo_budget_usd", "What they may cost in a month; infinite where nobody says")
TURNS_NOT_KEPT = Counter("saydo_turns_not_kept", "Records of turns that the control API never got")
CONVERSATIONS = Gauge("saydo_conversations", "Conversations that go on")
MOST_CONVERSATIONS = Gauge("saydo_most_conversations", "Conversations that are taken at a time")
HOST_UP = Gauge("saydo_model_host_up", "Whether the model host answers: 1 or 0")
HOST_QUEUE = Gauge("saydo_model_host_queue", "Requests that wait or are worked on", ["role"])
HOST_MEMORY = Gauge("saydo_model_host_resident_bytes", "Memory of the model host")


def watch_spending(month_usd: Callable[[], float], limit_usd: float | None) -> None:
    """Tell from now on what providers elsewhere have cost this month, and what they may."""
    MONTH_COST.set_function(month_usd)
    BUDGET.set(float("inf") if limit_usd is None else limit_usd)


def watch(
    conversations: Callable[[], int], most: int, host: Callable[[], HostHealth | None]
) -> None:
    """Tell from now on how many conversations there are, and how the model host is.

    Each is asked when somebody reads the numbers. `host` answers None while it is away.
    """

    def waiting(role: Role) -> Callable[[], float]:
        def count() -> float:
            health = host()
            return health.engines[role].waiting if health and role in health.engines else 0

        return count

    def resident_bytes() -> float:
        health = host()
        return health.resident_bytes if health else 0

    CONVERSATIONS.set_function(conversations)
    MOST_CONVERSATIONS.set(most)
    HOST_UP.set_function(lambda: host() is not None)
    HOST_MEMORY.set_function(resident_bytes)
    for role in get_args(Role):
        HOST_QUEUE.labels(role).set_function(waiting(role))


async def answer(request: web.Request) -> web.Response:
    """Give all numbers in the format of Prometheus."""
    del request
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})
