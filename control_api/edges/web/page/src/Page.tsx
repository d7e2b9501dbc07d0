import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ProgressEvent } from "./api/contract";
import { WORKSPACE } from "./api/workspace";
import { ApprovalList } from "./approvals/ApprovalList";
import { useApprovals } from "./approvals/useApprovals";
import { Attention } from "./Attention";
import { useData, useEvents } from "./data/context";
import { useAnswered } from "./data/useAnswered";
import { useTaskActions } from "./data/useTaskActions";
import { useFirstRun } from "./firstRun/useFirstRun";
import { useHints } from "./hints/useHints";
import { KeyHelp } from "./keys/KeyHelp";
import { useShortcuts } from "./keys/useShortcuts";
import { ToastList } from "./notices/ToastList";
import type { useToasts } from "./notices/useToasts";
import { Place } from "./Place";
import { ROOT } from "./root";
import { SayBar } from "./say/SayBar";
import { useSession } from "./session/session";
import { TalkElsewhere } from "./sharing/TalkElsewhere";
import { useStillIn } from "./sharing/useWorkspaces";
import { HOME, isList, pathOf } from "./shell/places";
import { Shell } from "./shell/Shell";
import { useIsPhone } from "./shell/useIsPhone";
import { useNavigation } from "./shell/useNavigation";
import { StepList } from "./steps/StepList";
import { useSteps } from "./steps/useSteps";
import { useTalk } from "./talk/live";
import { TalkAnnouncer } from "./talk/TalkAnnouncer";
import { TalkPanel } from "./talk/TalkPanel";
import { useSend } from "./talk/useSend";
import { AnswerOptions } from "./transcript/AnswerOptions";
import type { useTranscript } from "./transcript/useTranscript";
import { loadSettingsTexts } from "./words/shown";

const FirstRun = lazy(() => loadSettingsTexts().then(() => import("./firstRun/FirstRun")));
const Hint = lazy(() => import("./hints/Hint"));
const TaskPanel = lazy(() => import("./task/TaskPanel"));

interface Props {
  transcript: ReturnType<typeof useTranscript>;
  toasts: ReturnType<typeof useToasts>;
}

/** What somebody sees who is signed in: a place, the panel beside it, and the Say bar. */
export function Page({ transcript, toasts }: Props) {
  const session = useSession();
  const navigation = useNavigation();
  const { place, taskId, go, openTask, closeTask } = navigation;
  const talk = useTalk();
  const { waiting } = useData();
  const actions = useTaskActions();
  const steps = useSteps();
  useStillIn();
  const approvals = useApprovals({ say: transcript.say, onSignedOut: session.onSignedOut });
  useEvents({
    onOpen: useCallback(() => void approvals.read(), [approvals.read]),
    onProgress: useCallback(
      (event: ProgressEvent) => {
        steps.take(event);
        approvals.take(event);
      },
      [steps.take, approvals.take],
    ),
  });
  const send = useSend(transcript.say);
  useAnswered(approvals.read);
  const firstRun = useFirstRun();
  const { hint, read } = useHints();
  const isPhone = useIsPhone();
  const [draft, setDraft] = useState("");
  const [isHelpShown, setHelpShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (location.pathname === `${ROOT}/`) go(HOME, { replace: true });
  }, [go]);

  const { live } = talk;
  useShortcuts(
    useMemo(
      () => ({
        type: () => field.current?.focus(),
        help: () => setHelpShown(true),
        mute: () => {
          if (live?.phase === "on") live.toggle();
        },
        search: () => {
          if (location.pathname !== ROOT + pathOf("search")) go(pathOf("search"));
          document.querySelector<HTMLInputElement>("main input[type=search]")?.select();
        },
      }),
      [live, go],
    ),
  );

  // What was typed while nobody talked was said in another conversation.
  const isAnswered = waiting.some(({ said }) => said);
  const asked = live?.agentPresent || isAnswered ? null : transcript.lines.at(-1);

  const undo = (commandId: string) => {
    transcript.spend(commandId);
    actions.undo(commandId);
  };
  const choose = (text: string) => {
    setDraft(text);
    field.current?.focus();
  };

  return (
    <Shell
      place={place}
      attention={<Attention />}
      task={
        taskId && (
          <Suspense fallback={null}>
            <TaskPanel taskId={taskId} onClose={closeTask} onOpen={openTask} />
          </Suspense>
        )
      }
      talk={
        WORKSPACE === null ? (
          <TalkPanel lines={transcript.lines} onUndo={undo} onExample={choose} />
        ) : (
          <TalkElsewhere />
        )
      }
      news={
        <>
          <TalkAnnouncer lines={transcript.lines} />
          <StepList shown={steps.shown} />
          {hint && !firstRun.isShown && (
            <Suspense fallback={null}>
              <Hint key={hint} name={hint} isPhone={isPhone} onRead={() => read(hint)} />
            </Suspense>
          )}
          <ToastList shown={toasts.shown} onDismiss={toasts.dismiss} onUndo={undo} />
        </>
      }
      sayBar={
        <SayBar
          field={field}
          text={draft}
          onText={setDraft}
          onSend={(text, literal) => void send(text, literal)}
        >
          <ApprovalList
            waiting={approvals.waiting}
            note={approvals.note}
            onDecide={approvals.decide}
          />
          {asked && <AnswerOptions key={asked.id} line={asked} onChoose={send} />}
        </SayBar>
      }
    >
      {WORKSPACE === null && firstRun.isShown && place && isList(place) && (
        <Suspense fallback={null}>
          <FirstRun run={firstRun} onExample={choose} />
        </Suspense>
      )}
      <Place place={place} onOpen={openTask} onGo={go} />
      {isHelpShown && <KeyHelp onClose={() => setHelpShown(false)} />}
    </Shell>
  );
}
