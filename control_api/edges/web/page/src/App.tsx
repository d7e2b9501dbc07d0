import { SignIn } from "./account/SignIn";
import { useAccount } from "./account/useAccount";
import { Banner } from "./notices/Banner";
import { TEXTS } from "./texts";
import { Workspace } from "./Workspace";

export function App() {
  const { state, submit, change, expire, leave } = useAccount();

  switch (state.kind) {
    case "signed-in":
      return (
        <Workspace
          account={state.account}
          onAccount={change}
          onSignedOut={expire}
          onSignOut={() => void leave()}
        />
      );
    case "signed-out":
      return <SignIn message={state.message} onSubmit={submit} />;
    case "away":
      return <Banner>{TEXTS.notice.apiAway}</Banner>;
    case "loading":
      return <p className="visually-hidden">{TEXTS.loading}</p>;
  }
}
