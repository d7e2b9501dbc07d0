import { useCallback } from "react";
import { useData } from "../data/context";
import { tellFailure, useSession } from "../session/session";
import type { useTranscript } from "../transcript/useTranscript";
import { useTalk } from "./live";

/**
 * Sends what was typed: into the conversation when there is one, else to the control API, as soon
 * as it can be reached. `literal`: what of it is part of a title and nothing else. Resolves once it
 * is on its way.
 */
export function useSend(say: ReturnType<typeof useTranscript>["say"]) {
  const { live } = useTalk();
  const { outbox } = useData();
  const { show, onSignedOut } = useSession();
  return useCallback(
    async (text: string, literal: string[] = []): Promise<boolean> => {
      if (!live?.agentPresent) {
        outbox.say({ text, literal });
        return true;
      }
      const at = Date.now();
      try {
        await live.send(text);
        say("person", text, { at });
        return true;
      } catch (reason) {
        tellFailure(reason, { show, onSignedOut });
        return false;
      }
    },
    [live, outbox, say, show, onSignedOut],
  );
}
