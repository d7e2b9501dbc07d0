import { ROOT } from "../root";
import { TEXTS } from "../texts";
import type { Problem } from "./contract";
import { WORKSPACE, WORKSPACE_HEADER } from "./workspace";

/** Longest wait for an answer, in milliseconds. */
const DEADLINE_MS = 15_000;

/** The control API answered, and said no. */
export class ApiProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    // Its health the control API tells in another form, also when it is bad.
    const kind = String(problem.type).split(":").at(-1) ?? "";
    // There may be no words yet: that nobody is signed in is known before what they speak.
    super(TEXTS.problems?.[kind] ?? (problem.detail || problem.title));
    this.problem = problem;
  }

  get signedOut(): boolean {
    return this.problem.status === 401;
  }
}

/** The control API did not answer at all. */
export class ApiAwayError extends Error {}

interface RequestOptions {
  /** Sent again with the same key, a request is answered as before, and does nothing twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Longest wait for an answer, in milliseconds. */
  deadlineMs?: number;
}

/** Sends JSON, or a file, to the control API and returns its JSON answer; undefined for an empty one. */
export async function request<Answer>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  { idempotencyKey, signal, deadlineMs = DEADLINE_MS }: RequestOptions = {},
): Promise<Answer> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(ROOT + path, {
      method,
      credentials: "same-origin",
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: {
        Accept: "application/json",
        ...(body
          ? { "Content-Type": isFile ? "application/octet-stream" : "application/json" }
          : {}),
        ...(WORKSPACE === null ? {} : { [WORKSPACE_HEADER]: WORKSPACE }),
        ...(idempotencyKey ? { "Idempotency-Key": idempotencyKey } : {}),
      },
      ...(body ? { body: isFile ? body : JSON.stringify(body) } : {}),
    });
  } catch (reason) {
    if (signal?.aborted) throw reason;
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
