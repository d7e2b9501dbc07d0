const STORED_UNDER = "saydo.said";
const MOST_KEPT = 50;

/** What was said in writing, the latest last; it outlives a reload of the page, not the tab. */
export const saidBefore = (): string[] => {
  const text = sessionStorage.getItem(STORED_UNDER);
  return text ? (JSON.parse(text) as string[]) : [];
};

export function rememberSaid(text: string): void {
  const others = saidBefore().filter((each) => each !== text);
  sessionStorage.setItem(STORED_UNDER, JSON.stringify([...others, text].slice(-MOST_KEPT)));
}

/** It is not for whoever signs in next. */
export const forgetSaid = () => sessionStorage.removeItem(STORED_UNDER);

/**
 * What the arrow brings: the sentence before (or after) the one in the box, which counts from the
 * end when it is none of them. Null when there is none, or when something else is being typed.
 */
export function recalled(text: string, step: -1 | 1, said: string[]): string | null {
  const at = said.lastIndexOf(text);
  if (at < 0 && (text || step === 1)) return null;
  const next = (at < 0 ? said.length : at) + step;
  return next >= said.length ? "" : (said[next] ?? null);
}
