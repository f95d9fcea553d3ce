import { pageTimers, type Timers } from './timers';
import { placeTip } from './tipPlace';
import './tips.css';

/** What has a tip names it in this attribute: one sentence more than is shown. */
const TIPPED = '[data-tip]';
/** What does nothing but explain itself: a tap shows its tip, and so do Enter and Space. */
const EXPLAINS_ITSELF = '.term';

const TIP_ID = 'tip';

/** So long a pointer rests on something before its tip is shown, in milliseconds. */
const REST_MS = 500;
/** So long a tip stays when the pointer has left, in which it can be reached. */
const LINGER_MS = 250;
/** So long a finger is held on something to ask for its tip. */
const LONG_PRESS_MS = 500;

/**
 * Shows the tips of a page, in place of the browser's own: when a pointer rests on what has one, when a key brings the
 * focus to it, and when a finger is held on it. Escape closes a tip, and a pointer may move onto it (WCAG 1.4.13). While
 * it is shown it describes what it belongs to, unless it only repeats its name.
 *
 * @returns ends it
 */
export function showTips(page: Document, timers: Timers = pageTimers): () => void {
  const tips = new Tips(page, timers);
  return () => tips.dispose();
}

class Tips {
  private readonly listening = new AbortController();
  private readonly changes: MutationObserver;
  private readonly element: HTMLElement;
  /** What the shown tip belongs to. */
  private owner: HTMLElement | undefined;
  private endDescription: () => void = () => undefined;
  /** Keeps the tip from being shown or hidden later. */
  private cancelPending: () => void = () => undefined;
  /** A finger was held on something: letting go is no click. */
  private wasHeld = false;
  private byPointer = false;
  /** Was pressed and not left since: who presses something knows it, and its tip would only cover what comes next. */
  private pressed: HTMLElement | undefined;

  constructor(
    private readonly page: Document,
    private readonly timers: Timers,
  ) {
    this.element = page.createElement('div');
    this.element.id = TIP_ID;
    this.element.setAttribute('role', 'tooltip');
    this.changes = new MutationObserver(() => this.followOwner());
    const { signal } = this.listening;
    const options = { capture: true, signal };
    page.addEventListener('pointerover', (event) => this.pointerOver(event), options);
    page.addEventListener('pointerout', (event) => this.pointerOut(event), options);
    page.addEventListener('pointerdown', (event) => this.pointerDown(event), options);
    page.addEventListener('pointerup', () => this.pointerUp(), options);
    page.addEventListener('pointercancel', () => this.pointerUp(), options);
    page.addEventListener('click', (event) => this.click(event), options);
    page.addEventListener('focusin', (event) => this.focusIn(event), options);
    page.addEventListener('focusout', () => this.hide(), options);
    page.addEventListener('keydown', (event) => this.keyDown(event), options);
    page.addEventListener('scroll', () => this.place(), { ...options, passive: true });
    page.defaultView?.addEventListener('resize', () => this.place(), { signal });
  }

  dispose(): void {
    this.hide();
    this.listening.abort();
  }

  private pointerOver({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') {
      return;
    }
    const owner = tipped(target);
    if (owner !== this.pressed) {
      this.pressed = undefined;
    }
    if (owner !== undefined && owner === this.owner) {
      this.cancelPending();
    } else if (owner !== undefined && owner !== this.pressed) {
      this.later(REST_MS, () => this.show(owner, owner));
    } else if (target instanceof Node && this.element.contains(target)) {
      this.cancelPending();
    }
  }

  private pointerOut({ target, pointerType, relatedTarget }: PointerEvent): void {
    const goesOn = relatedTarget instanceof Node;
    const left = tipped(target);
    if (pointerType === 'touch' || (left !== undefined && goesOn && left.contains(relatedTarget))) {
      return;
    }
    if (this.owner !== undefined) {
      this.later(LINGER_MS, () => this.hide());
    } else {
      this.cancelPending();
    }
  }

