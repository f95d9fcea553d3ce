import assert from 'node:assert/strict';
import { expectText, expectToBecome } from './expectations';
import { openWorkbench, runCommand, screenshot, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

describe('The evidence below the controls', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    lesson = await LessonPage.start(workbench.page);
  });
  after(() => workbench.close());

  it('is one line of text before there is anything to draw', async () => {
    await expectText(lesson.frame.locator('#evidence'), /Charts appear here after the first round/);
    assert.equal(await lesson.frame.locator('#evidence canvas').count(), 0);
  });

  it('are charts of what was measured, which the arrow keys walk through', async () => {
    await lesson.playTo(30);
    await lesson.frame.locator('[data-chart=accuracy] canvas').waitFor();
    const plot = lesson.frame.locator('[data-chart=accuracy] .plot');
    await plot.focus();
    await lesson.press('Home');
    await waitUntil('the first round', async () =>
      (await plot.getAttribute('aria-valuetext'))?.startsWith('Round 1:') ? true : undefined,
    );
    await lesson.press('ArrowRight');
    await expectToBecome('the second round', () => plot.getAttribute('aria-valuenow'), '2');
    assert.match(
      (await plot.getAttribute('aria-valuetext')) ?? '',
      /Right on real ones \d+.%, Right on forgeries \d+.%/,
    );
    await screenshot(workbench.page, 'evidence-charts');
  });

  it('says from which round on a run is judged', async () => {
    await expectText(lesson.frame.locator('.health'), /Too early to judge\s+.*before round 200/);
  });

  it('takes the run back to the round that was chosen on a chart, with its later rounds still in sight', async () => {
    const latest = await lesson.round();
    await lesson.press('Enter');
    await expectToBecome('round 2', () => lesson.round(), 2);
    await expectText(
      lesson.frame.locator('[data-chart=accuracy] .chart-ends'),
      new RegExp(`round ${latest}`),
    );
    await lesson.frame.locator('#timeline.looking-back').waitFor();
    await lesson.frame.locator('.to-now').click();
    await expectToBecome('the latest round', () => lesson.round(), latest);
  });

  it('has the same numbers as a table', async () => {
    const table = lesson.frame.locator('.chart-table');
    await table.locator('summary').click();
    await table.locator('table').waitFor();
    await expectToBecome('the heads of the columns', () => table.locator('thead th').allInnerTexts(), [
      'Round',
      'Right on real ones',
      'Right on forgeries',
      'Distance from real',
      'Convincing',
      'Kinds she paints',
    ]);
    await table.locator('tbody tr').nth(2).waitFor({ state: 'attached' });
  });

  it('labels losses as no measure of quality', async () => {
    await lesson.openTab('losses');
    await expectText(lesson.frame.locator('[data-chart=losses]'), /not a measure of quality/);
  });

  it('walks from one forgery to another', async () => {
    await lesson.openTab('walk');
    const large = lesson.frame.locator('.walk-large');
    const picture = (): Promise<string> =>
      large.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));
    await lesson.frame.locator('.walk-large:not(.absent)').waitFor();
    const first = await picture();
    // By keyboard: what the pointer chose last leaves its keys to the panel.
    await lesson.frame.locator('.walk-line .slider').focus();
    await lesson.press('Shift+Tab');
    await lesson.press('Tab');
    await lesson.press('End');
    await waitUntil('another picture', async () => (await picture()) !== first || undefined);
    const last = await picture();
    const to = lesson.frame.locator('.picture-choice').nth(1);
    await to.locator('input').nth(1).focus();
    await lesson.press('ArrowRight');
    await waitUntil('the way to another end', async () => (await picture()) !== last || undefined);
    await screenshot(workbench.page, 'evidence-walk');
  });

  it('leads from a box of the data flow to its place on the stage', async () => {
    await lesson.openTab('overview');
    await lesson.frame.locator('[data-box=generator]').click();
    await lesson.frame.locator('[data-region=forger].lit').waitFor();
    await expectText(lesson.frame.locator('[data-box=generator]'), /weights/);
    await screenshot(workbench.page, 'evidence-overview');
  });

  it('opens the log of the story by key, with each round in a sentence', async () => {
    await lesson.frame.locator('.rail .round').click();
    await lesson.press('l');
    await lesson.frame.locator('#evidence[data-tab=log]').waitFor();
    await waitUntil('the focus on the tab', () =>
      lesson.frame.evaluate(() => (document.activeElement?.id === 'evidence-tab-log' ? true : undefined)),
    );
    const latest = await lesson.round();
    await expectText(lesson.frame.locator('.log li').first(), new RegExp(`^Round ${latest}: `));
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});

