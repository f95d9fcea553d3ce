import assert from 'node:assert/strict';
import { PLANE_LAYERS, type Plane, type PlaneLayer } from '../../../src/shared/wire/plane';
import type { Phase } from '../../../src/shared/domain/phases';
import { pictureOf, planeSceneOf, type PlanePicture } from '../../../webview/lesson/plane/view/picture';
import { regionsOnPlane } from '../../../webview/lesson/plane/view/regions';
import { summaryOf } from '../../../webview/lesson/plane/view/words';
import { PLANE, planeFrame } from './moments';

function shown(
  phase: Phase | undefined,
  layers: readonly PlaneLayer[] = PLANE_LAYERS,
  plane: Plane = PLANE,
): PlanePicture {
  return pictureOf(planeFrame(phase, { plane }), plane, layers);
}

/** The same moment with the real points in place of the forged ones and the other way round. */
const EXCHANGED: Plane = { ...PLANE, real: PLANE.generated, generated: PLANE.real };

describe('The picture of the plane', () => {
  for (const phase of ['forge', 'judge'] as const) {
    it(`does not change after ${phase} when real and forged points change places`, () => {
      const picture = shown(phase);
      assert.deepEqual(
        picture.marks.map(({ x, y, kind, probability }) => [x, y, kind, probability]),
        shown(phase, PLANE_LAYERS, EXCHANGED).marks.map(({ x, y, kind, probability }) => [
          x,
          y,
          kind,
          probability,
        ]),
      );
      assert.equal(summaryOf(picture), summaryOf(shown(phase, PLANE_LAYERS, EXCHANGED)));
      assert.deepEqual([picture.sheet, picture.optimal, picture.gap], [undefined, undefined, undefined]);
    });
  }

  it('tells the kinds from reveal on', () => {
    assert.deepEqual(
      shown('reveal').marks.map(({ kind }) => kind),
      ['real', 'real', 'forged'],
    );
  });

  it('shows the museum first, then all points alike, at last the hand-in', () => {
    const counts = (['drawReal', 'forge', 'judge', 'reveal', 'forgeAgain'] as const).map(
      (phase) => shown(phase).marks.length,
    );
    assert.deepEqual(counts, [2, 3, 3, 3, 3]);
    const added = shown('forge').marks.filter(({ isNew }) => isNew);
    assert.deepEqual(
      added.map(({ x, kind }) => [x, kind]),
      [[0.25, 'unknown']],
    );
  });

  it('lets every point of the hand-in come from where it was', () => {
    const [mark] = shown('trainGenerator').marks.filter(({ kind }) => kind === 'forged');
    assert.deepEqual([mark?.x, mark?.from], [-0.25, { x: -0.5, y: -0.5 }]);
    assert.equal(mark?.probability, 0.3);
  });

  it('has arrows at the points that are handed in, and none before', () => {
    assert.deepEqual(shown('forgeAgain').arrows, [{ x: -0.5, y: -0.5, dx: 3, dy: 4 }]);
    assert.deepEqual(shown(undefined).arrows, []);
    assert.deepEqual(shown('trainGenerator').arrows, []);
  });

  it('asks the inspector from judge on', () => {
    assert.deepEqual(
      ([undefined, 'drawReal', 'forge', 'judge'] as const).map((phase) => shown(phase).hasJudged),
      [true, false, false, true],
    );
  });

  it('leaves out what is switched off', () => {
    const nothing = shown('forgeAgain', []);
    assert.deepEqual(
      [nothing.field, nothing.marks.length, nothing.sheet, nothing.arrows.length, nothing.optimal],
      [undefined, 0, undefined, 0, undefined],
    );
    assert.deepEqual(
      shown('reveal', ['generated']).marks.map(({ kind }) => kind),
      ['forged'],
    );
    assert.equal(
      shown('judge', []).marks.length,
      3,
      'nobody can switch off one kind before the truth is told',
    );
  });

  it('shows the present while rounds pass whole, and after a resumption', () => {
    assert.equal(planeSceneOf(planeFrame('trainGenerator', { wholeRounds: true })), 'between');
    const { generatorBatch: _, ...between } = PLANE;
    assert.equal(planeSceneOf(planeFrame('trainGenerator', { plane: between })), 'between');
    assert.equal(planeSceneOf(planeFrame('trainGenerator')), 'trainGenerator');
    assert.equal(planeSceneOf(planeFrame('judge', { wholeRounds: true })), 'judge');
  });
});

describe('Regions on the plane', () => {
  it('fall back to the plane where there is no museum, easel or pile', () => {
    assert.deepEqual(regionsOnPlane(['museum', 'forger', 'pile', 'storyline']), [
      'verdict',
      'forger',
      'storyline',
    ]);
  });
});
