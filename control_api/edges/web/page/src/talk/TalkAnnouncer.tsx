import { Announcer } from "../notices/Announcer";
import { TEXTS } from "../texts";
import type { Line } from "../transcript/transcript";
import { useNewestReply } from "../transcript/useNewestReply";
import { useTalk } from "./live";
import { announcedState } from "./talkState";

/** Tells who does not see it what the conversation is at, and what was answered in writing. */
export function TalkAnnouncer({ lines }: { lines: Line[] }) {
  const { state } = useTalk();
  const reply = useNewestReply(lines);
  return (
    <>
      <Announcer text={TEXTS.state[announcedState(state)]} />
      {/* During a conversation the voice says it; twice at once would be no help. */}
      <Announcer text={state === "off" || state === "typing" ? reply : ""} />
    </>
  );
}
