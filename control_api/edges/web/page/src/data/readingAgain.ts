import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Reads everything again, or what is kept under a key, what is being read for the first time
 * included: that may show what was before this, and an invalidation alone goes on with a first
 * read that has begun.
 */
export async function readAgain(client: QueryClient, queryKey: QueryKey = []): Promise<void> {
  await client.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
  await client.invalidateQueries({ queryKey });
}
