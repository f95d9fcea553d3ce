import { FOCUSED_BY_POINTER } from './focusOrigin';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/**
 * Arrow keys within a group that is one stop of the tab key: left and right walk its controls, Home and End go to the
 * ends (WAI-ARIA authoring practices, toolbar). In a select the vertical arrows keep their meaning. Who clicked on a
 * control has not walked into the group: then the keys keep the meaning that they have in the whole panel.
 */
export function moveFocusWithArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const controls = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('vscode-button, button, select'),
  ].filter((control) => !control.hasAttribute('disabled'));
  const { activeElement } = document;
  const present = controls.findIndex((control) => control === activeElement);
  const inSelect = activeElement instanceof HTMLSelectElement;
  if (
    present < 0 ||
    event.shiftKey ||
    event.currentTarget.closest(FOCUSED_BY_POINTER) !== null ||
    (inSelect && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')
  ) {
    return;
  }
  const step = STEPS[event.key];
  const index =
    step !== undefined
      ? (present + step + controls.length) % controls.length
      : event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? controls.length - 1
          : undefined;
  const target = index === undefined ? undefined : controls[index];
  if (target !== undefined) {
    event.preventDefault();
    target.focus();
  }
}
