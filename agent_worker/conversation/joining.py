"""Joining the room of a job: who may be talked to there, and what is needed for that."""

import asyncio
import logging
from functools import partial
from pathlib import Path

from livekit.agents import AutoSubscribe, JobContext

from agent_worker.conversation.handing_over import HandingOver
from agent_worker.conversation.pipeline import voice_detector
from agent_worker.conversation.room.admission import admit
from agent_worker.conversation.seen.client import TimedClient
from agent_worker.conversation.session import Conversation
from agent_worker.conversation.typed import listen
from agent_worker.model_host.client import ModelHost
from agent_worker.providers.choosing import Shared
from agent_worker.settings.worker import WorkerSettings
from shared.client import SaydoClient, SaydoProblemError

_log = logging.getLogger(__name__)


async def converse(
    context: JobContext,
    settings: WorkerSettings,
    socket_path: Path,
    shared: Shared,
    handing_over: HandingOver,
) -> None:
    """Join the room of a job and hold its conversation; returns once the agent listens."""
    room = context.job.room.name
    worker = SaydoClient(settings.api_url, settings.worker_key)
    context.add_shutdown_callback(worker.aclose)
    try:
        grant = await admit(worker, room)
    except (SaydoProblemError, TimeoutError) as error:
        reason = str(error) or "the control API is away."
        _log.error("No conversation in room %s: %s", room, reason)
        context.shutdown("no session was granted")
        return
    # Before the room is entered: what is typed while nobody takes it in is lost.
    typed = listen(context.room, grant.participant_identity)
    # Not before the grant, nor beside what may fail: a job that ends while it connects makes
    # LiveKit's client panic, which ends this process and every conversation in it.
    await context.connect(auto_subscribe=AutoSubscribe.AUDIO_ONLY)
    load = partial(voice_detector, is_quick=settings.stt.order[0] == "local")
    host, detector = await asyncio.gather(ModelHost.connect(socket_path), asyncio.to_thread(load))
    context.add_shutdown_callback(host.close)

    async def renew() -> str:
        return (await worker.exchange_room(room)).token

    client = TimedClient(settings.api_url, grant.token, renew=renew)
    context.add_shutdown_callback(client.aclose)
    conversation = Conversation(settings, shared, room, grant, client, host, detector, typed)
    context.add_shutdown_callback(conversation.aclose)
    await conversation.start(context)
    stay = handing_over.on_begin(conversation.hand_over)

    async def gone() -> None:
        stay()

    context.add_shutdown_callback(gone)
