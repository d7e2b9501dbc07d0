import { TEXTS } from "../../texts";
import { Choices } from "./Choices";
import { NameForm } from "./NameForm";

interface Props {
  label: string;
  /** Asks for a name that there is none of. */
  addLabel: string;
  /** What no name is called. */
  none: string;
  name: string | null;
  known: readonly string[];
  onChoose: (name: string | null) => void;
  onClose: () => void;
}

/** One of the names there are, a new one, or none. */
export function OneName({ label, addLabel, none, name, known, onChoose, onClose }: Props) {
  const choose = (next: string | null) => {
    if (next !== name) onChoose(next);
    onClose();
  };
  return (
    <>
      <Choices
        label={label}
        choices={[{ value: null as string | null, words: none }, ...known.map((value) => ({ value, words: value }))]}
        chosen={name}
        onChoose={choose}
      />
      <NameForm label={addLabel} submit={TEXTS.task.save} onSubmit={choose} />
    </>
  );
}
