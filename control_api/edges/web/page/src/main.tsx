import "@fontsource-variable/figtree/wght.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { applyLook } from "./look/look";
import { registerServiceWorker } from "./offline/register";
import { beginToSpeak } from "./words/choosing";
import "./styles/theme.css";
import "./styles/signIn.css";
import "./styles/shell.css";
import "./styles/places.css";
import "./styles/talk.css";
import "./styles/tasks.css";
import "./styles/things.css";
import "./styles/task.css";
import "./styles/notices.css";
import "./styles/approvals.css";
import "./styles/say.css";
import "./styles/settings.css";
import "./styles/firstRun.css";
import "./styles/look.css";

registerServiceWorker();

applyLook();
// On its way while it is asked who is signed in, who waits for it.
void beginToSpeak();
createRoot(document.getElementById("page") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
