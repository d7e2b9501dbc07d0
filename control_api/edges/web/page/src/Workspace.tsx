import { RoomAudioRenderer, RoomContext } from "@livekit/components-react";
import { useCallback } from "react";
import { LanguageChoice } from "./account/LanguageChoice";
import { useLanguage } from "./account/useLanguage";
import type { Me, ProgressEvent } from "./api/contract";
import { ApprovalList } from "./approvals/ApprovalList";
import { useApprovals } from "./approvals/useApprovals";
import { BellList } from "./bells/BellList";
import { useBellActions, useBells } from "./bells/useBells";
import { useRinging } from "./bells/useRinging";
import { ConversationPanel } from "./conversation/ConversationPanel";
import { useConversation } from "./conversation/useConversation";
import { forgetTranscript, useTranscript } from "./transcript/useTranscript";
import { Header } from "./Header";
import { Banner } from "./notices/Banner";
import { ToastList } from "./notices/ToastList";
import { useToasts } from "./notices/useToasts";
import { ReminderList } from "./reminders/ReminderList";
import { useReminderAnswers, useReminders } from "./reminders/useReminders";
import { StepList } from "./steps/StepList";
import { useSteps } from "./steps/useSteps";
import { TaskList } from "./tasks/TaskList";
import { useTaskActions } from "./tasks/useTaskActions";
import { useTasks } from "./tasks/useTasks";
import { TEXTS } from "./texts";

interface Props {
  account: Me;
  onAccount: (account: Me) => void;
  /** The session has ended without the person's doing. */
  onSignedOut: () => void;
  onSignOut: () => void;
}

/** The page of somebody who is signed in: the conversation, and the tasks beside it. */
export function Workspace(props: Props) {
  const { account, onAccount, onSignedOut: onSessionEnd, onSignOut } = props;
  // What was said is not for whoever signs in next.
  const onSignedOut = useCallback(() => {
    forgetTranscript();
    onSessionEnd();
  }, [onSessionEnd]);
  const conversation = useConversation(onSignedOut);
  const transcript = useTranscript();
  const reminders = useReminders();
  const bells = useBells();
  const steps = useSteps();
  const approvals = useApprovals({ say: transcript.say, onSignedOut });
  const onOpen = useCallback(() => {
    void bells.read();
    void approvals.read();
  }, [bells.read, approvals.read]);
  const onProgress = useCallback(
    (event: ProgressEvent) => {
      steps.take(event);
      approvals.take(event);
    },
    [steps.take, approvals.take],
  );
  const { tasks, loaded, away, read } = useTasks({
    onSignedOut,
    onReminder: reminders.take,
    onBell: bells.read,
    onOpen,
    onProgress,
  });
  const { shown, show, dismiss } = useToasts();
  const actions = useTaskActions({ show, read, onSignedOut });
  const bellActions = useBellActions({ show, onSignedOut });
  const answers = useReminderAnswers({
    ...{ actions, bells: bellActions, drop: reminders.drop, show, onSignedOut },
  });
  const chooseLanguage = useLanguage({ onAccount, show, onSignedOut });
  useRinging(reminders.shown);

  const undo = (commandId: string) => {
    transcript.spend(commandId);
    actions.undo(commandId);
  };
  const signOut = () => {
    conversation.leave();
    forgetTranscript();
    onSignOut();
  };

  return (
    <RoomContext value={conversation.room}>
      <Header onSignOut={signOut} />
      {away && <Banner>{TEXTS.notice.apiAway}</Banner>}
      <main className="workspace">
        <ConversationPanel
          conversation={conversation}
          transcript={transcript}
          showProblem={show}
          onUndo={undo}
          onAnswered={approvals.read}
          onSignedOut={onSignedOut}
          underWay={<StepList shown={steps.shown} />}
          settings={
            <LanguageChoice
              language={account.language}
              onChoose={(language) => void chooseLanguage(language)}
            />
          }
        >
          <ApprovalList
            waiting={approvals.waiting}
            note={approvals.note}
            onDecide={approvals.decide}
          />
          <ReminderList
            shown={reminders.shown}
            onDone={(reminder) => void answers.finish(reminder)}
            onSnooze={(reminder) => void answers.snooze(reminder)}
            onDismiss={answers.dismiss}
          />
          <BellList timers={bells.timers} alarms={bells.alarms} actions={bellActions} />
        </ConversationPanel>
        <TaskList tasks={tasks} loaded={loaded} actions={actions} />
      </main>
      <ToastList shown={shown} onDismiss={dismiss} onUndo={undo} />
      <RoomAudioRenderer />
    </RoomContext>
  );
}
