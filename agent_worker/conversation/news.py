"""What a conversation has to know while it goes on: reminders, and what its person has set."""

import asyncio
import contextlib
from collections.abc import Callable

from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.reminders import Receipt
from shared.voice_settings import VoiceSettings

_COME_BACK_AFTER_S = 3.0


async def follow_news(
    client: SaydoClient,
    *,
    take: Callable[[Receipt], None],
    apply: Callable[[VoiceSettings], None],
) -> None:
    """Pass on what comes, until cancelled; a control API that is away is come back to."""
    while True:
        with contextlib.suppress(SaydoProblemError, SaydoUnreachableError):
            async for each in client.news():
                if isinstance(each, Receipt):
                    take(each)
                else:
                    apply(each)
        await asyncio.sleep(_COME_BACK_AFTER_S)
