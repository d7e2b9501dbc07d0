import type { Room } from "livekit-client";
import { useCallback } from "react";
import { runText } from "../api/control";
import { ApiProblemError } from "../api/http";
import { viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";
import type { useTranscript } from "../transcript/useTranscript";

const CHAT_TOPIC = "lk.chat";

interface Options {
  room: Room;
  /** Whether somebody in the room reads along. */
  agentPresent: boolean;
  /** The control API has answered. */
  onAnswered: () => Promise<void>;
  say: ReturnType<typeof useTranscript>["say"];
  showProblem: (text: string) => void;
  onSignedOut: () => void;
}

/** Sends what was typed: into the conversation when there is one, else to the control API. */
export function useSend(given: Options) {
  const { room, agentPresent, onAnswered, say, showProblem, onSignedOut } = given;
  return useCallback(
    async (text: string): Promise<boolean> => {
      const at = Date.now();
      try {
        if (agentPresent) {
          await room.localParticipant.sendText(text, { topic: CHAT_TOPIC });
          say("person", text, { at });
          return true;
        }
        const { outcome, reply, command_id, options } = await runText(text, viewerZone());
        say("person", text, { at });
        const words = outcome === "not_a_command" ? TEXTS.typing.notACommand : reply;
        say("saydo", words, { commandId: outcome === "done" ? command_id : null, options });
        void onAnswered();
        return true;
      } catch (reason) {
        if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
        else showProblem(reason instanceof ApiProblemError ? reason.message : TEXTS.notice.apiAway);
        return false;
      }
    },
    [room, agentPresent, onAnswered, say, showProblem, onSignedOut],
  );
}
