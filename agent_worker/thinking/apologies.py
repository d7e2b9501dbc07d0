"""What is said when a provider fails: the person is never left in silence, nor told a lie."""

from typing import Literal

from agent_worker.models.catalogue import Role

Reason = Literal["away", "busy", "key"]
"""Why nobody plays a role: no answer, too many requests, or a key that is refused."""

ONE_MOMENT = "One moment."
CUT_OFF = "I lost the rest of that answer."
"""Ends an answer that broke off, when nobody can go on with it."""

APOLOGIES: dict[Role, dict[Reason, str]] = {
    "stt": {
        "away": "Sorry, I can't hear you right now: my speech recognition does not answer. "
        "You can type to me.",
        "busy": "Sorry, my speech recognition is too busy right now. "
        "Please say that again in a moment, or type it.",
        "key": "Sorry, I can't hear you: my speech recognition refuses its key. "
        "You can type to me.",
    },
    "llm": {
        "away": "Sorry, I can't think about that right now. Your tasks still work.",
        "busy": "Sorry, I'm too busy to think about that right now. Your tasks still work.",
        "key": "Sorry, I can't think about that: my language model refuses its key. "
        "Your tasks still work.",
    },
    "tts": {
        "away": "Sorry, my voice does not work right now. You can read my answer.",
        "busy": "Sorry, my voice is too busy right now. You can read my answer.",
        "key": "Sorry, my voice refuses its key. You can read my answer.",
    },
}
KEY_REFUSED: dict[Role, str] = {
    "stt": "By the way: a speech recognition that I was given refuses its key, "
    "so I listen with another.",
    "llm": "By the way: a language model that I was given refuses its key, so I use another.",
    "tts": "By the way: a voice that I was given refuses its key, so I speak with another.",
}
"""Said once in a conversation, when another provider takes over."""
MADE_AHEAD = (
    ONE_MOMENT,
    APOLOGIES["stt"]["away"],
    APOLOGIES["llm"]["away"],
    *APOLOGIES["tts"].values(),
)
"""What may have to be said when no speech can be made."""
