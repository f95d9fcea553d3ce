import assert from 'node:assert/strict';
import { aLesson, aStep } from '../unit/builders';
import { panelOnScreen } from './panel';
import { clearScreens } from './screen';

const LESSON = aLesson('one', { steps: [aStep('first')] });

describe('The tabs below the controls', () => {
  afterEach(clearScreens);

  it('are walked with the arrow keys, and show what they name', async () => {
    const { screen } = await panelOnScreen(LESSON);
    const progress = screen.find('#evidence-tab-progress');
    progress.focus();
    screen.press(progress, 'ArrowRight');
    assert.equal(document.activeElement?.id, 'evidence-tab-quality');
    assert.equal(screen.find('[role=tab][aria-selected=true]').id, 'evidence-tab-quality');
    assert.equal(screen.find('[role=tabpanel]').getAttribute('aria-labelledby'), 'evidence-tab-quality');
  });

  it('have one stop of the tabulator key', async () => {
    const { screen } = await panelOnScreen(LESSON);
    assert.deepEqual(
      screen
        .all('[role=tab]')
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(({ id }) => id),
      ['evidence-tab-progress'],
    );
  });

  it('get the focus when a lesson or a button opens them', async () => {
    const { screen } = await panelOnScreen(LESSON);
    screen.click(screen.button('Charts'));
    assert.equal(document.activeElement?.id, 'evidence-tab-progress');
  });
});

describe('Running until a round', () => {
  afterEach(clearScreens);

  it('says so when the run is past it, and takes digits of full width', async () => {
    const { screen, round, toWorker } = await panelOnScreen(LESSON);
    round(400);
    screen.choose(screen.find('#transport .until select'), 'other');
    const field = screen.find('.until-dialog input');
    screen.type(field, '１０');
    assert.match(screen.find('.until-note').textContent ?? '', /past round 10.*at round 400/);
    assert.ok(screen.button('Run').hasAttribute('disabled'));
    screen.type(field, 'ten');
    assert.match(screen.find('.until-note').textContent ?? '', /whole number/);
    screen.type(field, '４５０');
    screen.click(screen.button('Run'));
    assert.deepEqual(toWorker.at(-1), {
      ...toWorker.at(-1),
      type: 'play',
      until: { kind: 'round', round: 450 },
    });
  });
});