describe('The keys of the transport', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    lesson = await LessonPage.start(workbench.page);
    await lesson.frame.locator('.rail .round').click();
  });
  after(() => workbench.close());

  const speed = (): Promise<string> => lesson.frame.locator('#transport .speed select').inputValue();

  it('step forward and back through the phases', async () => {
    for (const phase of [1, 2, 3]) {
      await lesson.press('ArrowRight');
      await expectToBecome(`phase ${phase}`, () => lesson.phase(), phase);
    }
    await lesson.press('ArrowLeft');
    await expectToBecome('phase 2 again', () => lesson.phase(), 2);
    assert.equal(await lesson.round(), 1);
    await lesson.press('End');
    await expectToBecome('phase 3', () => lesson.phase(), 3);
  });

  it('go on at once when pressed again while a phase is acted out', async () => {
    const slow = lesson.frame.locator('#transport .speed select');
    const before = await speed();
    await slow.selectOption('slowMotion');
    await lesson.frame.locator('.rail .round').click();
    await lesson.press('ArrowRight');
    await expectToBecome('phase 4', () => lesson.phase(), 4);
    const moving = await lesson.frame.evaluateHandle(() =>
      document.getAnimations().filter(({ playState }) => playState === 'running'),
    );
    assert.notEqual(await moving.evaluate((animations) => animations.length), 0);
    await lesson.press('ArrowRight');
    await expectToBecome('phase 5', () => lesson.phase(), 5);
    const still = await moving.evaluate((animations) => animations.map(({ playState }) => playState));
    assert.ok(!still.includes('running'), still.join(', '));
    await slow.selectOption(before);
  });

  it('walk on the stage once it was gone to, and belong to the run again after Escape', async () => {
    const phase = await lesson.phase();
    await lesson.press('s');
    const heading = lesson.frame.locator('#stage [data-heading]:focus');
    await heading.waitFor();
    const first = await heading.innerText();
    await lesson.press('ArrowRight');
    await waitUntil('another heading', async () => (await heading.innerText()) !== first || undefined);
    assert.equal(await lesson.phase(), phase);
    await lesson.press('Escape');
    await heading.waitFor({ state: 'detached' });
    await lesson.press('ArrowRight');
    await expectToBecome('the next phase', () => lesson.phase(), phase + 1);
    await lesson.press('ArrowLeft');
    await expectToBecome('the phase before', () => lesson.phase(), phase);
  });

  it('change the speed', async () => {
    await lesson.press('[');
    await expectToBecome('the slower speed', speed, 'fiveRoundsASecond');
    await lesson.press(']');
    await lesson.press(']');
    await expectToBecome('a speed two steps faster', speed, 'sixtyRoundsASecond');
  });

  it('are listed in a dialog, where single letters can be switched off for good', async () => {
    await lesson.press('?');
    const dialog = lesson.frame.locator('.help-dialog[open]');
    await dialog.waitFor();
    await expectText(dialog, /Previous phase/);
    await dialog.locator('.check input').click();
    await dialog.locator('vscode-button').click();
    await dialog.waitFor({ state: 'detached' });
    await lesson.frame.locator('.rail .round').click();
    const phase = await lesson.phase();
    await lesson.press('[');
    await lesson.press('ArrowRight');
    await expectToBecome('the next phase', () => lesson.phase(), phase + 1);
    assert.equal(await speed(), 'sixtyRoundsASecond', 'the bracket did nothing');
    await lesson.frame.locator('#transport .help').click();
    await dialog.locator('.check input').click();
    await dialog.locator('vscode-button').click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('have commands of VS Code beside them', async () => {
    const round = await lesson.round();
    await runCommand(workbench.page, 'GAN: Next Round');
    await expectToBecome('the end of the round', () => lesson.phase(), 0);
    await runCommand(workbench.page, 'GAN: Previous Round');
    await expectToBecome('the round before', () => lesson.round(), round - 1);
    await runCommand(workbench.page, 'GAN: Decrease Speed');
    await expectToBecome('the slower speed', speed, 'twentyRoundsASecond');
  });

  it('run until a round that was typed, with progress, and stop on the way', async () => {
    await lesson.frame.locator('#transport .until select').selectOption('other');
    const dialog = lesson.frame.locator('.until-dialog[open]');
    await dialog.locator('input').fill('5000');
    await dialog.locator('vscode-button').first().click();
    const progress = lesson.frame.locator('.until-progress');
    await progress.waitFor();
    await expectText(progress, /round 5000/);
    await progress.locator('vscode-button').click();
    await progress.waitFor({ state: 'detached' });
    await lesson.frame.locator('vscode-button.play', { hasText: 'Play' }).waitFor();
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
