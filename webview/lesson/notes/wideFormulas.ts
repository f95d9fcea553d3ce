import * as l10n from '@vscode/l10n';

/** Keys that scroll sideways; elsewhere in the panel they step through the run. */
const SCROLLING_KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

function leaveToFormula(event: KeyboardEvent): void {
  if (SCROLLING_KEYS.includes(event.key)) {
    event.stopPropagation();
  }
}

/**
 * Lets the keyboard reach, and scroll, the formulas that are wider than their column, for as long as they are.
 *
 * @returns what ends it; `undefined` where there is no formula
 */
export function keepReachable(text: HTMLElement): (() => void) | undefined {
  const formulas = text.querySelectorAll<HTMLElement>('.formula');
  if (formulas.length === 0) {
    return undefined;
  }
  const sizes = new ResizeObserver(() => {
    for (const formula of formulas) {
      const isWide = formula.scrollWidth > formula.clientWidth;
      if (isWide !== formula.hasAttribute('tabindex')) {
        setReachable(formula, isWide);
      }
    }
  });
  for (const formula of formulas) {
    sizes.observe(formula);
    formula.addEventListener('keydown', leaveToFormula);
  }
  return () => sizes.disconnect();
}

function setReachable(formula: HTMLElement, reachable: boolean): void {
  if (reachable) {
    formula.tabIndex = 0;
    formula.setAttribute('role', 'group');
    formula.setAttribute('aria-label', l10n.t('Formula; the arrow keys scroll it'));
  } else {
    for (const name of ['tabindex', 'role', 'aria-label']) {
      formula.removeAttribute(name);
    }
  }
}
