import { type LocalAudioTrack, MediaDeviceFailure, type Room } from "livekit-client";
import { TEXTS } from "../texts";

const CAPTURE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Asks for the microphone. It records at once, so that words said while connecting are heard. */
export async function openMicrophone(room: Room): Promise<LocalAudioTrack> {
  const [track] = await room.localParticipant.createTracks({ audio: CAPTURE });
  const microphone = track as LocalAudioTrack;
  microphone.startPreConnectBuffer();
  return microphone;
}

/** Says what to do about a microphone that could not be had. */
export function microphoneProblem(reason: unknown): string {
  if (!window.isSecureContext) return TEXTS.notice.microphoneInsecure;
  switch (MediaDeviceFailure.getFailure(reason)) {
    case MediaDeviceFailure.PermissionDenied:
      return TEXTS.notice.microphoneRefused;
    case MediaDeviceFailure.NotFound:
      return TEXTS.notice.microphoneMissing;
    case MediaDeviceFailure.DeviceInUse:
      return TEXTS.notice.microphoneBusy;
    default:
      return TEXTS.notice.microphoneFailed;
  }
}