  private pointerDown({ target, pointerType }: PointerEvent): void {
    this.byPointer = true;
    this.wasHeld = false;
    const owner = tipped(target);
    if (target instanceof Node && this.element.contains(target)) {
      return;
    }
    this.pressed = owner;
    if (owner === undefined || !owner.matches(EXPLAINS_ITSELF)) {
      this.hide();
    }
    if (pointerType === 'touch' && owner !== undefined) {
      this.later(LONG_PRESS_MS, () => {
        this.wasHeld = true;
        this.show(owner, owner);
      });
    }
  }

  private pointerUp(): void {
    if (!this.wasHeld) {
      this.cancelPending();
    }
  }

  private click(event: MouseEvent): void {
    const owner = tipped(event.target);
    if (this.wasHeld) {
      this.wasHeld = false;
      event.preventDefault();
      event.stopPropagation();
    } else if (owner?.matches(EXPLAINS_ITSELF) === true) {
      this.show(owner, owner);
    }
  }

  private focusIn({ target }: FocusEvent): void {
    const owner = tipped(target);
    if (!this.byPointer && owner !== undefined && target instanceof HTMLElement) {
      this.show(owner, target);
    }
  }

  private keyDown(event: KeyboardEvent): void {
    this.byPointer = false;
    const owner = tipped(event.target);
    if (event.key === 'Escape') {
      this.hide();
    } else if ((event.key === 'Enter' || event.key === ' ') && owner?.matches(EXPLAINS_ITSELF) === true) {
      event.preventDefault();
      this.show(owner, owner);
    }
  }

  /** @param described what the tip describes: its owner, or what has the focus in it */
  private show(owner: HTMLElement, described: HTMLElement): void {
    this.hide();
    const text = owner.dataset['tip'];
    if (text === undefined || !owner.isConnected) {
      return;
    }
    this.owner = owner;
    this.element.textContent = text;
    // What is outside of a modal dialog can neither be reached nor seen above it.
    (owner.closest('dialog[open]') ?? this.page.body).append(this.element);
    this.endDescription = describe(described, this.element);
    this.changes.observe(this.page.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-tip'],
    });
    this.place();
  }

  private hide(): void {
    this.cancelPending();
    this.changes.disconnect();
    this.endDescription();
    this.endDescription = () => undefined;
    this.owner = undefined;
    this.element.remove();
  }

  /** What the tip belongs to may change its own while it is shown, as Play becomes Pause, or go away. */
  private followOwner(): void {
    const text = this.owner?.dataset['tip'];
    if (this.owner?.isConnected !== true || text === undefined) {
      this.hide();
    } else if (this.element.textContent !== text) {
      this.element.textContent = text;
      this.place();
    }
  }

  private place(): void {
    const { owner, page } = this;
    if (owner === undefined) {
      return;
    }
    const { clientWidth: width, clientHeight: height } = page.documentElement;
    // A wide tip near an edge would be broken into narrow lines before it is measured.
    this.element.style.left = '0';
    const at = placeTip(owner.getBoundingClientRect(), this.element.getBoundingClientRect(), {
      width,
      height,
    });
    if (at === undefined) {
      this.hide();
      return;
    }
    this.element.style.left = `${at.left}px`;
    this.element.style.top = `${at.top}px`;
  }

  private later(milliseconds: number, act: () => void): void {
    this.cancelPending();
    const cancel = this.timers.after(milliseconds, act);
    this.cancelPending = () => {
      cancel();
      this.cancelPending = () => undefined;
    };
  }
}

function tipped(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(TIPPED) ?? undefined) : undefined;
}

/** Lets a tip describe an element for screen readers, unless its name says as much. */
function describe(element: HTMLElement, tip: HTMLElement): () => void {
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  if (name.includes(tip.textContent ?? '')) {
    return () => undefined;
  }
  const inner = element.shadowRoot?.activeElement;
  if (inner) {
    // The ids of the page mean nothing in a shadow tree; the description goes over by reference.
    inner.ariaDescribedByElements = [tip];
    return () => {
      inner.ariaDescribedByElements = null;
    };
  }
  const before = element.getAttribute('aria-describedby');
  element.setAttribute('aria-describedby', before === null ? TIP_ID : `${before} ${TIP_ID}`);
  return () => {
    if (before === null) {
      element.removeAttribute('aria-describedby');
    } else {
      element.setAttribute('aria-describedby', before);
    }
  };
}
