import { useState } from 'preact/hooks';

/**
 * An id that no other element of the page has, for a label or a description. Preact's own `useId` counts anew whenever
 * the page is rendered from its root, as the panel is with each change of its state: what appears later would get an id
 * that is taken.
 */
export function useUniqueId(): string {
  const [id] = useState(() => `id-${crypto.randomUUID()}`);
  return id;
}
