import assert from 'node:assert/strict';
import { aLesson, aStep } from '../unit/builders';
import { panelOnScreen } from './panel';
import { clearScreens } from './screen';

const LESSON = aLesson('one', { steps: [aStep('first')] });

describe('The buttons of the transport', () => {
  afterEach(clearScreens);

  it('send the run its commands', async () => {
    const { screen, toWorker, toHost } = await panelOnScreen(LESSON);
    screen.click(screen.button('Phase'));
    screen.click(screen.button('Round'));
    screen.click(screen.button('Play'));
    screen.click(screen.button('Restart'));
    assert.deepEqual(
      toWorker.map(({ type }) => type).filter((type) => ['nextPhase', 'nextRound', 'play'].includes(type)),
      ['nextPhase', 'nextRound', 'play'],
    );
    assert.equal(toHost.at(-1)?.type, 'restart');
  });

  it('pause a run that plays, under the same button', async () => {
    const { screen, toWorker, round } = await panelOnScreen(LESSON);
    screen.click(screen.button('Play'));
    round(1, { playing: true });
    screen.click(screen.button('Pause'));
    assert.equal(toWorker.at(-1)?.type, 'pause');
  });

  it('are one stop of the tabulator key, the one that had the focus last', async () => {
    const { screen } = await panelOnScreen(LESSON);
    const stops = (): string[] =>
      screen
        .all('#transport vscode-button, #transport select, #transport summary')
        .filter((control) => control.tabIndex === 0)
        .map((control) => control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '');
    assert.deepEqual(stops(), ['Play']);
    screen.focus(screen.button('Restart'));
    assert.deepEqual(stops(), ['Restart']);
  });

  it('cannot go back before the first phase', async () => {
    const { screen, round } = await panelOnScreen(LESSON);
    const back = screen.button('Previous phase');
    assert.ok(back.hasAttribute('disabled'));
    round(2);
    assert.ok(!back.hasAttribute('disabled'));
  });
});
