export { SETTINGS } from "./shown";
