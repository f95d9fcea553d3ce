import { useEffect, useRef, useState } from 'preact/hooks';

/** Nobody reads numbers that change more often than this, in milliseconds. */
const INTERVAL_MS = 150;

/** Whether an element is in sight. */
export function useInSight(element: { readonly current: Element | null }): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) {
      return;
    }
    const observer = new IntersectionObserver((entries) =>
      setInSight(entries.at(-1)?.isIntersecting ?? false),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return inSight;
}

/** Whether a condition has been true at some time. */
export function useWasTrue(condition: boolean): boolean {
  const was = useRef(false);
  was.current ||= condition;
  return was.current;
}

/**
 * A value that changes with every frame, slowed down for those who draw much of it: it follows at most every 150 ms, and
 * not at all while nobody sees it. The last of several values is always shown in the end.
 */
export function useSteady<T>(value: T, isSeen: boolean): T {
  const [shown, setShown] = useState(value);
  const last = useRef({ value, at: -Infinity });
  last.current.value = value;
  useEffect(() => {
    if (!isSeen || Object.is(value, shown)) {
      return;
    }
    const wait = last.current.at + INTERVAL_MS - performance.now();
    const follow = (): void => {
      last.current.at = performance.now();
      setShown(() => last.current.value);
    };
    if (wait <= 0) {
      follow();
      return;
    }
    const timer = setTimeout(follow, wait);
    return () => clearTimeout(timer);
  }, [value, isSeen, shown]);
  return shown;
}
