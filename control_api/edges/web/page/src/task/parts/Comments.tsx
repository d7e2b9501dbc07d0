import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Comment } from "../../api/around";
import type { Task } from "../../api/contract";
import { useComments } from "../../data/details";
import { useTaskActions } from "../../data/useTaskActions";
import { DeleteIcon } from "../../Icons";
import { momentWords } from "../../tasks/moments";
import { TEXTS } from "../../texts";
import type { Edits } from "../fields/useEdits";
import { Part } from "./Part";

const LONGEST = 100_000;

interface Props {
  task: Task;
  edits: Edits;
}

/** What was said about a task, the first said first. */
export function Comments({ task, edits }: Props) {
  const comments = useComments(task.id);
  const actions = useTaskActions();
  const [edited, setEdited] = useState<string | null>(null);

  return (
    <Part spot="comments" label={TEXTS.parts.comments}>
      {comments.length > 0 && (
        <ul className="comments">
          {comments.map((comment) => (
            <li key={comment.id}>
              {edited === comment.id ? (
                <Writing
                  label={TEXTS.parts.editComment}
                  text={comment.text}
                  submit={TEXTS.task.save}
                  autoFocus
                  onClose={() => setEdited(null)}
                  onSubmit={(text) => {
                    if (text !== comment.text) actions.rewriteComment(comment.id, text);
                    setEdited(null);
                  }}
                />
              ) : (
                <CommentText
                  comment={comment}
                  onEdit={() => setEdited(comment.id)}
                  onRemove={() => actions.removeComment(comment.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Writing
        label={TEXTS.parts.addComment}
        text=""
        submit={TEXTS.task.add}
        onSubmit={edits.comment}
      />
    </Part>
  );
}

interface TextProps {
  comment: Comment;
  onEdit: () => void;
  onRemove: () => void;
}

function CommentText({ comment, onEdit, onRemove }: TextProps) {
  const about = [comment.author === "owner" ? "" : comment.author, momentWords(comment.created_at)];
  return (
    <>
      <button
        type="button"
        className="comment-text"
        title={TEXTS.parts.editComment}
        onClick={onEdit}
      >
        {comment.text}
        <span className="visually-hidden">, {TEXTS.parts.editComment}</span>
      </button>
      <span className="about">{about.filter(Boolean).join(", ")}</span>
      <button
        type="button"
        className="icon"
        aria-label={TEXTS.parts.removeComment(comment.text)}
        title={TEXTS.parts.removeComment(comment.text)}
        onClick={onRemove}
      >
        <DeleteIcon />
      </button>
    </>
  );
}

interface WritingProps {
  label: string;
  text: string;
  submit: string;
  autoFocus?: boolean;
  onSubmit: (text: string) => void;
  onClose?: () => void;
}

/** Text of some lines: Enter sends it, with Shift it begins a line. */
function Writing({ label, text: before, submit, autoFocus, onSubmit, onClose }: WritingProps) {
  const [text, setText] = useState(before);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim()) return;
    onSubmit(text.trim());
    setText("");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape" && onClose) {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <form className="name-form" onSubmit={send}>
      <textarea
        className="notes"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={LONGEST}
        rows={1}
        autoFocus={autoFocus}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      {text.trim() !== "" && (
        <button type="submit" className="quiet">
          {submit}
        </button>
      )}
    </form>
  );
}
