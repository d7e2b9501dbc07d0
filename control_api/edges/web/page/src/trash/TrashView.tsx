import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AskFirst } from "../asking/AskFirst";
import type { Trashed, TrashPage } from "../api/around";
import { emptyTrash, purgeThing, readTrash, restoreThing } from "../api/control";
import { TRASH } from "../data/things";
import { DeleteIcon, RestoreIcon } from "../Icons";
import { tellFailure, useSession } from "../session/session";
import { momentWords } from "../tasks/moments";
import { TEXTS } from "../texts";

/** What is about to be deleted for good; "all" of it, or one thing. */
type Asked = Trashed | "all" | null;

/** What was deleted: brought back, or deleted for good. */
export default function TrashView() {
  const session = useSession();
  const client = useQueryClient();
  const { data, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [TRASH],
    queryFn: ({ pageParam }) => readTrash(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page: TrashPage) => page.next_cursor,
  });
  const [asked, setAsked] = useState<Asked>(null);
  const things = data?.pages.flatMap((page) => page.items) ?? [];

  const run = async (work: Promise<void>, done?: string) => {
    try {
      await work;
      if (done) session.show(done);
    } catch (reason) {
      tellFailure(reason, session);
    }
    await client.invalidateQueries({ queryKey: [TRASH] });
  };
  const purge = () => {
    if (asked === null) return;
    setAsked(null);
    void run(asked === "all" ? emptyTrash() : purgeThing(asked.id));
  };

  return (
    <section className="plain-view" aria-label={TEXTS.views.trash} aria-busy={isPending}>
      <header className="view-header">
        <h1 tabIndex={-1}>{TEXTS.views.trash}</h1>
        {things.length > 0 && (
          <button type="button" className="quiet warm" onClick={() => setAsked("all")}>
            {TEXTS.trash.emptyAll}
          </button>
        )}
      </header>
      <div className="scroller" tabIndex={things.length > 0 ? undefined : -1}>
        <p className="intro">{TEXTS.trash.intro}</p>
        {!isPending && things.length === 0 && (
          <div className="empty">
            <p className="empty-title">{TEXTS.trash.empty}</p>
          </div>
        )}
        <ul className="trash">
          {things.map((thing) => (
            <li key={thing.id}>
              <span className="name">{thing.name}</span>
              <span className="about">
                {TEXTS.trash.kinds[thing.kind]}, {momentWords(thing.deleted_at)}
              </span>
              <button
                type="button"
                className="icon"
                aria-label={TEXTS.trash.restore(thing.name)}
                title={TEXTS.trash.restore(thing.name)}
                onClick={() => void run(restoreThing(thing.id), TEXTS.trash.restored(thing.name))}
              >
                <RestoreIcon />
              </button>
              <button
                type="button"
                className="icon"
                aria-label={TEXTS.trash.purge(thing.name)}
                title={TEXTS.trash.purge(thing.name)}
                onClick={() => setAsked(thing)}
              >
                <DeleteIcon />
              </button>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <button type="button" className="quiet" onClick={() => void fetchNextPage()}>
            {TEXTS.trash.more}
          </button>
        )}
      </div>
      {asked !== null && (
        <AskFirst
          question={asked === "all" ? TEXTS.trash.askAll : TEXTS.trash.askOne(asked.name)}
          yes={TEXTS.trash.yes}
          no={TEXTS.trash.no}
          onYes={purge}
          onNo={() => setAsked(null)}
        />
      )}
    </section>
  );
}
