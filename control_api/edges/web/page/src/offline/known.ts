import { type DehydratedState, dehydrate, hydrate, type QueryClient } from "@tanstack/react-query";
import { keep, kept } from "./kept";

const DATA = "/known/data";
/** What changes goes on changing for a while. */
const KEPT_AFTER_MS = 2_000;

interface Known {
  /** Whose it is, and of which workspace. */
  scope: string;
  state: DehydratedState;
}

/** Keeps what is read, until the function returned is called. */
export function keepKnown(client: QueryClient, scope: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepNow = () => {
    timer = undefined;
    const state = dehydrate(client, { shouldDehydrateQuery: ({ state }) => state.data !== undefined });
    // What says how a list is kept up to date are functions, and made anew.
    const queries = state.queries.map(({ meta: _meta, ...query }) => query);
    void keep(DATA, { scope, state: { ...state, queries } } satisfies Known);
  };
  const deaf = client.getQueryCache().subscribe(({ type }) => {
    if (type === "updated") timer ??= setTimeout(keepNow, KEPT_AFTER_MS);
  });
  return () => {
    clearTimeout(timer);
    deaf();
  };
}

/** Gives back what was kept for that account and workspace, where nothing newer is known. */
export async function restoreKnown(client: QueryClient, scope: string): Promise<void> {
  const known = await kept<Known>(DATA);
  if (known?.scope === scope) hydrate(client, known.state);
}
