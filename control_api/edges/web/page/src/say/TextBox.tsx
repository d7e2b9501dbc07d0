import type { ChangeEvent, FormEvent, KeyboardEvent, RefObject } from "react";
import { SendIcon } from "../Icons";
import { useKeymap } from "../keys/chosenKeys";
import { TEXTS } from "../texts";
import { CompletionList, optionId } from "./CompletionList";
import { recalled, saidBefore } from "./recall";
import { useCompletion } from "./useCompletion";

const LONGEST_MESSAGE = 2_000;

interface Props {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
}

/** The box to type in: it completes names behind their signs, and brings back what was said. */
export function TextBox({ field, text, onText, onSend }: Props) {
  const completion = useCompletion({ field, text, onText });
  const { options, active, list } = completion;
  const isOpen = options.length > 0;
  const { type } = useKeymap();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onSend();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || completion.onKey(event)) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const before = recalled(text, event.key === "ArrowUp" ? -1 : 1, saidBefore());
    if (before === null) return;
    event.preventDefault();
    onText(before);
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onText(target.value);
    completion.onCaret(target.selectionStart);
  };

  return (
    <form className="text-box" onSubmit={submit}>
      {isOpen && completion.sign && (
        <CompletionList
          {...{ id: list, sign: completion.sign, options, active }}
          onChoose={completion.choose}
        />
      )}
      <input
        ref={field}
        value={text}
        maxLength={LONGEST_MESSAGE}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? optionId(list, active) : undefined}
        aria-label={TEXTS.typing.label}
        aria-keyshortcuts={type}
        placeholder={TEXTS.typing.placeholder}
        autoComplete="off"
        enterKeyHint="send"
        onChange={onChange}
        onSelect={({ currentTarget }) => completion.onCaret(currentTarget.selectionStart)}
        onBlur={() => completion.onCaret(0)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="send" aria-label={TEXTS.typing.send} disabled={!text.trim()}>
        <SendIcon />
      </button>
    </form>
  );
}
