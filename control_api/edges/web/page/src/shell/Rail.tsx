import type { Task } from "../api/contract";
import { useFilters } from "../data/things";
import {
  ActivityIcon,
  AddIcon,
  AllIcon,
  CalendarIcon,
  CompletedIcon,
  DeleteIcon,
  FilterIcon,
  InboxIcon,
  RailIcon,
  SearchIcon,
  SettingsIcon,
  SunIcon,
} from "../Icons";
import type { Edit } from "../data/useTaskActions";
import { ROOT } from "../root";
import { viewerZone } from "../tasks/due";
import { clockOf } from "../tasks/grouping";
import { onDay } from "../tasks/onDay";
import { WorkspaceChoice } from "../sharing/WorkspaceChoice";
import { TEXTS } from "../texts";
import { NEW, pathOf, type Place } from "./places";
import { RailLink } from "./RailLink";
import { RailProjects } from "./RailProjects";

interface Props {
  place: Place | null;
  isFolded: boolean;
  onFold: () => void;
}

/** All places there are. */
export function Rail({ place, isFolded, onFold }: Props) {
  const { data: filters = [] } = useFilters();
  const here =
    place && (place.segment === "settings" ? pathOf("settings") : pathOf(place.segment, place.rest));

  return (
    <nav className="rail" aria-label={TEXTS.shell.places} data-folded={isFolded}>
      <header className="brand">
        <img src={`${ROOT}/favicon.svg`} alt="" width={28} height={28} />
        <span className="name">{TEXTS.name}</span>
        <button
          type="button"
          className="icon"
          aria-expanded={!isFolded}
          aria-label={TEXTS.shell.fold}
          title={TEXTS.shell.fold}
          onClick={onFold}
        >
          <RailIcon />
        </button>
      </header>
      <div className="rail-places">
        <ul>
          <RailLink to={pathOf("search")} icon={<SearchIcon />} {...{ here }}>
            {TEXTS.views.search}
          </RailLink>
          <RailLink to={pathOf("today")} icon={<SunIcon />} drop={toToday} {...{ here }}>
            {TEXTS.views.today}
          </RailLink>
          <RailLink to={pathOf("upcoming")} icon={<CalendarIcon />} {...{ here }}>
            {TEXTS.views.upcoming}
          </RailLink>
          <RailLink
            to={pathOf("inbox")}
            icon={<InboxIcon />}
            drop={() => ({ project: null })}
            {...{ here }}
          >
            {TEXTS.views.inbox}
          </RailLink>
          <RailLink to={pathOf("all")} icon={<AllIcon />} {...{ here }}>
            {TEXTS.views.all}
          </RailLink>
          <RailLink to={pathOf("completed")} icon={<CompletedIcon />} {...{ here }}>
            {TEXTS.views.completed}
          </RailLink>
        </ul>
        <section aria-labelledby="rail-projects">
          <h2 id="rail-projects">{TEXTS.shell.projects}</h2>
          <RailProjects {...{ here }} />
        </section>
        <section aria-labelledby="rail-filters">
          <h2 id="rail-filters">{TEXTS.shell.filters}</h2>
          <ul>
            {filters.map(({ id, name }) => (
              <RailLink key={id} to={pathOf("filter", id)} icon={<FilterIcon />} {...{ here }}>
                {name}
              </RailLink>
            ))}
            <RailLink to={pathOf("filter", NEW)} icon={<AddIcon />} {...{ here }}>
              {TEXTS.filters.new}
            </RailLink>
          </ul>
        </section>
      </div>
      <WorkspaceChoice />
      <ul className="rail-foot">
        <RailLink to={pathOf("activity")} icon={<ActivityIcon />} {...{ here }}>
          {TEXTS.views.activity}
        </RailLink>
        <RailLink to={pathOf("trash")} icon={<DeleteIcon />} {...{ here }}>
          {TEXTS.views.trash}
        </RailLink>
        <RailLink to={pathOf("settings")} icon={<SettingsIcon />} {...{ here }}>
          {TEXTS.views.settings}
        </RailLink>
      </ul>
    </nav>
  );
}

function toToday(task: Task): Edit {
  const clock = clockOf(new Date(), viewerZone());
  return onDay(task, clock.day, clock);
}
