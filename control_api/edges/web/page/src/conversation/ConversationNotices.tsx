import { useAudioPlayback } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { Banner } from "../notices/Banner";
import type { Phase } from "../talk/talkState";
import { TEXTS } from "../texts";

interface Props {
  room: Room;
  phase: Phase;
  problem: string | null;
  microphoneProblem: string | null;
  agentMissing: boolean;
  onDismiss: () => void;
  onMicrophone: () => void;
  onDismissMicrophone: () => void;
}

/** What stands in the way of the conversation, and what to do about it. */
export function ConversationNotices(props: Props) {
  const { room, phase, problem, microphoneProblem, agentMissing } = props;
  const { canPlayAudio, startAudio } = useAudioPlayback(room);

  return (
    <>
      {problem && <Banner onDismiss={props.onDismiss}>{problem}</Banner>}
      {microphoneProblem && (
        <Banner
          action={{ words: TEXTS.notice.again, run: props.onMicrophone }}
          onDismiss={props.onDismissMicrophone}
        >
          {microphoneProblem}
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
