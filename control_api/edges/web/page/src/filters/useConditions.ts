import { useReducer } from "react";
import { newKey } from "../api/keys";
import { type Condition, type Field, type Joint, RELATIONS, written } from "./writing";

interface State {
  conditions: readonly Condition[];
  joint: Joint;
  /** The text once somebody has written it; null as long as it is that of the conditions. */
  byHand: string | null;
}

type Change =
  | { add: Field }
  | { remove: string }
  | { id: string; to: Partial<Pick<Condition, "field" | "relation" | "value">> }
  | { joint: Joint }
  | { byHand: string | null };

const condition = (field: Field, value = ""): Condition => ({
  ...{ id: newKey(), field, value, relation: RELATIONS[field][0] ?? "is" },
});

/** The conditions of a filter that is being made, and their text. */
export function useConditions() {
  const [state, change] = useReducer(changed, null, begin);
  return { ...state, text: state.byHand ?? written(state.conditions, state.joint), change };
}

const begin = (): State => ({
  conditions: [condition("status", "open"), condition("due")],
  joint: "all",
  byHand: null,
});

function changed(state: State, change: Change): State {
  if ("joint" in change) return { ...state, joint: change.joint };
  if ("byHand" in change) return { ...state, byHand: change.byHand };
  const { conditions } = state;
  if ("add" in change) return { ...state, conditions: [...conditions, condition(change.add)] };
  if ("remove" in change)
    return { ...state, conditions: conditions.filter(({ id }) => id !== change.remove) };
  const { id, to } = change;
  // Another field is compared in its own ways, and has other values.
  const next = (before: Condition): Condition =>
    to.field ? { ...condition(to.field), id } : { ...before, ...to };
  return { ...state, conditions: conditions.map((each) => (each.id === id ? next(each) : each)) };
}
