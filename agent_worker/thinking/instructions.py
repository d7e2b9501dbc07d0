"""What the language model is told: first what never changes, last what changes with every turn.

The order matters: llama.cpp keeps what it has read for as long as a conversation begins with the
same words, and reads everything after the first difference again.
"""

from collections.abc import Collection
from datetime import datetime

from livekit.agents.llm import ChatContext, ChatMessage, FunctionCall, FunctionCallOutput

INSTRUCTIONS = (
    "You are Saydo, a voice assistant for one person's own tasks. "
    "Answer in one or two short sentences, in plain words that sound right aloud: no lists, no "
    "markdown, no emoji. "
    "You can add, find, change, complete, delete and undo tasks, only by calling a tool. "
    "Never say that you did something unless a tool has just done it. "
    "To change what is there, call a tool that finds it first, and use the id it gives. "
    "If you don't know, or can't do it, say so in one sentence."
)

_REMEMBERED_ITEMS = 12


def messages_for_model(
    chat_ctx: ChatContext, now: datetime, *, hidden: Collection[str]
) -> ChatContext:
    """Give the conversation as the model should see it at `now`, the person's local time.

    Calls of the tools named in `hidden` are left out: the reply that follows each says it all.
    """
    items = [item for item in chat_ctx.items if not _calls_one_of(hidden, item)]
    trimmed = ChatContext(items).truncate(max_items=_REMEMBERED_ITEMS)
    fact = f"It is {now:%A}, {now.day} {now:%B %Y}, {now:%H:%M} ({now.tzname()})."
    last = max(
        (i for i, item in enumerate(trimmed.items) if _is_from_person(item)),
        default=len(trimmed.items),
    )
    trimmed.items.insert(last, ChatMessage(role="system", content=[fact]))
    return trimmed


def _calls_one_of(names: Collection[str], item: object) -> bool:
    return isinstance(item, FunctionCall | FunctionCallOutput) and item.name in names


def _is_from_person(item: object) -> bool:
    return isinstance(item, ChatMessage) and item.role == "user"
