"""The plugin's realtime model, which can be left when it has failed."""

import contextlib

from livekit.agents import APIError
from livekit.agents.types import APIConnectOptions
from livekit.plugins import openai

from agent_worker.providers.keys import key_of
from agent_worker.settings.roles import Remote

_CONNECT = APIConnectOptions(max_retry=1, retry_interval=0.5, timeout=2.0)
"""Somebody waits, and others can take over."""


class OpenAiRealtime(openai.realtime.RealtimeModel):
    """The plugin's, with sessions that close whatever they ended with."""

    def session(self, *, turn_detection_disabled: bool = False) -> "_ClosableSession":
        """Begin a session."""
        session = _ClosableSession(self, turn_detection_disabled=turn_detection_disabled)
        self._sessions.add(session)
        return session


class _ClosableSession(openai.realtime.RealtimeSession):
    async def aclose(self) -> None:
        """Close; the error that it ended with was told already, and would keep the agent here."""
        with contextlib.suppress(APIError):
            await super().aclose()


def realtime_model(remote: Remote) -> OpenAiRealtime:
    """Make the client of a model that listens, thinks and speaks in one."""
    return OpenAiRealtime(
        model=remote.model,
        voice=remote.voice,
        api_key=key_of(remote),
        base_url=remote.url,
        conn_options=_CONNECT,
    )
