/** Why something could not be done, where it was tried. */
export function Failure({ children }: { children: string | null }) {
  return (
    children && (
      <p className="failure" role="alert">
        {children}
      </p>
    )
  );
}
