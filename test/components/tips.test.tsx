import assert from 'node:assert/strict';
import { showTips } from '../../webview/ui/tips';
import { Button } from '../../webview/ui/controls';
import { aLesson, aPassage, aStep } from '../unit/builders';
import { ManualTimers } from '../unit/panel/manualTimers';
import { panelOnScreen } from './panel';
import { clearScreens, screenOf, type Screen } from './screen';

/** Longer than any rest, press or lingering. */
const LONG = 1000;

describe('A tip', () => {
  let timers: ManualTimers;
  let end: () => void;

  beforeEach(() => {
    timers = new ManualTimers();
    end = showTips(document, timers);
  });
  afterEach(() => {
    end();
    clearScreens();
  });

  const shown = (): string | undefined => document.querySelector('#tip')?.textContent ?? undefined;
  const twoButtons = (): Screen =>
    screenOf(
      <>
        <button type="button" data-tip="Runs one phase">
          Phase
        </button>
        <button type="button">Round</button>
      </>,
    );
  function pointer(type: string, target: Element, more: PointerEventInit = {}): void {
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'mouse', ...more }));
  }
  function focusByKey(target: HTMLElement): void {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    target.focus();
  }

  it('is shown when a pointer rests on what has one, and goes a moment after it has left', () => {
    const phase = twoButtons().button('Phase');
    pointer('pointerover', phase);
    assert.equal(shown(), undefined);
    timers.pass(LONG);
    assert.equal(shown(), 'Runs one phase');
    pointer('pointerout', phase, { relatedTarget: document.body });
    assert.equal(shown(), 'Runs one phase');
    timers.pass(LONG);
    assert.equal(shown(), undefined);
  });

  it('stays while the pointer is on the tip itself', () => {
    const phase = twoButtons().button('Phase');
    pointer('pointerover', phase);
    timers.pass(LONG);
    const tip = document.querySelector('#tip');
    assert.ok(tip);
    pointer('pointerout', phase, { relatedTarget: tip });
    pointer('pointerover', tip);
    timers.pass(LONG);
    assert.equal(shown(), 'Runs one phase');
  });

  it('is shown to the keyboard with the focus, describes what it belongs to, and goes with Escape', () => {
    const phase = twoButtons().button('Phase');
    focusByKey(phase);
    assert.equal(shown(), 'Runs one phase');
    assert.equal(phase.getAttribute('aria-describedby'), 'tip');
    phase.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    assert.equal(shown(), undefined);
    assert.equal(phase.getAttribute('aria-describedby'), null);
  });

  it('goes when the focus goes elsewhere', () => {
    const screen = twoButtons();
    focusByKey(screen.button('Phase'));
    focusByKey(screen.button('Round'));
    assert.equal(shown(), undefined);
  });

  it('does not cover what comes after a click', () => {
    const phase = twoButtons().button('Phase');
    pointer('pointerover', phase);
    timers.pass(LONG);
    pointer('pointerdown', phase);
    phase.focus();
    pointer('pointerover', phase);
    timers.pass(LONG);
    assert.equal(shown(), undefined);
  });

  it('is shown to a finger that is held, and letting go is no click', () => {
    const screen = twoButtons();
    const phase = screen.button('Phase');
    let clicks = 0;
    phase.addEventListener('click', () => (clicks += 1));
    pointer('pointerdown', phase, { pointerType: 'touch' });
    timers.pass(LONG);
    assert.equal(shown(), 'Runs one phase');
    pointer('pointerup', phase, { pointerType: 'touch' });
    screen.click(phase);
    assert.equal(clicks, 0);
    assert.equal(shown(), 'Runs one phase');
    screen.click(phase);
    assert.equal(clicks, 1);
  });

  it('is not shown to a finger that only taps a button', () => {
    const phase = twoButtons().button('Phase');
    pointer('pointerdown', phase, { pointerType: 'touch' });
    pointer('pointerup', phase, { pointerType: 'touch' });
    timers.pass(LONG);
    assert.equal(shown(), undefined);
  });

  it('does not repeat the name of what it belongs to for those who hear it', () => {
    const screen = screenOf(
      <button type="button" aria-label="Next step" data-tip="Next step">
        →
      </button>,
    );
    const next = screen.button('Next step');
    focusByKey(next);
    assert.equal(shown(), 'Next step');
    assert.equal(next.getAttribute('aria-describedby'), null);
  });

  it('changes with what it belongs to, and goes with it', async () => {
    const button = (tip: string) => (
      <Button tip={tip} onClick={() => undefined}>
        Play
      </Button>
    );
    const screen = screenOf(button('Play (Space)'));
    focusByKey(screen.button('Play'));
    pointer('pointerover', screen.button('Play'));
    timers.pass(LONG);
    assert.equal(shown(), 'Play (Space)');
    screen.show(button('Pause (Space)'));
    await screen.settled();
    assert.equal(shown(), 'Pause (Space)');
    screen.show(null);
    await screen.settled();
    assert.equal(shown(), undefined);
  });
});

describe('The bold terms of the notes', () => {
  let end: () => void;
  beforeEach(() => {
    end = showTips(document, new ManualTimers());
  });
  afterEach(() => {
    end();
    clearScreens();
  });

  async function notes(): Promise<Screen> {
    const html =
      '<p>Networks have <strong>weights</strong>, and <strong>this</strong> is bold. ' +
      '<a href="lesson:two">The <strong>loss</strong></a></p>';
    const lesson = aLesson('one', { steps: [aStep('first', { sections: [aPassage('passage', { html })] })] });
    const { screen, controller } = await panelOnScreen(lesson);
    controller.receiveFromHost({
      type: 'glossary',
      terms: [
        { names: ['weight', '权重'], meaning: 'a number that learning changes' },
        { names: ['loss'], meaning: 'what is made smaller' },
      ],
    });
    await screen.settled();
    return screen;
  }
  const shown = (): string | undefined => document.querySelector('#tip')?.textContent ?? undefined;

  it('explain themselves when they are tapped, clicked, or reached with a key', async () => {
    const screen = await notes();
    const term = screen.find('#notes .term');
    assert.equal(term.textContent, 'weights');
    screen.click(term);
    assert.equal(shown(), 'a number that learning changes');
    screen.press(term, 'Escape');
    assert.equal(shown(), undefined);
    screen.press(term, 'Enter');
    assert.equal(shown(), 'a number that learning changes');
    assert.equal(term.tabIndex, 0);
  });

  it('leave their keys to nobody else: Space does not play', async () => {
    const screen = await notes();
    const event = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true });
    screen.find('#notes .term').dispatchEvent(event);
    assert.ok(event.defaultPrevented);
  });

  it('leave bold words that the glossary does not have, and links, as they are', async () => {
    const screen = await notes();
    assert.deepEqual(
      screen.all('#notes strong:not(.term)').map(({ textContent }) => textContent),
      ['this', 'loss'],
    );
  });
});

describe('The whole panel', () => {
  afterEach(clearScreens);

  it('has no tip that only a pointer can reach', async () => {
    const { screen } = await panelOnScreen(aLesson('one', { steps: [aStep('first')] }));
    assert.deepEqual(screen.all('[title]'), []);
    assert.ok(screen.all('[data-tip]').length > 10);
  });
});
