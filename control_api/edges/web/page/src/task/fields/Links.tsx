import type { Link } from "../../api/contract";
import { CloseIcon } from "../../Icons";
import { TEXTS } from "../../texts";
import { NameForm } from "./NameForm";

const LONGEST = 2_000;
/** What a press may follow: anything else could run as a part of the page. */
const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

interface Props {
  links: Link[];
  onChange: (links: Link[]) => void;
}

/** The addresses that belong to a task. */
export function Links({ links, onChange }: Props) {
  const add = (typed: string) => {
    const url = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    if (!links.some((link) => link.url === url)) onChange([...links, { url }]);
  };

  return (
    <div className="field" role="group" aria-label={TEXTS.task.links}>
      <div className="field-row">
        <span className="field-label" aria-hidden="true">
          {TEXTS.task.links}
        </span>
        <div className="names">
          {links.map((link) => (
            <span key={link.url} className="name-chip">
              <LinkWords link={link} />
              <button
                type="button"
                aria-label={TEXTS.task.without(link.title || link.url)}
                title={TEXTS.task.without(link.title || link.url)}
                onClick={() => onChange(links.filter((each) => each !== link))}
              >
                <CloseIcon />
              </button>
            </span>
          ))}
          <NameForm
            label={TEXTS.task.addLinkLabel}
            submit={TEXTS.task.add}
            longest={LONGEST}
            onSubmit={add}
          />
        </div>
      </div>
    </div>
  );
}

function LinkWords({ link }: { link: Link }) {
  const words = link.title || link.url.replace(/^https?:\/\//, "");
  if (!SAFE.test(link.url)) return <span>{words}</span>;
  return (
    <a href={link.url} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
