import assert from 'node:assert/strict';
import type { Region } from '../../src/shared/domain/regions';
import { aLesson, aPassage, aStep } from '../unit/builders';
import { frameAt, LECTURE_PILE } from '../unit/panel/frames';
import { panelOnScreen, resizePage } from './panel';
import { clearScreens } from './screen';

const WIDE = 1440;
const NARROW = 700;

const AROUND_THE_STAGE: readonly Region[] = [
  'storyline',
  'transport',
  'timeline',
  'filmstrip',
  'charts',
  'phases',
  'notes',
];

const LESSON = aLesson('lit', {
  steps: [
    aStep('first', {
      sections: [
        ...AROUND_THE_STAGE.map((region) =>
          aPassage(`about-${region}`, { title: region, regions: [region] }),
        ),
        aPassage('about-pile', { title: 'pile', regions: ['pile'], condition: { phase: 'drawReal' } }),
      ],
    }),
  ],
});

describe('The panel of a lesson', () => {
  beforeEach(() => resizePage(WIDE));
  afterEach(clearScreens);

  for (const region of AROUND_THE_STAGE) {
    it(`lights the part "${region}" that a chosen passage speaks of, and nothing else`, async () => {
      const { screen } = await panelOnScreen(LESSON);
      screen.click(screen.button(region));
      assert.deepEqual(
        screen.all('[data-lit]').map((element) => element.dataset['region']),
        [region],
      );
    });
  }

  it('keeps the charts lit when they move to another column', async () => {
    const { screen } = await panelOnScreen(LESSON);
    screen.click(screen.button('charts'));
    for (const width of [NARROW, WIDE]) {
      resizePage(width);
      await screen.settled();
      assert.equal(screen.all('.main-column [data-region=charts]').length, width === WIDE ? 1 : 0);
      assert.ok(screen.find('[data-region=charts]').hasAttribute('data-lit'), `${width} pixels wide`);
    }
  });

  it('gives a part of the stage the number of the passage that speaks of it', async () => {
    const { screen } = await panelOnScreen(LESSON);
    screen.click(screen.button('1pile'));
    assert.equal(screen.find('.lit .lit-number').textContent, '1');
  });

  it('shows the round of the run, and the phase that it is in', async () => {
    const { screen, worker, round } = await panelOnScreen(LESSON);
    round(41);
    assert.match(screen.find('.rail .round').textContent ?? '', /Round\s*41/);
    worker({ type: 'frame', frame: frameAt({ round: 41, phasesDone: 3 }, { batch: LECTURE_PILE }) });
    assert.match(screen.find('[aria-current=step]').textContent ?? '', /Judge/);
  });

  it('says why a run cannot go on, in place of the sentence of the round', async () => {
    const { screen, worker } = await panelOnScreen(LESSON);
    worker({ type: 'failed', message: 'The memory is full.', next: 'Take a smaller batch.' });
    assert.match(screen.find('#storyline').textContent ?? '', /The memory is full\..*Take a smaller batch\./);
  });

  it('has one live region for its sentences', async () => {
    const { screen } = await panelOnScreen(LESSON);
    assert.equal(screen.all('[role=status], [aria-live=polite]').length, 1);
  });
});
