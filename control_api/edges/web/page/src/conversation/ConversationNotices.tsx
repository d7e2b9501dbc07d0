import { useAudioPlayback } from "@livekit/components-react";
import { Banner } from "../notices/Banner";
import { TEXTS } from "../texts";
import type { useConversation } from "./useConversation";

interface Props {
  conversation: ReturnType<typeof useConversation>;
  agentMissing: boolean;
}

/** What stands in the way of the conversation, and what to do about it. */
export function ConversationNotices({ conversation, agentMissing }: Props) {
  const { room, phase, problem, dismiss, microphone } = conversation;
  const { canPlayAudio, startAudio } = useAudioPlayback(room);
  const tryMicrophone = { words: TEXTS.notice.again, run: () => void microphone.toggle() };

  return (
    <>
      {problem && <Banner onDismiss={dismiss}>{problem}</Banner>}
      {microphone.problem && (
        <Banner action={tryMicrophone} onDismiss={microphone.dismiss}>
          {microphone.problem}
        </Banner>
      )}
      {agentMissing && <Banner>{TEXTS.notice.agentMissing}</Banner>}
      {phase === "on" && !canPlayAudio && (
        <Banner action={{ words: TEXTS.notice.playSound, run: () => void startAudio() }}>
          {TEXTS.notice.soundBlocked}
        </Banner>
      )}
    </>
  );
}
