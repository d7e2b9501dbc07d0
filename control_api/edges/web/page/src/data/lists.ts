import { type QueryClient, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { TaskPage } from "../api/contract";
import { readTaskPage } from "../api/control";
import type { Clock } from "../tasks/grouping";
import type { View } from "../views/views";
import { useData } from "./context";
import type { News } from "./news";
import { withPending } from "./overlay";
import { changePages, inOrder, type Pages, tasksOf } from "./pages";

/** What all lists of tasks are kept under; behind it, the view. */
export const LISTS = "tasks";
export const listKey = (view: View) => [LISTS, view.key] as const;

/** So much of a list is read at once, whether or not somebody looks at it. */
const PAGES_AHEAD = 5;

/** The tasks of a view, as the person has made them; more of them are read as they are wanted. */
export function useList(view: View, clock: Clock) {
  const { news, waiting } = useData();
  const { data, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery({
      queryKey: listKey(view),
      queryFn: ({ pageParam }) => readPage(view, pageParam, news, clock),
      initialPageParam: null as string | null,
      getNextPageParam: (page: TaskPage) => page.next_cursor,
      meta: { view },
    });
  const count = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && count < PAGES_AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, count, fetchNextPage]);
  const tasks = useMemo(
    () => inOrder(withPending(tasksOf(data), waiting, view, clock), view, clock.zone),
    [data, waiting, view, clock],
  );
  return {
    tasks,
    isLoaded: !isPending && !isError,
    hasMore: hasNextPage,
    readMore: () => void (isFetchingNextPage || fetchNextPage()),
  };
}

/** Reads a page; what has changed while it was under way is changed in it. */
async function readPage(
  view: View,
  cursor: string | null,
  news: News,
  clock: Clock,
): Promise<TaskPage> {
  const mark = news.mark();
  const page = await readTaskPage(view.query, cursor);
  const since = news.since(mark);
  if (since.length === 0) return page;
  const read: Pages = { pages: [page], pageParams: [cursor] };
  return changePages(read, view, since, clock).pages.pages[0] ?? page;
}

/** Brings changes into all lists that were read; those that can't tell are read again, soon. */
export function changeLists(
  client: QueryClient,
  changes: ReturnType<News["since"]>,
  clock: Clock,
): string[] {
  const unsure: string[] = [];
  for (const query of client.getQueryCache().findAll({ queryKey: [LISTS] })) {
    const pages = query.state.data as Pages | undefined;
    const view = query.meta?.view as View | undefined;
    if (!pages || !view) continue;
    const changed = changePages(pages, view, changes, clock);
    if (changed.pages !== pages) client.setQueryData(query.queryKey, changed.pages);
    if (changed.unsure) unsure.push(view.key);
  }
  return unsure;
}
