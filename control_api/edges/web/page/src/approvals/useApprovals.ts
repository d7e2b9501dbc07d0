import { useCallback, useEffect, useRef, useState } from "react";
import type { Approval, ProgressEvent } from "../api/contract";
import { type Decision, decideApproval, readApprovals } from "../api/control";
import { ApiProblemError } from "../api/http";
import { TEXTS } from "../texts";
import type { useTranscript } from "../transcript/useTranscript";
import { type End, endOf, goneWords, renewed } from "./approvals";

/** Nobody tells that something waits no more because other words were said, or too late. */
const READ_AGAIN_MS = 5_000;
const NOTE_SHOWN_MS = 8_000;
/** It was decided otherwise, or too long ago. */
const OVER = [404, 409];

interface Options {
  say: ReturnType<typeof useTranscript>["say"];
  onSignedOut: () => void;
}

/** What waits for a yes, whoever asked for it, and saying yes or no to it. */
export function useApprovals({ say, onSignedOut }: Options) {
  const [waiting, setWaiting] = useState<Approval[]>([]);
  const [note, setNote] = useState("");
  const shown = useRef<Approval[]>([]);
  /** Decided here, or about to be. */
  const own = useRef(new Set<string>());
  const ends = useRef(new Map<string, End>());
  const readings = useRef(0);

  const show = useCallback((next: Approval[]) => {
    shown.current = next;
    setWaiting(next);
  }, []);

  const read = useCallback(async () => {
    const reading = ++readings.current;
    // The tasks say that the server is away; this is read once it is back.
    const found = await readApprovals().catch(() => null);
    if (found === null || reading !== readings.current) return;
    const gone = shown.current.filter(({ id }) => !found.some((each) => each.id === id));
    for (const each of gone) {
      if (own.current.has(each.id)) continue;
      setNote(goneWords(each, ends.current.get(each.id) ?? null, new Date()));
    }
    ends.current.clear();
    // What became of another would be read as if it were about what is asked now.
    if (found.some(({ id }) => !shown.current.some((each) => each.id === id))) setNote("");
    show(renewed(shown.current, found));
  }, [show]);

  const take = useCallback(
    (event: ProgressEvent) => {
      const end = endOf(event);
      if (end === null) return;
      const { approval_id } = event;
      if (shown.current.some(({ id }) => id === approval_id)) ends.current.set(approval_id!, end);
      if (approval_id !== null || shown.current.length > 0) void read();
    },
    [read],
  );

  /** Resolves to why it could not be said; null once it is over, however it ended. */
  const decide = useCallback(
    async ({ id }: Approval, decision: Decision): Promise<string | null> => {
      if (own.current.has(id)) return null;
      own.current.add(id);
      try {
        const { outcome, reply, command_id } = await decideApproval(id, decision);
        say("person", decision === "approve" ? TEXTS.approvals.yes : TEXTS.approvals.no);
        say("saydo", reply, { commandId: outcome === "done" ? command_id : null });
      } catch (reason) {
        if (!(reason instanceof ApiProblemError)) {
          own.current.delete(id);
          return TEXTS.approvals.away;
        }
        if (reason.signedOut) onSignedOut();
        if (!OVER.includes(reason.problem.status)) {
          own.current.delete(id);
          return reason.message;
        }
        setNote(reason.message);
      }
      show(shown.current.filter((each) => each.id !== id));
      // One that is under way may still find it waiting.
      void read();
      return null;
    },
    [say, show, read, onSignedOut],
  );

  useEffect(() => {
    if (waiting.length === 0) return;
    const timer = setInterval(() => void read(), READ_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting.length, read]);

  useEffect(() => {
    if (!note) return;
    const timer = setTimeout(() => setNote(""), NOTE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [note]);

  return { waiting, note, read, take, decide };
}
