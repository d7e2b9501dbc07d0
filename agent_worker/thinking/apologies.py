"""What is said when a provider fails: the person is never left in silence, nor told a lie."""

from typing import Literal

from agent_worker.models.catalogue import Role

Reason = Literal["away", "busy", "key", "private", "spent"]
"""Why nobody plays a role: no answer, too many requests, a key that is refused; or only a provider
elsewhere could, to which this may not go, or for which the budget is spent."""

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
        "private": "I can't hear you without a speech recognition elsewhere, and your voice is to "
        "stay here. You can type to me.",
        "spent": "I can't hear you without a speech recognition elsewhere, and the budget for that "
        "is spent. You can type to me.",
    },
    "llm": {
        "away": "Sorry, I can't think about that right now. Your tasks still work.",
        "busy": "Sorry, I'm too busy to think about that right now. Your tasks still work.",
        "key": "Sorry, I can't think about that: my language model refuses its key. "
        "Your tasks still work.",
        "private": "I can't answer that without a language model elsewhere, and this is to stay "
        "here.",
        "spent": "I can't answer that without a language model elsewhere, and the budget for that "
        "is spent. Your tasks still work.",
    },
    "tts": {
        "away": "Sorry, my voice does not work right now. You can read my answer.",
        "busy": "Sorry, my voice is too busy right now. You can read my answer.",
        "key": "Sorry, my voice refuses its key. You can read my answer.",
        "private": "I can't say that aloud without a voice elsewhere, and it is to stay here. "
        "You can read my answer.",
        "spent": "I can't say that aloud without a voice elsewhere, and the budget for that is "
        "spent. You can read my answer.",
    },
}
KEY_REFUSED: dict[Role, str] = {
    "stt": "By the way: a speech recognition that I was given refuses its key, "
    "so I listen with another.",
    "llm": "By the way: a language model that I was given refuses its key, so I use another.",
    "tts": "By the way: a voice that I was given refuses its key, so I speak with another.",
}
"""Said once in a conversation, when another provider takes over."""
REALTIME_LOST = "One moment. I go on in another way. Please say that again."
"""Said when a model that listens, thinks and speaks in one is gone, and others take over."""
BUDGET_SPENT = (
    "By the way: the budget for providers elsewhere is spent, so I go on with what is here."
)
"""Said once in a conversation, when a local one takes over."""
MADE_AHEAD = (
    ONE_MOMENT,
    BUDGET_SPENT,
    REALTIME_LOST,
    APOLOGIES["stt"]["away"],
    APOLOGIES["llm"]["away"],
    APOLOGIES["llm"]["private"],
    *APOLOGIES["tts"].values(),
)
"""What may have to be said when no speech can be made."""
