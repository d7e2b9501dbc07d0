/** A key that no other request has; crypto.randomUUID is missing on plain http addresses. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An id for a thing that is to be made: a UUID of the kind that is drawn by chance. */
export function newId(): string {
  const [a, b, c, d, e] = newKey().match(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/)?.slice(1) ?? [];
  return `${a}-${b}-4${c}-8${d}-${e}`;
}
