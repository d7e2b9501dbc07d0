import type { ReactNode } from "react";
import { Link } from "wouter";
import { AllIcon, MicrophoneIcon, SettingsIcon, SunIcon } from "../Icons";
import { TEXTS } from "../texts";
import { pathOf, type Place, type Segment } from "./places";

/** What is always within reach of the thumb on a phone. */
export function Tabs({ place }: { place: Place | null }) {
  return (
    <nav className="tabs" aria-label={TEXTS.shell.tabs}>
      <Tab segment="today" place={place} icon={<SunIcon />}>
        {TEXTS.views.today}
      </Tab>
      <Tab segment="browse" place={place} icon={<AllIcon />}>
        {TEXTS.shell.browse}
      </Tab>
      <Tab segment="talk" place={place} icon={<MicrophoneIcon />}>
        {TEXTS.shell.talk}
      </Tab>
      <Tab segment="settings" place={place} icon={<SettingsIcon />}>
        {TEXTS.views.settings}
      </Tab>
    </nav>
  );
}

interface TabProps {
  segment: Segment;
  place: Place | null;
  icon: ReactNode;
  children: string;
}

function Tab({ segment, place, icon, children }: TabProps) {
  return (
    <Link
      href={pathOf(segment)}
      className="tab"
      aria-current={place?.segment === segment ? "page" : undefined}
    >
      {icon}
      {children}
    </Link>
  );
}
