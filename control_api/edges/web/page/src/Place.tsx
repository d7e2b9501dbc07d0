import { lazy, Suspense, useCallback } from "react";
import { Link } from "wouter";
import type { Task } from "./api/contract";
import { ListView } from "./list/ListView";
import { HOME, NEW, type Place as PlaceShown, pathOf } from "./shell/places";
import { useArrival } from "./shell/useArrival";
import { useIsPhone } from "./shell/useIsPhone";
import { useView } from "./shell/useView";
import { settingsTitle } from "./settings/parts";
import { TEXTS } from "./texts";
import { NewProject } from "./things/NewProject";
import { loadSettingsTexts } from "./words/shown";

const ActivityView = lazy(() => import("./activity/ActivityView"));
const FilterBuilder = lazy(() =>
  loadSettingsTexts().then(() => import("./filters/FilterBuilder")),
);
const SearchView = lazy(() => import("./search/SearchView"));
const Settings = lazy(() =>
  loadSettingsTexts().then(() => import("./settings/Settings")),
);
const TrashView = lazy(() => import("./trash/TrashView"));

/** Places that are no list of tasks. */
const OTHERS = ["activity", "search", "settings", "trash"] as const;
/** Of what a phone shows all over, and a wide page beside a list. */
const BESIDE = ["browse", "talk"] as const;

interface Props {
  place: PlaceShown | null;
  onOpen: (task: Task) => void;
  onGo: (path: string) => void;
}

/** What the address shows. */
export function Place({ place, onOpen, onGo }: Props) {
  const { view, isMissing } = useView(place);
  const isPhone = useIsPhone();
  const other = OTHERS.find((each) => each === place?.segment);
  const made = place?.rest === NEW ? place.segment : null;
  const makes = { project: TEXTS.things.newProject, filter: TEXTS.filters.new };
  const panel = isPhone ? BESIDE.find((each) => each === place?.segment) : undefined;
  const beside = panel && TEXTS.shell[panel];
  const title =
    place?.segment === "settings"
      ? settingsTitle(place.rest)
      : (beside ??
        (made === "project" || made === "filter" ? makes[made] : null) ??
        (other ? TEXTS.views[other] : view?.title) ??
        "");
  const onMade = useCallback((id: string) => made && onGo(pathOf(made, id)), [made, onGo]);
  useArrival(place ? pathOf(place.segment, place.rest) : "", title);

  if (beside)
    return (
      <h1 className="visually-hidden" tabIndex={-1}>
        {beside}
      </h1>
    );
  if (made === "filter")
    return (
      <Suspense fallback={null}>
        <FilterBuilder onMade={onMade} />
      </Suspense>
    );
  if (made === "project") return <NewProject onMade={onMade} />;
  if (view)
    return (
      <ListView key={view.key} view={view} onOpen={onOpen} onGone={() => onGo(pathOf("all"))} />
    );
  if (other)
    return (
      <Suspense fallback={null}>
        {other === "activity" && <ActivityView />}
        {other === "search" && <SearchView onOpen={onOpen} />}
        {other === "settings" && <Settings rest={place?.rest ?? ""} />}
        {other === "trash" && <TrashView />}
      </Suspense>
    );
  return isMissing ? <Nowhere /> : null;
}

function Nowhere() {
  return (
    <section className="plain-view nowhere">
      <h1 tabIndex={-1}>{TEXTS.shell.nowhere}</h1>
      <p>{TEXTS.shell.nowhereText}</p>
      <Link href={HOME} className="primary">
        {TEXTS.shell.toToday}
      </Link>
    </section>
  );
}
