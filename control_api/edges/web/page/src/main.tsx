import "@fontsource-variable/figtree/wght.css";
import { setLogLevel } from "livekit-client";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles/theme.css";
import "./styles/page.css";
import "./styles/talk.css";
import "./styles/tasks.css";
import "./styles/notices.css";
import "./styles/approvals.css";

setLogLevel("warn");

createRoot(document.getElementById("page") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
