import { useTranscriptions } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useEffect, useMemo, useRef } from "react";
import { type Line, linesOf, type Segment } from "../transcript/transcript";

/** What is said in the room, both sides, as lines of the transcript. */
export function useSegments(room: Room, onLines: (lines: Line[]) => void): void {
  const streams = useTranscriptions(useMemo(() => ({ room }), [room]));
  /** The smallest difference seen between the clocks: the delay of the fastest message. */
  const senderBehindMs = useRef(Number.POSITIVE_INFINITY);

  useEffect(() => {
    const segments: Segment[] = streams.map(({ text, participantInfo, streamInfo }) => ({
      id: streamInfo.attributes?.["lk.segment_id"] ?? streamInfo.id,
      fromPerson: participantInfo.identity === room.localParticipant.identity,
      text,
      sentAt: streamInfo.timestamp,
      final: streamInfo.attributes?.["lk.transcription_final"] !== "false",
    }));
    const newest = Math.max(...segments.map((segment) => segment.sentAt));
    senderBehindMs.current = Math.min(senderBehindMs.current, Date.now() - newest);
    if (segments.length > 0) onLines(linesOf(segments, senderBehindMs.current));
  }, [streams, room, onLines]);
}
