export { TEXTS } from "./words/shown";
