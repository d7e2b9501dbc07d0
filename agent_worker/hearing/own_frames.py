"""Each microphone's sound wakes its own conversation only.

LiveKit's client offers every frame of every microphone to all audio streams of the process, each
of which looks on its own event loop whether it is meant: the work grows with the square of the
conversations, and fifteen of them kept a core busy with nothing but that.
"""
# ruff: noqa: SLF001 (there is no public way)

from functools import wraps
from typing import Any

from livekit.rtc import AudioStream
from livekit.rtc._ffi_client import FfiClient
from livekit.rtc._proto.ffi_pb2 import FfiEvent

_init = AudioStream.__init__


def wake_for_own_frames_only() -> None:
    """Let all audio streams that are made from now on be told of their own frames only."""

    @wraps(_init)
    def init(stream: AudioStream, *args: Any, **options: Any) -> None:
        _init(stream, *args, **options)
        _narrow(stream)

    AudioStream.__init__ = init  # type: ignore[method-assign, assignment]


def _narrow(stream: AudioStream) -> None:
    handle = stream._ffi_handle.handle

    def is_own(event: FfiEvent) -> bool:
        is_sound = event.WhichOneof("message") == "audio_stream_event"
        return is_sound and event.audio_stream_event.stream_handle == handle

    events = FfiClient.instance.queue
    with events._lock:
        events._subscribers = [
            (queue, loop, is_own if queue is stream._ffi_queue else wanted)
            for queue, loop, wanted in events._subscribers
        ]
