import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';

/** A page with one thing on it, as a person meets it. Taken away after each test. */
export interface Screen {
  readonly root: HTMLElement;
  /** Shows something else in place of what is shown, as a component's next state. */
  show(content: ComponentChild): void;
  /** The only element that the selector finds. */
  find(selector: string): HTMLElement;
  all(selector: string): readonly HTMLElement[];
  /** The button with this text or label. */
  button(name: string): HTMLElement;
  click(element: HTMLElement): void;
  press(element: HTMLElement, key: string): void;
  type(field: HTMLElement, text: string): void;
  /** Chooses an option of a select by its value. */
  choose(select: HTMLElement, value: string): void;
  focus(element: HTMLElement): void;
  /** Settles when what was changed outside of the page's own events is shown. */
  settled(): Promise<void>;
  readonly text: string;
}

const roots: HTMLElement[] = [];

/** Draws something into a page of its own. */
export function screenOf(content: ComponentChild): Screen {
  const root = document.body.appendChild(document.createElement('div'));
  roots.push(root);
  const show = (what: ComponentChild): void => void act(() => render(what, root));
  const all = (selector: string): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  show(content);
  return {
    root,
    show,
    all,
    find(selector) {
      const [found, ...more] = all(selector);
      if (found === undefined || more.length > 0) {
        throw new Error(
          `${more.length + (found === undefined ? 0 : 1)} elements match ${selector}: ${root.innerHTML}`,
        );
      }
      return found;
    },
    button(name) {
      const found = all('button, vscode-button, summary').find(
        (one) => one.getAttribute('aria-label') === name || one.textContent?.trim() === name,
      );
      if (found === undefined) {
        throw new Error(`There is no button "${name}": ${root.innerHTML}`);
      }
      return found;
    },
    click: (element) => void act(() => element.click()),
    press: (element, key) =>
      void act(
        () =>
          void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
      ),
    type: (field, text) =>
      void act(() => {
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
          field.value = text;
        }
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    choose: (select, value) =>
      void act(() => {
        if (select instanceof HTMLSelectElement) {
          select.value = value;
        }
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    focus: (element) =>
      void act(() => {
        element.dispatchEvent(new FocusEvent('focus', { bubbles: true }));
      }),
    settled: () => act(() => new Promise<void>((resolve) => setTimeout(resolve))),
    get text() {
      return root.textContent ?? '';
    },
  };
}

/** Takes away what tests have drawn. */
export function clearScreens(): void {
  for (const root of roots.splice(0)) {
    act(() => render(null, root));
    root.remove();
  }
}
