import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Outcome } from "../api/contract";
import { keepKnown, restoreKnown } from "../offline/known";
import { scopeOf } from "../api/workspace";
import { readAccount } from "../api/account";
import { type Session, tellFailure } from "../session/session";
import { TEXTS } from "../texts";
import { DataContext } from "./context";
import { Events } from "./events";
import { LISTS } from "./lists";
import { News } from "./news";
import { Outbox, type Pending } from "../outbox/outbox";
import { followTasks, keepComments } from "./following";
import { changesIn } from "./outcomes";
import { readAgain } from "./readingAgain";

interface Props {
  session: Pick<Session, "account" | "show" | "onSignedOut">;
  /** What was said in writing was answered. */
  onSaid: (pending: Pending, outcome: Outcome) => void;
  children: ReactNode;
}

/** Keeps what was read, keeps it as it is by the event stream, and sends what the person does. */
export function DataProvider({ session, onSaid, children }: Props) {
  const { account, show, onSignedOut } = session;
  const [client] = useState(newClient);
  const [events] = useState(() => new Events());
  const [news] = useState(() => new News());
  const [away, setAway] = useState(false);
  const following = useMemo(() => followTasks(client, news), [client, news]);
  const scope = scopeOf(account.id);
  const outbox = useMemo(
    () =>
      new Outbox({
        scope,
        storage: localStorage,
        onAnswer: (outcome, pending) => {
          following.changed(changesIn(outcome, pending));
          if (pending.said) {
            onSaid(pending, outcome);
            return;
          }
          if (outcome.outcome === "done") keepComments(client, pending, account.name);
          const { reply, outcome: kind, command_id } = outcome;
          const canUndo = kind === "done" && !pending.actions.some(({ type }) => type === "undo");
          show(reply || TEXTS.toast.undone, canUndo ? command_id : null);
        },
        onRefused: (reason, { said }) => {
          show(said ? reason : TEXTS.data.refused(reason));
          void client.invalidateQueries({ queryKey: [LISTS] });
        },
        onSignedOut,
      }),
    [scope, account.name, client, following, show, onSaid, onSignedOut],
  );
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting);

  useEffect(() => keepKnown(client, scope), [client, scope]);
  useEffect(() => {
    if (away) void restoreKnown(client, scope);
  }, [away, client, scope]);

  useEffect(() => {
    outbox.wake();
    return () => outbox.close();
  }, [outbox]);

  useEffect(() => {
    const deaf = events.listen({
      onOpen: () => {
        setAway(false);
        outbox.wake();
        void readAgain(client);
      },
      onAway: () => {
        setAway(true);
        // The stream can't tell a lost session from a lost server.
        readAccount().catch((reason) => tellFailure(reason, { show: () => undefined, onSignedOut }));
      },
      onTask: following.onTask,
      onThing: following.onThing,
    });
    const stop = events.follow();
    return () => {
      stop();
      deaf();
    };
  }, [client, events, following, outbox, onSignedOut]);

  const data = useMemo(
    () => ({ events, news, outbox, waiting, away }),
    [events, news, outbox, waiting, away],
  );
  return (
    <QueryClientProvider client={client}>
      <DataContext value={data}>{children}</DataContext>
    </QueryClientProvider>
  );
}

const newClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The event stream says when something is old, and when the server is back.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
    },
  });
