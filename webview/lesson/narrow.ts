import { useEffect, useState } from 'preact/hooks';

/** Below this width of the panel everything stands in one column; see layout.css. */
const ONE_COLUMN = '(max-width: 899px)';

/**
 * Whether the panel is so narrow that everything stands in one column. There the notes come before the evidence, for the
 * eye and for the keyboard, so the order in the page is another one.
 */
export function useOneColumn(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(ONE_COLUMN).matches);
  useEffect(() => {
    const query = window.matchMedia(ONE_COLUMN);
    const follow = (): void => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
