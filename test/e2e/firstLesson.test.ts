import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { expectText, expectToBecome } from './expectations';
import {
  activityBarItem,
  extensionTitle,
  openWorkbench,
  reloadWindow,
  runCommand,
  screenshot,
  waitUntil,
  webviewFrame,
  type Workbench,
} from './harness';
import { wholeForm } from './formPage';
import { LessonPage, type ReadCard } from './lessonPage';

describe('A person in the first lesson', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    lesson = await LessonPage.start(workbench.page);
  });
  after(() => workbench.close());

  /** The verdicts on the plates. */
  async function percents(): Promise<string[]> {
    return (await lesson.cards()).map(({ percent }) => percent);
  }

  it('finds six originals, a curtain, scribbles and the notes before the first round', async () => {
    assert.equal(await lesson.round(), 0);
    const [museum, easel] = [await lesson.pictures('museum'), await lesson.pictures('easel')];
    assert.equal(museum.length, 6);
    assert.equal(new Set(museum).size, 6, 'six different portraits');
    assert.equal(easel.length, 1);
    assert.ok(!museum.includes(easel[0] ?? ''), 'the scribble is none of the originals');
    await lesson.frame.locator('[data-region=curtain]').waitFor();
    await expectToBecome('the passage on the cast', () => lesson.markedPassage(), 'cast');
    await screenshot(workbench.page, 'lesson-round-0');
  });

  it('is told the truth about the pile only after the verdict', async () => {
    for (let phase = 1; phase <= 3; phase++) {
      await lesson.nextPhase();
      assert.equal(await lesson.phase(), phase);
    }
    await expectToBecome('16 cards', async () => (await lesson.cards()).length, 16);
    const judged = await lesson.cards();
    for (const card of judged) {
      assert.equal(card.toldAs, 'unknown');
      assert.match(card.name, /^Picture \d+, judged \d+ percent real$/);
    }
    await lesson.nextPhase();
    const told = async (as: ReadCard['toldAs']): Promise<number> =>
      (await lesson.cards()).filter((card) => card.toldAs === as).length;
    await expectToBecome('8 real ones', () => told('real'), 8);
    await expectToBecome('8 forgeries', () => told('forged'), 8);
    assert.deepEqual(
      await percents(),
      judged.map(({ percent }) => percent),
      'the truth changes no verdict',
    );
    await expectToBecome('the passage on the truth', () => lesson.markedPassage(), 'truth-is-told');
    await screenshot(workbench.page, 'lesson-reveal');
  });

  it('sees the line of 50 % over its place on the axis, and every card on its own side of it', async () => {
    const middleOf = async (locator: Locator): Promise<number> => {
      const box = await locator.boundingBox();
      return box === null ? NaN : box.x + box.width / 2;
    };
    const line = await middleOf(lesson.frame.locator('.middle'));
    assert.ok(Math.abs(line - (await middleOf(lesson.frame.locator('.axis-middle')))) < 2);
    for (const card of await lesson.frame.locator('[data-card]').all()) {
      const probability = Number.parseInt((await card.locator('.plate-number').textContent()) ?? '', 10);
      // 50 % is rounded, and may be on either side.
      assert.ok(probability === 50 || (await middleOf(card)) > line === probability > 50, `${probability} %`);
    }
  });

  it('sees the inspector and then the forger learn in the remaining phases', async () => {
    const before = await percents();
    await lesson.nextPhase();
    await waitUntil(
      'other scores of the same pictures',
      async () => (await percents()).join() !== before.join() || undefined,
    );
    await lesson.nextPhase();
    await expectToBecome('the passage on the way back', () => lesson.markedPassage(), 'way-back');
    const [easel, hint] = [lesson.frame.locator('.easel'), lesson.frame.locator('.feedback .hint')];
    await waitUntil('the hint at the easel', async () => {
      const [at, arrived] = [await easel.boundingBox(), await hint.boundingBox()];
      return (at && arrived && Math.abs(arrived.x - at.x - at.width) < 40) || undefined;
    });
    assert.equal(await lesson.frame.locator('.card .below').count(), 8);
    await screenshot(workbench.page, 'lesson-forge-again');
    await lesson.nextPhase();
    assert.equal(await lesson.round(), 1);
    assert.equal(await lesson.phase(), 7);
  });

  it('steps a whole round at a time', async () => {
    await lesson.nextRound();
    assert.equal(await lesson.round(), 2);
  });

  it('steps on with the arrow key after a click on a button', async () => {
    await lesson.nextPhase();
    assert.equal(await lesson.phase(), 1);
    await lesson.press('ArrowRight');
    await expectToBecome('the second phase', () => lesson.phase(), 2);
    await lesson.nextRound();
    assert.equal(await lesson.round(), 3);
  });

  it('looks back to the scribbles, and comes back to now', async () => {
    const now = await lesson.pictures('easel');
    await lesson.press('Home');
    await expectToBecome('round 0', () => lesson.round(), 0);
    await lesson.press('End');
    await expectToBecome('the latest round', () => lesson.round(), 3);
    await expectToBecome('the same forgery', () => lesson.pictures('easel'), now);
  });

  it('lights the part of the stage that a chosen passage speaks of', async () => {
    await lesson.frame.locator('[data-passage=museum-lends] button').click();
    await lesson.frame.locator('[data-region=museum].lit').waitFor();
    await lesson.press('Escape');
    await lesson.frame.locator('[data-region=museum].lit').waitFor({ state: 'detached' });
  });

  it('sees one forgery improve while rounds fly by', async () => {
    const [scribble] = await lesson.pictures('easel');
    await lesson.playTo(60);
    await waitUntil(
      'another forgery on the easel',
      async () => (await lesson.pictures('easel'))[0] !== scribble || undefined,
    );
    await lesson.frame.locator('#filmstrip canvas').nth(2).waitFor({ state: 'attached' });
    await screenshot(workbench.page, 'lesson-playing');
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});

