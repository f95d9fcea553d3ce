import assert from 'node:assert/strict';
import { expectText, expectToBecome } from './expectations';
import { startOnPoints } from './formPage';
import { openWorkbench, runCommand, screenshot, waitUntil, type Workbench } from './harness';
import { LessonPage } from './lessonPage';

/** Enough that the inspector has an opinion of each place. */
const SOME_ROUNDS = 20;
/** What the probe reads where the inspector was asked. */
const OPINION = /x −?\d+\.\d\d, y −?\d+\.\d\d: inspector .*% real/;

describe('A person who trains on points', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1500, height: 900 } });
    lesson = await startOnPoints(workbench.page, 'ring');
  });
  after(() => workbench.close());

  const square = () => lesson.frame.locator('.plane-square');
  const probe = () => lesson.frame.locator('.plane-probe');
  const layer = (name: string) => lesson.frame.locator(`.layer-bar [data-layer=${name}]`);
  const summary = () => square().locator('canvas').getAttribute('aria-label');
  const painted = (): Promise<string> =>
    square()
      .locator('canvas')
      .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));

  it('sees points that nobody tells apart until the truth is told', async () => {
    await expectToBecome('two crowds', summary, 'The plane: 128 real points, 128 forged points.');
    await lesson.nextPhase();
    await waitUntil('the points of the museum', async () =>
      /^The plane: \d+ points from the museum\.$/.test((await summary()) ?? '') ? true : undefined,
    );
    for (let phase = 2; phase <= 3; phase++) {
      await lesson.nextPhase();
      assert.match((await summary()) ?? '', /points, real and forged ones mixed\.$/);
    }
    await lesson.nextPhase();
    assert.match((await summary()) ?? '', /\d+ real points, \d+ forged points\./);
  });

  it('walks over the plane by keyboard and is told what the inspector says there', async () => {
    await lesson.playTo(SOME_ROUNDS);
    const round = await lesson.round();
    await square().focus();
    await lesson.press('ArrowRight');
    const middle = await expectText(probe(), OPINION);
    await lesson.press('Shift+ArrowRight');
    await lesson.press('Shift+ArrowUp');
    assert.notEqual(await expectText(probe(), OPINION), middle);
    assert.equal(await probe().getAttribute('aria-live'), 'polite');
    assert.deepEqual(
      [await lesson.round(), await lesson.phase()],
      [round, 0],
      'the keys belong to the plane now',
    );
    await lesson.press('Escape');
    await expectText(probe(), /Point at a place/);
  });

  it('is told the same with the pointer, also of a single point', async () => {
    const { width, height } = (await square().boundingBox()) ?? { width: 0, height: 0 };
    await square().hover({ position: { x: width / 2, y: height / 2 } });
    await expectText(probe(), OPINION);
    await screenshot(workbench.page, 'plane-probe');
    await lesson.frame.locator('#transport').hover();
    await expectText(probe(), /Point at a place/);
  });

  it('switches layers on and off by keyboard', async () => {
    await layer('field').focus();
    const withField = await painted();
    await lesson.press('Space');
    await expectToBecome('the switch', () => layer('field').getAttribute('aria-pressed'), 'false');
    await waitUntil('another picture', async () => ((await painted()) !== withField ? true : undefined));
    await lesson.press('ArrowRight');
    await layer('real').and(lesson.frame.locator(':focus')).waitFor();
    await lesson.press('Space');
    await waitUntil('the real points to go', async () =>
      (await summary())?.includes(' 0 real points,') ? true : undefined,
    );
    await layer('real').click();
    await layer('field').click();
    await expectToBecome('the switch', () => layer('field').getAttribute('aria-pressed'), 'true');
  });

  it('compares the inspector with the best one there is, in numbers', async () => {
    await layer('optimal').click();
    const numbers = lesson.frame.locator('.plane-numbers');
    await expectText(numbers, /Gap to the optimal inspector\s+\d/);
    await expectText(numbers, /Jensen-Shannon divergence\s+\d\.\d\d bits/);
    await square().focus();
    await lesson.press('ArrowRight');
    await expectText(probe(), /inspector .*% real, optimal .*%/);
    await screenshot(workbench.page, 'plane-optimal');
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});

describe('A person who draws points of their own', () => {
  let workbench: Workbench;
  let lesson: LessonPage;

  before(async () => {
    workbench = await openWorkbench();
    lesson = await LessonPage.start(workbench.page);
    await runCommand(workbench.page, 'GAN: Draw Points');
    await dialog().waitFor();
  });
  after(() => workbench.close());

  const dialog = () => lesson.frame.locator('dialog.drawing-dialog[open]');
  const pad = () => dialog().locator('.drawing-pad');
  const count = () => dialog().locator('[role=status]');
  const button = (name: string) => dialog().locator('vscode-button', { hasText: name });

  it('is told how many are needed, and cannot train on fewer', async () => {
    await expectText(count(), /^0 points; at least \d+ are needed\.$/);
    await button('Train on these points').and(lesson.frame.locator('[disabled]')).waitFor();
  });

  it('draws with the mouse, and by keyboard', async () => {
    const { page } = workbench;
    const { x, y, width, height } = (await pad().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + 0.3 * width, y + 0.3 * height);
    await page.mouse.down();
    await page.mouse.move(x + 0.7 * width, y + 0.3 * height, { steps: 12 });
    await page.mouse.up();
    await expectText(count(), /^[1-9]\d+ points$/);
    const byMouse = await count().innerText();
    await pad().focus();
    await page.keyboard.press('Space');
    await waitUntil('more points', async () => ((await count().innerText()) === byMouse ? undefined : true));
    await page.keyboard.press('Control+z');
    await expectText(count(), new RegExp(`^${byMouse}$`));
    await screenshot(page, 'drawing');
  });

  it('trains on them, and finds them again when drawing on', async () => {
    const drawn = await count().innerText();
    await button('Train on these points').click();
    await dialog().waitFor({ state: 'detached' });
    await lesson.frame.locator('#stage.on-plane').waitFor();
    lesson = await LessonPage.find(workbench.page);
    await lesson.nextRound();
    await runCommand(workbench.page, 'GAN: Draw Points');
    await expectText(count(), new RegExp(`^${drawn}$`));
    await button('Cancel').click();
    await dialog().waitFor({ state: 'detached' });
    assert.equal(await lesson.round(), 1, 'the run is untouched');
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
