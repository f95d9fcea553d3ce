import assert from 'node:assert/strict';
import { accuracyHint, distanceHint, kindsText, lossesHint } from '../../../webview/lesson/measures/words';

const QUALITY = { round: 50, miniFid: 0.61, effectiveModes: 5.9, modes: 6 };

describe('The measures under the stage', () => {
  it('name the round that they are of, which is the one before while a pile is not judged yet', () => {
    assert.equal(accuracyHint({ round: 57 }), 'of the pictures of round 57');
    assert.equal(lossesHint({ round: 57 }), 'of round 57; not a measure of quality');
    assert.equal(distanceHint(QUALITY, undefined), 'mini-FID of round 50; 0 is best');
  });

  it('compare the distance from real with that of the beginning', () => {
    assert.equal(distanceHint(QUALITY, { round: 0, miniFid: 12.34 }), 'mini-FID of round 50; began at 12.3');
  });

  it('count kinds of pictures in whole ones', () => {
    assert.equal(kindsText(QUALITY), 'about 6 of 6');
    assert.equal(kindsText({ ...QUALITY, effectiveModes: 1.04 }), 'about 1 of 6');
  });

  it('say nothing of kinds where nobody knows them', () => {
    assert.equal(kindsText({ round: 50, miniFid: 0.61 }), undefined);
  });
});
