import type { LocalAudioTrack, Room } from "livekit-client";

const CAPTURE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Asks for the microphone. It records at once, so that words said while connecting are heard. */
export async function openMicrophone(room: Room): Promise<LocalAudioTrack> {
  const [track] = await room.localParticipant.createTracks({ audio: CAPTURE });
  const microphone = track as LocalAudioTrack;
  microphone.startPreConnectBuffer();
  return microphone;
}
