import { lazy, Suspense } from "react";
import { Router } from "wouter";
import { AcceptInvitation } from "./account/AcceptInvitation";
import { SignIn } from "./account/SignIn";
import { useAccount } from "./account/useAccount";
import { Banner } from "./notices/Banner";
import { ROOT } from "./root";
import { TEXTS } from "./texts";

/** Not needed before somebody is signed in. */
const Workspace = lazy(() => import("./Workspace"));

export function App() {
  const { state, submit, submitName, accept, decline, change, expire, leave } = useAccount();

  switch (state.kind) {
    case "signed-in":
      return (
        <Router base={ROOT}>
          <Suspense fallback={<p className="visually-hidden">{TEXTS.loading}</p>}>
            <Workspace
              key={state.account.id}
              account={state.account}
              onAccount={(account) => void change(account)}
              onSignedOut={expire}
              onSignOut={() => void leave()}
            />
          </Suspense>
        </Router>
      );
    case "signed-out":
      return <SignIn message={state.message} onSubmit={submit} onName={submitName} />;
    case "invited":
      return (
        <AcceptInvitation
          onAccept={(name, password) => accept(state.code, name, password)}
          onBack={decline}
        />
      );
    case "away":
      return <Banner>{TEXTS.notice.apiAway}</Banner>;
    case "loading":
      return <p className="visually-hidden">{TEXTS.loading}</p>;
  }
}
