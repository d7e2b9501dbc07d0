import { useSyncExternalStore } from "react";

export const SCHEMES = ["system", "light", "dark"] as const;
export const ACCENTS = ["green", "blue", "violet", "rose"] as const;
export const DENSITIES = ["roomy", "dense"] as const;

/** How this browser shows the page; what is first in each list is so until it is chosen. */
export interface Look {
  scheme: (typeof SCHEMES)[number];
  accent: (typeof ACCENTS)[number];
  density: (typeof DENSITIES)[number];
}

const STORED_UNDER = "saydo.look";
const listeners = new Set<() => void>();
let look = read();

/** What was chosen before; what is not known any more counts as not chosen. */
function read(): Look {
  const kept = stored();
  const known = <Word extends string>(words: readonly Word[], word: unknown, unset: Word): Word =>
    words.find((each) => each === word) ?? unset;
  return {
    scheme: known(SCHEMES, kept.scheme, "system"),
    accent: known(ACCENTS, kept.accent, "green"),
    density: known(DENSITIES, kept.density, "roomy"),
  };
}

function stored(): Partial<Record<keyof Look, unknown>> {
  try {
    return { ...(JSON.parse(localStorage.getItem(STORED_UNDER) ?? "{}") as object) };
  } catch {
    return {};
  }
}

/** Has the page look as it was chosen, before anything of it is seen. */
export function applyLook(): void {
  const { dataset } = document.documentElement;
  Object.assign(dataset, look);
  // The colour of the browser's own bars, which knows the system's scheme only.
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const own = meta.media.includes("dark") ? "dark" : "light";
    meta.dataset.own ??= meta.content;
    const wanted = look.scheme === "system" ? own : look.scheme;
    meta.content = wanted === own ? meta.dataset.own : colourOf(wanted);
  }
}

/** The colour that the page names for a scheme. */
function colourOf(scheme: string): string {
  const metas = document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]");
  const meta = [...metas].find(({ media }) => media.includes(scheme));
  return meta?.dataset.own ?? meta?.content ?? "";
}

/** Changes how the page looks, here and at the next visit. */
export function setLook(changes: Partial<Look>): void {
  look = { ...look, ...changes };
  localStorage.setItem(STORED_UNDER, JSON.stringify(look));
  applyLook();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLook = (): Look => useSyncExternalStore(subscribe, () => look);
