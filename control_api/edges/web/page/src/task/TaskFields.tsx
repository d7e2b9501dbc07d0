import type { Priority, Task, TaskStatus } from "../api/contract";
import { usePeople, useSections, useTags } from "../data/details";
import { useProjects } from "../data/things";
import { TEXTS } from "../texts";
import { Choices } from "./fields/Choices";
import { DeadlineField, DueField, StartField } from "./fields/Dates";
import { DurationEditor, durationWords } from "./fields/DurationEditor";
import { Field } from "./fields/Field";
import { Links } from "./fields/Links";
import { Names } from "./fields/Names";
import { Notes } from "./fields/Notes";
import { OneName } from "./fields/OneName";
import { RepeatField } from "./fields/RepeatField";
import type { Edits } from "./fields/useEdits";

const PRIORITIES: readonly (Priority | null)[] = ["urgent", "high", "medium", "low", null];
const STATUSES: readonly TaskStatus[] = ["todo", "in_progress", "completed", "cancelled"];
const NO_NAMES: string[] = [];

interface Props {
  task: Task;
  edits: Edits;
}

/** Every field of a task but its title, each with its editor. */
export function TaskFields({ task, edits }: Props) {
  const { data: tags = [] } = useTags();
  const { data: people = [] } = usePeople();
  return (
    <div className="fields">
      <DueField {...{ task, edits }} />
      <RepeatField {...{ task, edits }} />
      <PriorityField {...{ task, edits }} />
      <ProjectField {...{ task, edits }} />
      <Names
        spot="tags"
        label={TEXTS.task.tags}
        addLabel={TEXTS.task.addTag}
        sign="#"
        names={task.tags}
        known={tags.map(({ name }) => name)}
        onChange={edits.setTags}
      />
      <Names
        spot="people"
        label={TEXTS.task.people}
        addLabel={TEXTS.task.addPerson}
        sign="@"
        names={task.assignees}
        known={people.map(({ name }) => name)}
        onChange={edits.setPeople}
      />
      <Notes notes={task.notes} onSave={edits.setNotes} />
      <StartField {...{ task, edits }} />
      <DeadlineField {...{ task, edits }} />
      <Field
        spot="duration"
        label={TEXTS.task.duration}
        value={task.duration_min === null ? null : durationWords(task.duration_min)}
      >
        {(close) => (
          <DurationEditor
            minutes={task.duration_min}
            onSave={edits.setDuration}
            onClose={close}
          />
        )}
      </Field>
      <StatusField {...{ task, edits }} />
      <Links links={task.links} onChange={edits.setLinks} />
    </div>
  );
}

function PriorityField({ task, edits }: Props) {
  const words = TEXTS.list.priorities;
  return (
    <Field
      spot="priority"
      label={TEXTS.task.priority}
      value={
        task.priority && (
          <span className="mark" data-kind="priority">
            {words[task.priority]}
          </span>
        )
      }
    >
      {(close) => (
        <Choices
          label={TEXTS.task.priority}
          choices={PRIORITIES.map((value) => ({ value, words: words[value ?? "none"] }))}
          chosen={task.priority}
          onChoose={(priority) => {
            edits.setPriority(priority);
            close();
          }}
        />
      )}
    </Field>
  );
}

function StatusField({ task, edits }: Props) {
  const words = TEXTS.task.statuses;
  return (
    <Field spot="status" label={TEXTS.task.status} value={words[task.status]}>
      {(close) => (
        <Choices
          label={TEXTS.task.status}
          choices={STATUSES.map((value) => ({ value, words: words[value] }))}
          chosen={task.status}
          onChoose={(status) => {
            if (status !== task.status) edits.setStatus(status);
            close();
          }}
        />
      )}
    </Field>
  );
}

/** The project, and the heading within it; a name that there is none of is made. */
function ProjectField({ task, edits }: Props) {
  const { data: projects = [] } = useProjects();
  const { data: sections = NO_NAMES } = useSections(task.project);
  return (
    <>
      <Field spot="project" label={TEXTS.task.project} value={task.project ?? TEXTS.task.inbox}>
        {(close) => (
          <OneName
            label={TEXTS.task.project}
            addLabel={TEXTS.task.newProject}
            none={TEXTS.task.inbox}
            name={task.project}
            known={projects.map(({ name }) => name)}
            onChoose={edits.move}
            onClose={close}
          />
        )}
      </Field>
      {task.project !== null && (
        <Field spot="section" label={TEXTS.task.section} value={task.section}>
          {(close) => (
            <OneName
              label={TEXTS.task.section}
              addLabel={TEXTS.task.newSection}
              none={TEXTS.task.none}
              name={task.section}
              known={sections}
              onChoose={edits.setSection}
              onClose={close}
            />
          )}
        </Field>
      )}
    </>
  );
}
