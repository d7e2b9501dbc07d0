import { useEffect, useState } from "react";
import { makeDeviceCode } from "../../api/account";
import type { DeviceCode } from "../../api/owned";
import { clockWords } from "../../tasks/moments";
import { useDoing } from "../form/useDoing";

export interface DeviceCodeShown {
  code: string | null;
  /** When it counts no more, in words. */
  ends: string;
  busy: boolean;
  problem: string | null;
  show: () => Promise<boolean>;
}

/** A code that signs another device in, for as long as it counts. */
export function useDeviceCode(): DeviceCodeShown {
  const [made, setMade] = useState<DeviceCode | null>(null);
  const { busy, problem, run } = useDoing();

  useEffect(() => {
    if (made === null) return;
    const left = Date.parse(made.expires_at) - Date.now();
    const timer = setTimeout(() => setMade(null), Math.max(left, 0));
    return () => clearTimeout(timer);
  }, [made]);

  return {
    code: made?.code ?? null,
    ends: made === null ? "" : clockWords(made.expires_at),
    busy,
    problem,
    show: () => run(async () => setMade(await makeDeviceCode())),
  };
}
