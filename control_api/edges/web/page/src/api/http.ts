import type { Problem } from "./contract";

/** Longest wait for an answer, in milliseconds. */
const DEADLINE_MS = 15_000;

/** The control API answered, and said no. */
export class ApiProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }

  get signedOut(): boolean {
    return this.problem.status === 401;
  }
}

/** The control API did not answer at all. */
export class ApiAwayError extends Error {}

/** Sends JSON to the control API and returns its JSON answer; undefined for an empty one. */
export async function request<Answer>(
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: unknown,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      signal: AbortSignal.timeout(DEADLINE_MS),
      headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch (reason) {
    throw new ApiAwayError("The control API can't be reached.", { cause: reason });
  }
  if (!response.ok) throw await failure(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function failure(response: Response): Promise<Error> {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.includes("json")) return new ApiProblemError((await response.json()) as Problem);
  // A proxy in between answers in its own words when the control API is away.
  if (response.status >= 502) return new ApiAwayError(`Answer ${response.status}`);
  return new ApiProblemError({ type: "about:blank", title: response.statusText, status: response.status });
}
