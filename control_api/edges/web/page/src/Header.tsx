import { SignOutIcon } from "./Icons";
import { TEXTS } from "./texts";

export function Header({ onSignOut }: { onSignOut: () => void }) {
  return (
    <header className="page-header">
      <h1>
        <img src="/favicon.svg" alt="" width={28} height={28} />
        {TEXTS.name}
      </h1>
      <button
        type="button"
        className="icon"
        aria-label={TEXTS.signIn.signOut}
        title={TEXTS.signIn.signOut}
        onClick={onSignOut}
      >
        <SignOutIcon />
      </button>
    </header>
  );
}