describe('A run that is left alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  /** What a person can compare about a run. */
  async function state(lesson: LessonPage) {
    return {
      round: await lesson.round(),
      phase: await lesson.phase(),
      easel: await lesson.pictures('easel'),
      film: await lesson.pictures('filmstrip'),
      percents: (await lesson.cards()).map((card) => card.percent),
    };
  }

  it('comes back in the middle of a round after the tab was hidden', async () => {
    const { page } = workbench;
    const lesson = await LessonPage.start(page);
    await lesson.nextRound();
    await lesson.nextRound();
    await lesson.nextPhase();
    await lesson.nextPhase();
    await lesson.nextPhase();
    const before = await state(lesson);
    assert.equal(before.phase, 3);
    await runCommand(page, 'File: New Untitled Text File');
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    // What belongs to the hidden panel goes away a moment later.
    await lesson.gone();
    await page.locator('.tab', { hasText: 'The forger and the inspector' }).click();
    await page.locator('.tab.active', { hasText: 'The forger and the inspector' }).waitFor();
    const returned = await LessonPage.find(page);
    await expectToBecome('the run as it was', () => state(returned), before);
  });

  it('comes back after the window was reloaded, and goes on as if nothing had happened', async () => {
    const { page } = workbench;
    const lesson = await LessonPage.find(page);
    const before = await state(lesson);
    await reloadWindow(page, extensionTitle);
    const returned = await LessonPage.find(page);
    await expectToBecome('the run as it was', () => state(returned), before);

    await returned.nextRound();
    await returned.nextRound();
    const after = await state(returned);
    const other = await openWorkbench();
    try {
      const undisturbed = await LessonPage.start(other.page);
      for (let round = 1; round <= after.round; round++) {
        await undisturbed.nextRound();
      }
      await expectToBecome('the same run', () => state(undisturbed), after);
    } finally {
      await other.close();
    }
  });

  it('comes back after its panel was closed', async () => {
    const { page } = workbench;
    const lesson = await LessonPage.find(page);
    const before = await state(lesson);
    await page.locator('.tab', { hasText: 'The forger and the inspector' }).click();
    await page.locator('.tab.active', { hasText: 'The forger and the inspector' }).waitFor();
    await runCommand(page, 'View: Close Editor');
    await lesson.gone();
    const returned = await LessonPage.start(page);
    await expectToBecome('the run as it was', () => state(returned), before);
  });
});

describe('The form of hyperparameters', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    await activityBarItem(workbench.page, extensionTitle).click();
    lesson = await LessonPage.start(workbench.page);
  });
  after(() => workbench.close());

  it('leaves out what the lesson has not taught yet, until the person wants to see it', async () => {
    assert.equal(await (await field('latentSize')).count(), 0);
    await (await field('generatorSteps')).waitFor();
    await wholeForm(workbench.page);
    await (await field('latentSize')).waitFor();
  });

  async function field(name: string) {
    const form = await webviewFrame(workbench.page, '.form');
    return form.locator(`[data-hyperparameter=${name}]`);
  }

  async function type(name: string, value: string): Promise<void> {
    const input = (await field(name)).locator('input:not([type=range])');
    await input.fill(value);
    await input.press('Enter');
  }

  it('refuses a value out of range with the reason and the range, and the run goes on', async () => {
    await type('batchSize', '100000');
    const refusal = (await field('batchSize')).locator('[role=alert]');
    await refusal.waitFor();
    await expectText(refusal, /whole number from 2 to 256/);
    await lesson.nextRound();
    assert.equal(await lesson.round(), 1);
    await screenshot(workbench.page, 'form-refused');
    await type('batchSize', '32');
    await refusal.waitFor({ state: 'detached' });
  });

  it('hands a learning rate to the running net at once', async () => {
    await type('generatorLearningRate', '0.01');
    await lesson.nextRound();
    assert.equal(await lesson.round(), 2);
    assert.equal(await (await field('generatorLearningRate')).locator('.needs-restart').count(), 0);
  });

  it('keeps the old run until told when a change needs a new net', async () => {
    await type('latentSize', '8');
    await (await field('latentSize')).locator('.needs-restart').waitFor();
    await lesson.nextRound();
    assert.equal(await lesson.round(), 3, 'the old run goes on');
    const form = await webviewFrame(workbench.page, '.form');
    await form.locator('.apply-bar vscode-button').click();
    await expectToBecome('the new run', () => lesson.round(), 0);
    await (await field('latentSize')).locator('.needs-restart').waitFor({ state: 'detached' });
    await screenshot(workbench.page, 'form-restarted');
  });

  it("goes back to the lesson's values", async () => {
    const form = await webviewFrame(workbench.page, '.form');
    await form.locator('vscode-button.reset').click();
    const input = (await field('generatorLearningRate')).locator('input:not([type=range])');
    await expectToBecome('the default', () => input.inputValue(), '0.004');
  });
});
