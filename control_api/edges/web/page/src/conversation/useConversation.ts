import { DisconnectReason, Room, RoomEvent } from "livekit-client";
import { useCallback, useEffect, useRef, useState } from "react";
import { readRoomToken } from "../api/control";
import { ApiAwayError, ApiProblemError } from "../api/http";
import { viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";
import { forgetSeat, rememberMuted, rememberSeat, type Seat, seatBeforeReload } from "../talk/seat";
import type { Phase } from "../talk/talkState";
import { useChosenDevices } from "./useChosenDevices";
import { useMicrophone } from "./useMicrophone";

/**
 * With one peer connection for both directions, livekit-client 2.23 loses a race in Chromium when
 * the microphone is published while the first offer is on its way ("Transceiver not found based on
 * m-line index"): 9 of 20 joins on a busy machine, against 0 of 16 with two connections.
 */
const ROOM_OPTIONS = { singlePeerConnection: false };

const REJOIN_WAITS_MS = [500, 2_000, 5_000, 10_000];

/** The conversation in the LiveKit room: joining, leaving, and coming back after a break. */
export function useConversation(onSignedOut: () => void, isHeld: boolean) {
  const [room] = useState(() => new Room(ROOM_OPTIONS));
  const [phase, setPhase] = useState<Phase>("off");
  const [problem, setProblem] = useState<string | null>(null);
  const microphone = useMicrophone(room);
  useChosenDevices(room);
  /** Whether the person wants to be in a conversation, whatever the network makes of it. */
  const wanted = useRef(false);
  /** Whether one holds a button to talk, as was known last. */
  const held = useRef(isHeld);

  const join = useCallback(
    async (seat: Seat | null): Promise<boolean> => {
      try {
        const token = await readRoomToken(viewerZone(), seat);
        if (!wanted.current) return false;
        await room.connect(token.server_url, token.participant_token);
        rememberSeat({ room: token.room_name, identity: room.localParticipant.identity });
        setProblem(null);
        setPhase("on");
        return true;
      } catch (reason) {
        if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
        if (wanted.current) setProblem(joinProblem(reason));
        return false;
      }
    },
    [room, onSignedOut],
  );

  const stop = useCallback(() => {
    wanted.current = false;
    forgetSeat();
    setPhase("off");
    void room.disconnect();
  }, [room]);

  const leave = useCallback(() => {
    stop();
    setProblem(null);
    microphone.dismiss();
  }, [stop, microphone.dismiss]);

  const enter = useCallback(
    async (seat: Seat | null): Promise<boolean> => {
      const joined = join(seat);
      void microphone.bring(joined);
      return joined;
    },
    [join, microphone.bring],
  );

  const start = useCallback(
    async (seat: Seat | null = null) => {
      if (wanted.current) return;
      wanted.current = true;
      if (!seat) rememberMuted(held.current);
      setPhase("connecting");
      setProblem(null);
      if (!(await enter(seat))) stop();
    },
    [enter, stop],
  );

  const comeBack = useCallback(async () => {
    const seat = { room: room.name, identity: room.localParticipant.identity };
    setPhase("connecting");
    for (const wait of REJOIN_WAITS_MS) {
      setProblem(TEXTS.notice.dropped);
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!wanted.current || (await enter(seat))) return;
    }
    stop();
    setProblem(TEXTS.notice.droppedForGood);
  }, [room, enter, stop]);

  useEffect(() => {
    let connected = false;
    const onConnected = () => {
      connected = true;
    };
    const onDisconnected = (reason?: DisconnectReason) => {
      if (!connected || !wanted.current) return;
      connected = false;
      // Saydo has said goodbye, or that it goes to sleep: coming back would wake it again.
      if (reason === DisconnectReason.ROOM_DELETED) return leave();
      if (reason !== DisconnectReason.DUPLICATE_IDENTITY) return void comeBack();
      leave();
      setProblem(TEXTS.notice.elsewhere);
    };
    room.on(RoomEvent.Connected, onConnected).on(RoomEvent.Disconnected, onDisconnected);
    return () => {
      room.off(RoomEvent.Connected, onConnected).off(RoomEvent.Disconnected, onDisconnected);
    };
  }, [room, comeBack, leave]);

  useEffect(() => {
    const seat = seatBeforeReload();
    if (seat) void start(seat);
    return stop;
  }, [start, stop]);

  const { open } = microphone;
  useEffect(() => {
    if (held.current !== isHeld && phase === "on") open(!isHeld);
    held.current = isHeld;
  }, [isHeld, phase, open]);

  const dismiss = useCallback(() => setProblem(null), []);
  return { room, phase, problem, dismiss, microphone, start, leave };
}

function joinProblem(reason: unknown): string {
  if (reason instanceof ApiAwayError) return TEXTS.notice.apiAway;
  if (reason instanceof ApiProblemError) return reason.message;
  return TEXTS.notice.voiceAway;
}
