import { type ComponentType, lazy, Suspense } from "react";
import { Link } from "wouter";
import { BackIcon } from "../Icons";
import { useSession } from "../session/session";
import { pathOf } from "../shell/places";
import { TEXTS } from "../texts";
import { type Part, partOf, partsOf, settingsTitle } from "./parts";

const SHOWN: Record<Part, ComponentType> = {
  you: lazy(() => import("./you/You")),
  voice: lazy(() => import("./voice/Voice")),
  reminders: lazy(() => import("./reminders/Reminders")),
  look: lazy(() => import("./look/LookAndKeys")),
  data: lazy(() => import("./data/Data")),
  sharing: lazy(() => import("./sharing/Sharing")),
  people: lazy(() => import("./people/HealthAndPeople")),
};

interface Props {
  /** What follows `/settings/` in the address. */
  rest: string;
}

/** What is chosen once: all parts there are, or one of them. */
export default function Settings({ rest }: Props) {
  const { account } = useSession();
  const part = partOf(rest, account);
  const Shown = part && SHOWN[part];

  return (
    <section className="plain-view settings" aria-labelledby="settings-heading" data-part={part}>
      <header className="view-header">
        {part && (
          <Link
            href={pathOf("settings")}
            className="icon"
            aria-label={TEXTS.settings.back}
            title={TEXTS.settings.back}
          >
            <BackIcon />
          </Link>
        )}
        <h1 id="settings-heading" tabIndex={-1}>
          {settingsTitle(part ?? "")}
        </h1>
      </header>
      <div className="settings-body">
        <nav className="settings-parts" aria-label={TEXTS.settings.partsLabel}>
          <ul>
            {partsOf(account).map((each) => (
              <li key={each}>
                <Link
                  href={pathOf("settings", each)}
                  className="part-link"
                  aria-current={each === part ? "page" : undefined}
                >
                  <span className="part-title">{TEXTS.settings.parts[each].title}</span>
                  <span className="part-about">{TEXTS.settings.parts[each].about}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {Shown && (
          // Each part begins at its top.
          <div key={part} className="settings-part">
            <Suspense fallback={null}>
              <Shown />
            </Suspense>
          </div>
        )}
      </div>
    </section>
  );
}
