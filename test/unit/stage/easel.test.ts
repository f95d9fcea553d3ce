import * as assert from 'node:assert/strict';
import { easelOf } from '../../../webview/lesson/stage/view/easel';
import { blackPictures, frameWith, positionAfter } from './frames';

describe('The easel', () => {
  const showcase = blackPictures(8);
  const noises = { noise: [0.25], fixedNoise: [0.75] };

  it('shows what became of the noise beside it', () => {
    const easel = blackPictures(1);
    const frame = frameWith({
      position: positionAfter('forge'),
      ...noises,
      fixedSamples: showcase,
      canvas: easel,
    });
    assert.deepEqual(easelOf(frame), { noise: [0.25], picture: easel });
  });

  it('keeps the picture before the step beside the one after it', () => {
    const [pictures, picturesAfter] = [blackPictures(8), blackPictures(8)];
    const handIn = { pictures, picturesAfter, total: 32, probabilities: [0.3], probabilitiesAfter: [0.4] };
    const shown = easelOf(
      frameWith({ position: positionAfter('trainGenerator'), ...noises, generatorBatch: handIn }),
    );
    assert.deepEqual(shown.noise, [0.25]);
    assert.equal(shown.picture, picturesAfter);
    assert.equal(shown.before, pictures);
  });

  it('shows a picture that stays the same through the run, and its own noise, while rounds pass whole', () => {
    const handIn = { pictures: blackPictures(8), total: 32, probabilities: [0.3] };
    const frame = frameWith({ wholeRounds: true, ...noises, fixedSamples: showcase, generatorBatch: handIn });
    assert.deepEqual(easelOf(frame), { noise: [0.75], picture: showcase });
  });

  it('is empty before the first frame', () => {
    assert.deepEqual(easelOf(undefined), { noise: undefined, picture: undefined });
  });
});
