import assert from 'node:assert/strict';
import type { FigureName } from '../../src/shared/domain/lesson';
import { aLesson, aStep } from '../unit/builders';
import { panelOnScreen } from './panel';
import { clearScreens, type Screen } from './screen';

async function figure(shows: FigureName): Promise<Screen> {
  // As the panel does on demand: once it is loaded, it shows in the next turn.
  await import('../../webview/lesson/figures/Figure');
  const section = { kind: 'figure', id: 'picture', title: 'A picture', html: '', shows } as const;
  const { screen } = await panelOnScreen(
    aLesson('one', { steps: [aStep('first', { sections: [section] })] }),
  );
  await screen.settled();
  return screen;
}

const words = (screen: Screen): string => screen.find('.figure .hint').textContent ?? '';

describe('A figure in the notes', () => {
  afterEach(clearScreens);

  it('shows the smallest GAN circle, and come to rest with R1', async () => {
    const screen = await figure('circling');
    assert.match(words(screen), /1\.00 at the start, 0\.98 after 200 rounds/);
    const weight = screen.all('.figure select')[2];
    assert.ok(weight);
    screen.choose(weight, '2');
    assert.match(words(screen), /0\.00 after 200 rounds/);
  });

  it('trains a denoiser when it is asked to, and can pause', async () => {
    const screen = await figure('denoising');
    assert.match(screen.find('.figure').textContent ?? '', /0 of 2000 training steps/);
    screen.click(screen.button('Train the denoiser'));
    while (!screen.text.includes('after 0 training steps')) {
      await screen.settled();
    }
    const slider = screen.find('.figure .slider');
    screen.type(slider, '0');
    assert.equal(slider.getAttribute('aria-valuetext'), 'step 0 of 18, noise 5.00');
    screen.click(screen.button('Pause'));
    assert.ok(screen.button('Train the denoiser'));
  });

  it('shows four rulers for the distance of two crowds', async () => {
    const screen = await figure('divergences');
    assert.match(screen.find('.figure-values').textContent ?? '', /JSD0\.684 bits/);
  });

  it('shows a filter paint a checkerboard, or not', async () => {
    const screen = await figure('sliding');
    assert.match(words(screen), /checkerboard/);
    const filter = screen.all('.figure select')[1];
    assert.ok(filter);
    screen.choose(filter, '4');
    assert.doesNotMatch(words(screen), /checkerboard/);
  });
});
