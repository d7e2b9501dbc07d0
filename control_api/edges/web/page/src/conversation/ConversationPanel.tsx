import { useConnectionState, useLocalParticipant } from "@livekit/components-react";
import { ConnectionState, type LocalAudioTrack, type RemoteAudioTrack } from "livekit-client";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Announcer } from "../notices/Announcer";
import { TEXTS } from "../texts";
import { Examples } from "../typing/Examples";
import { TextBox } from "../typing/TextBox";
import { useShortcuts } from "../useShortcuts";
import { ConversationNotices } from "./ConversationNotices";
import { Controls } from "./Controls";
import { TalkButton } from "./TalkButton";
import { announcedState, talkState } from "./talkState";
import { Transcript } from "../transcript/Transcript";
import { useAgent } from "./useAgent";
import type { useConversation } from "./useConversation";
import { useNewestReply } from "../transcript/useNewestReply";
import { useSegments } from "../transcript/useSegments";
import { useSend } from "./useSend";
import type { useTranscript } from "../transcript/useTranscript";

interface Props {
  conversation: ReturnType<typeof useConversation>;
  transcript: ReturnType<typeof useTranscript>;
  showProblem: (text: string) => void;
  onUndo: (commandId: string) => void;
  /** Something typed was answered. */
  onAnswered: () => Promise<void>;
  onSignedOut: () => void;
  /** What waits for an answer, above the talk button. */
  children: ReactNode;
  /** What a command is at, where it moves nothing that one wants to press. */
  underWay: ReactNode;
  /** What is chosen once, beside the devices. */
  settings: ReactNode;
}

/** The talk button, what is said, and the box to type in. */
export function ConversationPanel(props: Props) {
  const { conversation, transcript, showProblem, onUndo, onAnswered, onSignedOut } = props;
  const { room, phase, microphone } = conversation;
  const agent = useAgent(phase);
  const connection = useConnectionState(room);
  const { isMicrophoneEnabled, microphoneTrack } = useLocalParticipant({ room });
  const [draft, setDraft] = useState("");
  const field = useRef<HTMLInputElement>(null);

  useSegments(room, transcript.add);
  const { settle } = transcript;
  useEffect(() => {
    if (phase === "off") settle();
  }, [phase, settle]);

  const send = useSend({
    room,
    agentPresent: agent.present,
    onAnswered,
    say: transcript.say,
    showProblem,
    onSignedOut,
  });
  const muted = phase === "on" && !isMicrophoneEnabled;
  const state = talkState({
    phase,
    reconnecting: phase === "on" && connection !== ConnectionState.Connected,
    agentPresent: agent.present,
    agentState: agent.state,
    microphone: microphoneTrack ? (muted ? "muted" : "on") : "none",
  });
  const heard = state === "speaking" ? agent.audioTrack?.publication.track : microphoneTrack?.track;

  const reply = useNewestReply(transcript.lines);

  const toggle = microphone.toggle;
  useShortcuts(
    useMemo(
      () => ({
        "/": () => field.current?.focus(),
        m: () => void (phase === "on" && toggle()),
      }),
      [phase, toggle],
    ),
  );
  const choose = (text: string) => {
    setDraft(text);
    field.current?.focus();
  };

  return (
    <section className="conversation" aria-label={TEXTS.transcript.label}>
      {props.children}
      <TalkButton
        state={state}
        muted={muted}
        track={muted ? undefined : (heard as LocalAudioTrack | RemoteAudioTrack | undefined)}
        onStart={() => void conversation.start()}
        onToggle={() => void toggle()}
      />
      <p id="talk-state" className="talk-state" data-state={state}>
        {TEXTS.state[state]}
      </p>
      <Controls
        room={room}
        inConversation={phase !== "off"}
        muted={muted}
        onToggle={() => void toggle()}
        onLeave={conversation.leave}
        settings={props.settings}
      />
      <ConversationNotices conversation={conversation} agentMissing={agent.missing} />
      {props.underWay}
      {transcript.lines.length > 0 ? (
        <Transcript
          lines={transcript.lines}
          onUndo={onUndo}
          // What was typed while nobody talked was said in another conversation.
          onAnswer={agent.present ? null : send}
        />
      ) : (
        <Examples onChoose={choose} />
      )}
      <TextBox field={field} text={draft} onText={setDraft} onSend={send} />
      <Announcer text={TEXTS.state[announcedState(state)]} />
      {/* During a conversation the voice says it; twice at once would be no help. */}
      <Announcer text={state === "off" || state === "typing" ? reply : ""} />
    </section>
  );
}
