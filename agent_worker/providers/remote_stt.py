"""The plugins' recognisers, with what a chain needs of them and they leave out."""

from typing import Any

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, LanguageCode, stt
from livekit.agents.types import APIConnectOptions, NotGivenOr
from livekit.plugins import deepgram, openai


class OpenAiStt(openai.STT):
    """The plugin's, which closes what it has opened."""

    async def aclose(self) -> None:
        """Close its connections."""
        await super().aclose()
        await self._client.close()


class DeepgramStt(deepgram.STT):
    """The plugin's, with streams that say when nothing was said."""

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> deepgram.SpeechStream:
        """Begin to listen."""
        return _TellingStream(
            stt=self,
            conn_options=conn_options,
            opts=self._sanitize_options(language=language),
            api_key=self._api_key,
            http_session=self._ensure_session(),
            base_url=self._opts.endpoint_url,
        )


class _TellingStream(deepgram.SpeechStream):
    def _process_stream_event(self, data: dict[str, Any]) -> None:
        """Pass on what the plugin leaves out: a final result without words.

        It is how a recogniser that listens to a cough differs from one that is dead.
        """
        super()._process_stream_event(data)
        if data["type"] != "Results" or not data["is_final"]:
            return
        if not data["channel"]["alternatives"][0]["transcript"]:
            nothing = stt.SpeechData(language=LanguageCode("en"), text="")
            self._event_ch.send_nowait(
                stt.SpeechEvent(stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[nothing])
            )
