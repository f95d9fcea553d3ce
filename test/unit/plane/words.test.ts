import assert from 'node:assert/strict';
import { PLANE_LAYERS, type PlaneLayer } from '../../../src/shared/wire/plane';
import { PHASES, type Phase } from '../../../src/shared/domain/phases';
import { arrowsOf, pictureOf } from '../../../webview/lesson/plane/view/picture';
import { markAt, nats, probeText, summaryOf } from '../../../webview/lesson/plane/view/words';
import { storyOf } from '../../../webview/lesson/story/sentences';
import { PLANE, planeFrame } from './moments';

const VIEW = { extent: 1, size: 400 };

function said(phase: Phase, x: number, y: number, layers: readonly PlaneLayer[]): string {
  const picture = pictureOf(planeFrame(phase), PLANE, layers);
  return probeText(picture, PLANE, VIEW, { x, y }).replaceAll('\u202f', ' ');
}

describe('The probe', () => {
  it('reads coordinates and the opinion of any place', () => {
    assert.equal(said('reveal', 0, -0.2, ['field']), 'x 0.00, y −0.20: inspector 50 % real');
    assert.equal(said('reveal', 0.9, -0.001, ['field']), 'x 0.90, y 0.00: inspector 100 % real');
  });

  it('names a point near by, with its own numbers', () => {
    assert.equal(
      said('forgeAgain', -0.49, -0.51, PLANE_LAYERS),
      'Forged point, x −0.50, y −0.50: inspector 20 % real, optimal 50 %',
    );
  });

  it('does not tell of a point what the learner may not know', () => {
    assert.equal(said('forge', 0.5, 0.5, PLANE_LAYERS).split(',')[0], 'Point');
    assert.equal(said('judge', 0.25, -0.75, PLANE_LAYERS).split(',')[0], 'Point');
    assert.equal(said('drawReal', 0, 0.9, PLANE_LAYERS), 'x 0.00, y 0.90', 'nobody has asked the inspector');
  });

  it('hits the nearest of several points, and none that is too far', () => {
    const marks = [
      { x: 0, y: 0, kind: 'real', isNew: false },
      { x: 0.03, y: 0, kind: 'forged', isNew: false },
    ] as const;
    assert.equal(markAt(marks, VIEW, { x: 0.02, y: 0 })?.kind, 'forged');
    assert.equal(markAt(marks, VIEW, { x: 0.01, y: 0 })?.kind, 'real');
    assert.equal(markAt(marks, VIEW, { x: 0.5, y: 0 }), undefined);
  });
});

describe('The plane in words', () => {
  const summary = (phase: Phase) => summaryOf(pictureOf(planeFrame(phase), PLANE, PLANE_LAYERS));

  it('counts the points, and those that fool the inspector once the truth is told', () => {
    assert.equal(summary('drawReal'), 'The plane: 2 points from the museum.');
    assert.equal(summary('judge'), 'The plane: 3 points, real and forged ones mixed.');
    assert.equal(
      summary('forgeAgain'),
      'The plane: 2 real points, 1 forged points. The inspector takes 0 of the forged ones for real.',
    );
  });

  it('writes nats with a true minus sign, also without bounds', () => {
    assert.deepEqual([nats(-1.386), nats(undefined), nats(0)], ['−1.39', '−∞', '0.00']);
  });
});

describe('The story of points', () => {
  const story = (phase: Phase | undefined, wholeRounds = false) =>
    storyOf(
      planeFrame(phase, {
        wholeRounds,
        metrics: {
          round: 5,
          discriminatorLoss: 1.2,
          generatorLoss: 0.8,
          accuracyOnReal: 0.5,
          accuracyOnFake: 0.25,
          meanOnReal: 0.6,
          meanOnFake: 0.5,
        },
        quality: { round: 0, miniFid: 0.5, effectiveModes: 1.94, modes: 6 },
      }),
      'nonSaturating',
    ).replaceAll('\u202f', ' ');

  it('has a sentence with its own numbers for every phase, and never speaks of pictures', () => {
    const sentences = [undefined, ...PHASES].map((phase) => story(phase));
    assert.equal(new Set(sentences).size, 8);
    assert.ok(sentences.every((sentence) => !/picture|paint/.test(sentence)));
    assert.match(story('judge'), /\*\*30 %\*\* to \*\*90 %\*\*/);
    assert.match(story('forgeAgain'), /\*\*1\*\* fresh forged points look \*\*20 %\*\* real/);
    assert.match(story('trainGenerator'), /\*\*30 %\*\* instead of \*\*20 %\*\*/);
  });

  it('speaks of no hint where his opinion is flat and no arrow is drawn', () => {
    const plane = { ...PLANE, arrows: Float32Array.of(1e-6, 0) };
    assert.deepEqual(arrowsOf(plane), []);
    assert.match(storyOf(planeFrame('forgeAgain', { plane }), 'nonSaturating'), /no hint to give/);
  });

  it('tells of whole rounds how many clusters are reached', () => {
    assert.match(story('trainGenerator', true), /Round \*\*5\*\*.*\*\*25 %\*\*.*\*\*1\.9 of 6\*\* clusters/);
  });
});
