/** What the control API says of problems is English, and says more than their kind. */
export const PROBLEMS = {
  /** By the last part of their type; of any other, what the control API says is shown. */
  problems: {} as Partial<Record<string, string>>,
} as const;
