import * as l10n from '@vscode/l10n';
import { useLitRegion } from '../litRegions';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { bringIntoView } from '../../ui/scrolling';
import { moveFocusWithArrows } from '../transport/arrowKeys';
import type { EvidenceState } from './evidenceState';
import { EVIDENCE_TABS, tabName, type EvidenceTab } from './tabs';
import './evidence.css';

interface EvidenceProps {
  readonly state: EvidenceState;
  /** The state of the run's health, beside the tabs. */
  readonly health: ComponentChildren;
  readonly onTab: (tab: EvidenceTab) => void;
  /** What the chosen tab shows. */
  readonly children: ComponentChildren;
}

/** What shows how the run goes, in tabs below the controls. */
export function Evidence({ state, health, onTab, children }: EvidenceProps): JSX.Element {
  const { tab, opened } = state;
  const root = useRef<HTMLElement>(null);
  const before = useRef(opened);
  useEffect(() => {
    if (before.current !== opened) {
      before.current = opened;
      bringIntoView(root.current, 'nearest');
      root.current
        ?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
        ?.focus({ preventScroll: true });
    }
  }, [opened]);
  const content = useRef<HTMLDivElement>(null);
  useSteadyHeight(content, tab);
  return (
    <section
      id="evidence"
      ref={root}
      class="evidence"
      {...useLitRegion('charts')}
      data-tab={tab}
      aria-label={l10n.t('Evidence')}
    >
      <div class="evidence-head">
        <div
          class="evidence-tabs"
          role="tablist"
          aria-label={l10n.t('What shows how the run goes')}
          onKeyDown={moveFocusWithArrows}
        >
          {EVIDENCE_TABS.map((name) => (
            <button
              type="button"
              key={name}
              id={`evidence-tab-${name}`}
              role="tab"
              aria-selected={name === tab}
              aria-controls="evidence-content"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => onTab(name)}
              onFocus={() => name !== tab && onTab(name)}
            >
              {tabName(name)}
            </button>
          ))}
        </div>
        {health}
      </div>
      <div
        ref={content}
        id="evidence-content"
        class="evidence-content"
        role="tabpanel"
        aria-labelledby={`evidence-tab-${tab}`}
      >
        {children}
      </div>
    </section>
  );
}

/**
 * Keeps an element as high as the highest thing that it showed: at the end of what scrolls, tabs above content that
 * becomes lower would move away under the pointer.
 */
function useSteadyHeight(element: { readonly current: HTMLElement | null }, shown: unknown): void {
  const highest = useRef({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) {
      return;
    }
    const { width, height } = highest.current;
    // In another width everything has another height.
    const known = current.offsetWidth === width ? height : 0;
    current.style.minHeight = `${known}px`;
    return () => {
      highest.current = { width: current.offsetWidth, height: Math.max(known, current.offsetHeight) };
      current.style.minHeight = `${highest.current.height}px`;
    };
  }, [shown]);
}
