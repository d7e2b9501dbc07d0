import { openWorkspace, WORKSPACE } from "../api/workspace";
import { TEXTS } from "../texts";
import { useWorkspaces } from "./useWorkspaces";

const OWN = "";

/** Which workspace the page is about, for who shares one. */
export function WorkspaceChoice() {
  const { data: workspaces = [] } = useWorkspaces();
  const shared = workspaces.filter(({ is_personal }) => !is_personal);
  if (shared.length === 0) return null;
  return (
    <select
      className="workspace-choice"
      aria-label={TEXTS.sharing.choose}
      value={WORKSPACE ?? OWN}
      onChange={({ target }) => openWorkspace(target.value === OWN ? null : target.value)}
    >
      <option value={OWN}>{TEXTS.sharing.own}</option>
      {shared.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
