import assert from 'node:assert/strict';
import type { LatentPath } from '../../../src/shared/wire/latent';
import { LatentQuestions } from '../../../webview/lesson/evidence/walk/latentQuestions';
import { tiled } from '../../../webview/lesson/evidence/walk/tiled';
import { pictures } from '../panel/frames';

function walk(to: number): LatentPath {
  return { kind: 'walk', from: 0, to, steps: 2 };
}

const GRID: LatentPath = { kind: 'grid', corners: [0, 1, 2], side: 2 };

function setUp() {
  const asked: { ticket: number; path: LatentPath }[] = [];
  const painted: string[] = [];
  const questions = new LatentQuestions(
    ({ ticket, path }) => asked.push({ ticket, path }),
    (kind, answer) => painted.push(`${kind} ${answer.pictures.count}`),
  );
  const answer = (ticket: number, count = 1): void =>
    questions.answered({ type: 'walked', ticket, pictures: pictures(count) });
  return { questions, asked, painted, answer };
}

describe('The questions to the latent space', () => {
  it('are asked one at a time, and of those that come meanwhile only the last', () => {
    const { questions, asked, painted, answer } = setUp();
    for (const to of [1, 2, 3, 4]) {
      questions.ask(walk(to));
    }
    assert.equal(asked.length, 1);
    answer(asked[0]?.ticket ?? -1, 7);
    assert.deepEqual(painted, ['walk 7']);
    assert.deepEqual(
      asked.map(({ path }) => path),
      [walk(1), walk(4)],
    );
  });

  it('do not wait for those of another kind', () => {
    const { questions, asked, painted, answer } = setUp();
    questions.ask(walk(1));
    questions.ask(GRID);
    assert.equal(asked.length, 2);
    answer(asked[1]?.ticket ?? -1, 4);
    assert.deepEqual(painted, ['grid 4']);
  });

  it('are not answered by a run that is over', () => {
    const { questions, asked, painted, answer } = setUp();
    questions.ask(walk(1));
    questions.reset();
    questions.ask(walk(2));
    answer(asked[0]?.ticket ?? -1);
    assert.deepEqual(painted, []);
    answer(asked[1]?.ticket ?? -1);
    assert.deepEqual(painted, ['walk 1']);
  });
});

describe('Pictures side by side', () => {
  it('lie row by row', () => {
    const four = {
      count: 4,
      size: 1,
      rgba: Uint8ClampedArray.from([1, 2, 3, 4].flatMap((grey) => [grey, grey, grey, 255])),
    };
    const whole = tiled(four, 2);
    assert.equal(whole.size, 2);
    assert.deepEqual(
      [0, 4, 8, 12].map((at) => whole.rgba[at]),
      [1, 2, 3, 4],
    );
  });

  it('keep their own rows', () => {
    const rgba = new Uint8ClampedArray(4 * 16).fill(9);
    rgba.set([5, 6], 2 * 4 - 1);
    const whole = tiled({ count: 4, size: 2, rgba }, 2);
    assert.equal(whole.rgba.length, 4 * 4 * 4);
    assert.deepEqual(
      [...whole.rgba.subarray(7, 9)],
      [5, 9],
      'the second pixel ends the first row of the first picture',
    );
  });

  it('leave a place empty where one is missing', () => {
    assert.deepEqual(tiled({ count: 1, size: 1, rgba: Uint8ClampedArray.of(1, 1, 1, 255) }, 2).rgba[7], 0);
  });
});
