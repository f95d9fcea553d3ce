import assert from 'node:assert/strict';
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
import { LessonPage } from './lessonPage';

describe('A person in the first lesson', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    lesson = await LessonPage.start(workbench.page);
  });
  after(() => workbench.close());

  it('finds six originals, a curtain, scribbles and the notes before the first round', async () => {
    assert.equal(await lesson.round(), 0);
    const [museum, easel] = [await lesson.pictures('museum'), await lesson.pictures('easel')];
    assert.equal(museum.length, 6);
    assert.equal(new Set(museum).size, 6, 'six different portraits');
    assert.equal(easel.length, 1);
    assert.ok(!museum.includes(easel[0] ?? ''), 'the scribble is none of the originals');
    assert.equal(await lesson.frame.locator('[data-region=curtain]').isVisible(), true);
    assert.equal(await lesson.markedPassage(), 'cast');
    await screenshot(workbench.page, 'lesson-round-0');
  });

  it('is told the truth about the pile only after the verdict', async () => {
    for (let phase = 1; phase <= 3; phase++) {
      await lesson.nextPhase();
      assert.equal(await lesson.phase(), phase);
    }
    const judged = await lesson.cards();
    assert.equal(judged.length, 16);
    for (const card of judged) {
      assert.equal(card.toldAs, 'unknown');
      assert.match(card.name, /^Picture \d+, judged \d+ percent real$/);
    }
    await lesson.nextPhase();
    const revealed = await lesson.cards();
    assert.deepEqual(
      revealed.map((card) => card.percent),
      judged.map((card) => card.percent),
      'the truth changes no verdict',
    );
    assert.equal(revealed.filter((card) => card.toldAs === 'real').length, 8);
    assert.equal(revealed.filter((card) => card.toldAs === 'forged').length, 8);
    assert.equal(await lesson.markedPassage(), 'truth-is-told');
    await screenshot(workbench.page, 'lesson-reveal');
  });

  it('sees the inspector and then the forger learn in the remaining phases', async () => {
    const before = (await lesson.cards()).map((card) => card.percent);
    await lesson.nextPhase();
    assert.notDeepEqual(
      (await lesson.cards()).map((card) => card.percent),
      before,
      'the same pictures get other scores',
    );
    await lesson.nextPhase();
    assert.equal(await lesson.markedPassage(), 'way-back');
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
    await waitUntil('the second phase', async () => (await lesson.phase()) === 2 || undefined);
    await lesson.nextRound();
    assert.equal(await lesson.round(), 3);
  });

  it('looks back to the scribbles, and comes back to now', async () => {
    const [now] = await lesson.pictures('easel');
    await lesson.press('Home');
    await waitUntil('round 0', async () => (await lesson.round()) === 0 || undefined);
    await lesson.press('End');
    await waitUntil('the latest round', async () => (await lesson.round()) === 3 || undefined);
    await waitUntil('the same forgery', async () => (await lesson.pictures('easel'))[0] === now || undefined);
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
    const [better] = await lesson.pictures('easel');
    assert.notEqual(better, scribble);
    const film = await lesson.frame.locator('#filmstrip canvas').count();
    assert.ok(film > 2, `the film strip has ${film} pictures`);
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
    await page.locator('.tab', { hasText: 'Untitled-1' }).waitFor();
    await page.locator('.tab', { hasText: 'The forger and the inspector' }).click();
    const returned = await LessonPage.find(page);
    assert.deepEqual(await state(returned), before);
  });

  it('comes back after the window was reloaded, and goes on as if nothing had happened', async () => {
    const { page } = workbench;
    const lesson = await LessonPage.find(page);
    const before = await state(lesson);
    await reloadWindow(page, extensionTitle);
    const returned = await LessonPage.find(page);
    assert.deepEqual(await state(returned), before);

    await returned.nextRound();
    await returned.nextRound();
    const after = await state(returned);
    const other = await openWorkbench();
    try {
      const undisturbed = await LessonPage.start(other.page);
      for (let round = 1; round <= after.round; round++) {
        await undisturbed.nextRound();
      }
      assert.deepEqual(await state(undisturbed), after);
    } finally {
      await other.close();
    }
  });

  it('comes back after its panel was closed', async () => {
    const { page } = workbench;
    const before = await state(await LessonPage.find(page));
    await page.locator('.tab', { hasText: 'The forger and the inspector' }).click();
    await runCommand(page, 'View: Close Editor');
    await page.locator('.tab', { hasText: 'The forger and the inspector' }).waitFor({ state: 'detached' });
    const returned = await LessonPage.start(page);
    assert.deepEqual(await state(returned), before);
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
    assert.match(await refusal.innerText(), /whole number from 2 to 256/);
    await lesson.nextRound();
    assert.equal(await lesson.round(), 1);
    await screenshot(workbench.page, 'form-refused');
    await type('batchSize', '32');
    await refusal.waitFor({ state: 'detached' });
  });

  it('hands a learning rate to the running net at once', async () => {
    await type('generatorLearningRate', '0.01');
    assert.equal(await (await field('generatorLearningRate')).locator('.needs-restart').count(), 0);
    await lesson.nextRound();
    assert.equal(await lesson.round(), 2);
  });

  it('keeps the old run until told when a change needs a new net', async () => {
    await type('latentSize', '8');
    await (await field('latentSize')).locator('.needs-restart').waitFor();
    await lesson.nextRound();
    assert.equal(await lesson.round(), 3, 'the old run goes on');
    const form = await webviewFrame(workbench.page, '.form');
    await form.locator('.apply-bar vscode-button').click();
    await waitUntil('the new run', async () => (await lesson.round()) === 0 || undefined);
    await (await field('latentSize')).locator('.needs-restart').waitFor({ state: 'detached' });
    await screenshot(workbench.page, 'form-restarted');
  });

  it("goes back to the lesson's values", async () => {
    const form = await webviewFrame(workbench.page, '.form');
    await form.locator('vscode-button.reset').click();
    await waitUntil('the default', async () => {
      const input = (await field('generatorLearningRate')).locator('input:not([type=range])');
      return (await input.inputValue()) === '0.004' || undefined;
    });
  });
});
