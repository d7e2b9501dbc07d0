import { useQuery } from "@tanstack/react-query";
import { readVoiceSettings } from "../api/wishes";
import { VOICE_SETTINGS } from "./things";

/** How the person wants to be spoken with, kept as it is by the event stream. */
export const useVoiceSettings = () =>
  useQuery({ queryKey: [VOICE_SETTINGS], queryFn: readVoiceSettings });
