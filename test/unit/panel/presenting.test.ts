import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { presentationScale } from '../../../webview/lesson/presenting/scale';
import { aLesson, aStep } from '../builders';
import { openPanel } from './openPanel';

/** The smallest text of the stage in presenting.css, in pixels. */
const SMALLEST_TYPE = 19;

describe('Presenter mode', () => {
  it('is entered and left by one command, and the host hears of both', async () => {
    const { controller, open, toHost } = openPanel();
    await open(aLesson('lesson', { steps: [aStep('only')] }), PICTURE_DEFAULTS);
    const told = () => toHost.flatMap((message) => (message.type === 'presenting' ? [message.on] : []));
    controller.receiveFromHost({ type: 'present' });
    assert.equal(controller.store.state.presenting, true);
    controller.togglePresenting();
    assert.equal(controller.store.state.presenting, false);
    assert.deepEqual(told(), [true, false]);
  });

  it('shows no text below 18 pixels, and on a screen of 1080 none below 24', () => {
    for (const [height, least] of [
      [512, 18],
      [666, 18],
      [720, 18],
      [1000, 24],
      [1080, 24],
    ] as const) {
      const type = SMALLEST_TYPE * presentationScale(height);
      assert.ok(type >= least - 1e-9, `${type} at ${height}`);
    }
  });
});
