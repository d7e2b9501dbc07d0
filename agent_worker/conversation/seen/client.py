"""The client of one conversation, which also tells what each command came to, and how long."""

import time
from collections.abc import Callable

from shared.client import SaydoClient
from shared.outcomes import CommandRequest, Outcome

Told = Callable[[CommandRequest, Outcome, float], None]
"""Is given what was asked, what came of it, and the milliseconds that it took."""


def _nobody(request: CommandRequest, outcome: Outcome, took_ms: float) -> None:
    """Let it be."""


class TimedClient(SaydoClient):
    """All that a conversation asks goes through here, so this is where it is seen."""

    tell: Told = staticmethod(_nobody)

    async def command(
        self, request: CommandRequest, *, idempotency_key: str | None = None
    ) -> Outcome:
        """Have it carried out; see `SaydoClient.command`, which raises the same."""
        began = time.perf_counter()
        outcome = await super().command(request, idempotency_key=idempotency_key)
        self.tell(request, outcome, (time.perf_counter() - began) * 1000)
        return outcome
