import { type ComponentProps, lazy, useCallback, useEffect, useMemo, useRef } from "react";
import type { Me, Outcome } from "./api/contract";
import { DataProvider } from "./data/DataProvider";
import type { Pending } from "./outbox/outbox";
import { useToasts } from "./notices/useToasts";
import { Page } from "./Page";
import { forgetSaid } from "./say/recall";
import { SessionContext } from "./session/session";
import { TalkProvider } from "./talk/TalkProvider";
import { TEXTS } from "./texts";
import { forgetTranscript, useTranscript } from "./transcript/useTranscript";

const ConversationHost = lazy(() => import("./conversation/ConversationHost"));

/** What only looks something up changes nothing that could be taken back. */
const isQuestion = (type: string) => type.startsWith("list_");

interface Props {
  account: Me;
  onAccount: (account: Me) => void;
  /** The session has ended without the person's doing. */
  onSignedOut: () => void;
  onSignOut: () => void;
}

/** The page of somebody who is signed in, and what all of it stands on. */
export default function Workspace(props: Props) {
  const { account, onAccount, onSignedOut: onSessionEnd, onSignOut: onLeave } = props;
  // What was said is not for whoever signs in next.
  const onSignedOut = useCallback(() => {
    forgetTranscript();
    forgetSaid();
    onSessionEnd();
  }, [onSessionEnd]);
  const onSignOut = useCallback(() => {
    forgetTranscript();
    forgetSaid();
    onLeave();
  }, [onLeave]);
  const transcript = useTranscript();
  const toasts = useToasts();
  const { show } = toasts;
  const session = useMemo(
    () => ({ account, onAccount, onSignedOut, onSignOut, show }),
    [account, onAccount, onSignedOut, onSignOut, show],
  );
  const { add, settle, say } = transcript;
  const onSaid = useCallback(
    ({ said, at }: Pending, outcome: Outcome) => {
      say("person", said?.text ?? "", { at: Date.parse(at) });
      const { outcome: kind, reply, options, actions, command_id } = outcome;
      const words = kind === "not_a_command" ? TEXTS.typing.notACommand : reply;
      const hasChanged = kind === "done" && actions.some(({ type }) => !isQuestion(type));
      say("saydo", words, { commandId: hasChanged ? command_id : null, options });
    },
    [say],
  );
  const Host = useMemo(
    () => (given: Omit<ComponentProps<typeof ConversationHost>, "transcript">) => (
      <ConversationHost {...given} transcript={{ add, settle }} />
    ),
    [add, settle],
  );

  // In another language all of it is made anew; who chose that goes on where it is chosen.
  const language = useRef(account.language);
  useEffect(() => {
    if (language.current === account.language) return;
    language.current = account.language;
    document.querySelector<HTMLElement>("main select[name=language]")?.focus();
  }, [account.language]);

  return (
    <SessionContext value={session}>
      <DataProvider session={session} onSaid={onSaid}>
        <TalkProvider host={Host}>
          <Page key={account.language} transcript={transcript} toasts={toasts} />
        </TalkProvider>
      </DataProvider>
    </SessionContext>
  );
}
