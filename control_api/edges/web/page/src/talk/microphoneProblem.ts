import { TEXTS } from "../texts";

/** Says what to do about a microphone that could not be had. */
export function microphoneProblem(reason: unknown): string {
  if (!window.isSecureContext) return TEXTS.notice.microphoneInsecure;
  switch (reason instanceof Error ? reason.name : "") {
    case "NotAllowedError":
      return TEXTS.notice.microphoneRefused;
    case "NotFoundError":
      return TEXTS.notice.microphoneMissing;
    case "NotReadableError":
      return TEXTS.notice.microphoneBusy;
    default:
      return TEXTS.notice.microphoneFailed;
  }
}
