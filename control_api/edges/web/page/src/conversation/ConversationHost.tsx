import {
  RoomAudioRenderer,
  RoomContext,
  useConnectionState,
  useLocalParticipant,
} from "@livekit/components-react";
import {
  ConnectionState,
  type LocalAudioTrack,
  type RemoteAudioTrack,
  setLogLevel,
} from "livekit-client";
import { useEffect, useMemo, useRef } from "react";
import { useVoiceSettings } from "../data/useVoiceSettings";
import { useSession } from "../session/session";
import type { Live } from "../talk/live";
import type { HostProps } from "../talk/TalkProvider";
import { talkState } from "../talk/talkState";
import type { Line } from "../transcript/transcript";
import { ConversationNotices } from "./ConversationNotices";
import { DeviceChoices } from "./DeviceChoices";
import { Ring } from "./Ring";
import { useAgent } from "./useAgent";
import { useConversation } from "./useConversation";
import { useSegments } from "./useSegments";

const CHAT_TOPIC = "lk.chat";

setLogLevel("warn");

export interface TranscriptOfRoom {
  add: (lines: Line[]) => void;
  settle: () => void;
}

interface Props extends HostProps {
  transcript: TranscriptOfRoom;
}

/** The part of the page that talks: it has the room, and tells the rest what it is at. */
export default function ConversationHost(props: Props) {
  const isHeld = useVoiceSettings().data?.microphone === "push_to_talk";
  const conversation = useConversation(useSession().onSignedOut, isHeld);
  return (
    <RoomContext value={conversation.room}>
      <Conversation {...props} conversation={conversation} isHeld={isHeld} />
      <RoomAudioRenderer />
    </RoomContext>
  );
}

interface ConversationProps extends Props {
  conversation: ReturnType<typeof useConversation>;
  isHeld: boolean;
}

function Conversation({ conversation, isHeld, transcript, starts, onLive }: ConversationProps) {
  const { room, phase, microphone, start, leave } = conversation;
  const agent = useAgent(phase);
  const connection = useConnectionState(room);
  const { isMicrophoneEnabled, microphoneTrack } = useLocalParticipant({ room });
  useSegments(room, transcript.add);

  const { settle } = transcript;
  useEffect(() => {
    if (phase === "off") settle();
  }, [phase, settle]);

  // What was asked for while this was loading.
  const begun = useRef(0);
  useEffect(() => {
    if (starts > begun.current) void start();
    begun.current = starts;
  }, [starts, start]);

  const muted = phase === "on" && !isMicrophoneEnabled;
  const state = talkState({
    phase,
    reconnecting: phase === "on" && connection !== ConnectionState.Connected,
    agentPresent: agent.present,
    agentState: agent.state,
    microphone: microphoneTrack ? (muted ? "muted" : "on") : "none",
  });
  const heard = state === "speaking" ? agent.audioTrack?.publication.track : microphoneTrack?.track;
  const track = muted ? undefined : (heard as LocalAudioTrack | RemoteAudioTrack | undefined);
  const { problem, dismiss } = conversation;
  const { toggle, open, problem: microphoneProblem } = microphone;

  const live = useMemo<Live>(
    () => ({
      ...{ phase, state, muted, leave, isHeld, open, agentPresent: agent.present },
      start: () => void start(),
      toggle: () => void toggle(),
      // Any message stops the voice; one that says nothing has no answer.
      hush: () => void room.localParticipant.sendText("", { topic: CHAT_TOPIC }),
      send: async (text) => {
        await room.localParticipant.sendText(text, { topic: CHAT_TOPIC });
      },
      ring: <Ring state={state} track={track} />,
      notices: (
        <ConversationNotices
          {...{ room, phase, problem, microphoneProblem }}
          agentMissing={agent.missing}
          onDismiss={dismiss}
          onMicrophone={() => void toggle()}
          onDismissMicrophone={microphone.dismiss}
        />
      ),
      devices: <DeviceChoices room={room} />,
    }),
    [
      ...[room, phase, state, muted, isHeld, open, agent.present, agent.missing, track],
      ...[start, toggle, leave, problem, dismiss, microphoneProblem, microphone.dismiss],
    ],
  );
  useEffect(() => onLive(live), [live, onLive]);
  return null;
}
