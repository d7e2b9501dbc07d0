import { type LocalAudioTrack, type Room, Track } from "livekit-client";
import { useCallback, useState } from "react";
import { microphoneProblem } from "../talk/microphoneProblem";
import { rememberMuted, wasMuted } from "../talk/seat";
import { openMicrophone } from "./microphone";

/** The person's microphone in the room; without one the conversation goes on in writing. */
export function useMicrophone(room: Room) {
  const [problem, setProblem] = useState<string | null>(null);

  /** Opens the microphone at once and publishes it if and when `joined` says so. */
  const bring = useCallback(
    async (joined: Promise<boolean>) => {
      setProblem(null);
      let track: LocalAudioTrack | null = null;
      try {
        track = await openMicrophone(room);
        if (!(await joined)) return track.stop();
        if (wasMuted()) await track.mute();
        await room.localParticipant.publishTrack(track, { source: Track.Source.Microphone });
      } catch (reason) {
        track?.stop();
        setProblem(microphoneProblem(reason));
      }
    },
    [room],
  );

  const toggle = useCallback(async () => {
    const publication = room.localParticipant.getTrackPublication(Track.Source.Microphone);
    if (!publication) return bring(Promise.resolve(true));
    rememberMuted(!publication.isMuted);
    await room.localParticipant.setMicrophoneEnabled(publication.isMuted);
  }, [room, bring]);

  const open = useCallback(
    (wanted: boolean) => {
      rememberMuted(!wanted);
      void room.localParticipant.setMicrophoneEnabled(wanted);
    },
    [room],
  );

  const dismiss = useCallback(() => setProblem(null), []);

  return { problem, dismiss, bring, toggle, open };
}
