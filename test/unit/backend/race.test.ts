import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { registerSimdBackend, SIMD_BACKEND } from '../../../webview/backend';
import { raceReason } from '../../../webview/backend/choice';
import {
  CHALLENGER_MS,
  challengerWins,
  race,
  Races,
  type Contestant,
  type Rehearsal,
} from '../../../webview/backend/race';
import { rendererName } from '../../../webview/backend/renderer';
import { raceKey, rehearse } from '../../../webview/gan/backendChooser';
import { createCollection } from '../../../webview/gan/datasets';
import { Sampling } from '../../../webview/gan/training/sampling';
import { SMALL } from '../gan/support';

/** A clock that only rounds advance. */
class RoundClock {
  time = 0;
  starts = 0;
  disposals = 0;

  readonly now = () => this.time;

  /** @param times of each round in milliseconds; the last one is that of all later rounds */
  contestant(...times: number[]): Contestant {
    return {
      start: () => {
        this.starts++;
        let next = 0;
        const rehearsal: Rehearsal = {
          runRound: () => {
            this.time += times[Math.min(next++, times.length - 1)] ?? 0;
          },
          dispose: () => this.disposals++,
        };
        return Promise.resolve(rehearsal);
      },
    };
  }
}

const ABSENT: Contestant = { start: () => Promise.resolve(undefined) };

describe('A race of backends', () => {
  it('counts rounds a second without the warm-up', async () => {
    const clock = new RoundClock();
    const result = await race(clock.contestant(90, 30, 10), clock.contestant(400, 50, 5), clock.now);
    assert.deepEqual(result, { champion: 100, challenger: 200 });
    assert.ok(challengerWins(result));
    assert.equal(clock.disposals, 2);
  });

  it('lets the champion win when the challenger is no faster', async () => {
    const clock = new RoundClock();
    const result = await race(clock.contestant(10), clock.contestant(10), clock.now);
    assert.ok(!challengerWins(result));
  });

  it('gives the challenger up when its shaders take too long, and does not wait for its rounds', async () => {
    const clock = new RoundClock();
    const result = await race(clock.contestant(10), clock.contestant(3000, 1), clock.now);
    assert.deepEqual(result, { champion: 100, challenger: undefined });
    assert.ok(!challengerWins(result));
    assert.equal(clock.disposals, 2);
  });

  it('is over in time whatever the challenger does', async () => {
    const clock = new RoundClock();
    await race(clock.contestant(10), clock.contestant(CHALLENGER_MS / 2 - 1), clock.now);
    assert.ok(clock.time < 300 + 2 * CHALLENGER_MS, `${clock.time} ms`);
    const again = new RoundClock();
    await race(again.contestant(10), again.contestant(40), again.now);
    assert.ok(again.time < 1500, `${again.time} ms`);
  });

  it('measures a champion however slow it is', async () => {
    const clock = new RoundClock();
    const result = await race(clock.contestant(2000), clock.contestant(400, 100), clock.now);
    assert.deepEqual(result, { champion: 0.5, challenger: 10 });
  });

  it('is lost by who does not start or breaks down', async () => {
    const clock = new RoundClock();
    const broken: Contestant = {
      start: () =>
        Promise.resolve({
          runRound: () => {
            throw new Error('out of memory');
          },
          dispose: () => clock.disposals++,
        }),
    };
    assert.deepEqual(await race(clock.contestant(10), broken, clock.now), {
      champion: 100,
      challenger: undefined,
    });
    assert.equal(clock.disposals, 2);
    assert.ok(challengerWins(await race(broken, clock.contestant(10), clock.now)));
    assert.ok(!challengerWins(await race(ABSENT, ABSENT, clock.now)));
  });

  it('is run once for the same model', async () => {
    const clock = new RoundClock();
    const races = new Races(clock.now);
    const first = await races.result('a', clock.contestant(10), clock.contestant(5));
    assert.deepEqual(await races.result('a', clock.contestant(1), clock.contestant(1)), first);
    assert.equal(clock.starts, 2);
    assert.deepEqual(races.recall('a'), first);
    assert.equal(races.recall('b'), undefined);
    await races.result('b', clock.contestant(10), clock.contestant(5));
    assert.equal(clock.starts, 4);
  });

  it('is told with its figures', () => {
    const reason = (champion?: number, challenger?: number) =>
      raceReason('Iris Xe', { champion, challenger });
    assert.equal(reason(96.2, 140.4), 'WebGL on Iris Xe: 140 rounds a second; CPU: 96.');
    assert.equal(reason(0.5, 3.14), 'WebGL on Iris Xe: 3.1 rounds a second; CPU: 0.5.');
    assert.equal(reason(96.2), 'WebGL on Iris Xe was not ready in time; CPU: 96 rounds a second.');
    assert.match(reason(undefined, 20), /could not run/);
    assert.match(reason(), /so the CPU trains/);
  });
});

describe('A race of the backends that are here', function () {
  this.timeout(30_000);

  it('is won by the SIMD backend over that of tfjs, and leaves nothing behind', async () => {
    await registerSimdBackend();
    const collection = createCollection(SMALL);
    const contestant = (name: string): Contestant => ({
      start: async () => {
        assert.ok(await tf.setBackend(name));
        return rehearse(SMALL, collection);
      },
    });
    const memory = () => ({ tensors: tf.memory().numTensors, buffers: tf.memory().numDataBuffers });
    const before = memory();
    const result = await race(contestant('cpu'), contestant(SIMD_BACKEND), () => performance.now());
    assert.ok(challengerWins(result), JSON.stringify(result));
    assert.deepEqual(memory(), before);
  });

  it('draws no random numbers of the run', async () => {
    await registerSimdBackend();
    assert.ok(await tf.setBackend(SIMD_BACKEND));
    const collection = createCollection(SMALL);
    const sampling = Sampling.seeded(collection, SMALL.seed);
    const before = sampling.state();
    const rehearsal = rehearse(SMALL, collection);
    rehearsal.runRound();
    rehearsal.dispose();
    assert.deepEqual(sampling.state(), before);
  });
});

describe('What a race is remembered by', () => {
  const key = (changes: object) => {
    const h = { ...PICTURE_DEFAULTS, ...changes };
    return raceKey(h, createCollection(h));
  };

  it('is the same for runs that take the same time', () => {
    for (const changes of [
      { seed: 7 },
      { generatorLearningRate: 1e-3 },
      { data: 'sunsets' },
      { r1Weight: 1 },
    ]) {
      assert.equal(key(changes), key({}), JSON.stringify(changes));
    }
  });

  it('is another for other networks, batches and steps', () => {
    const all = [
      {},
      { generatorWidth: 12 },
      { discriminatorNetwork: 'dense' },
      { batchSize: 64 },
      { discriminatorSteps: 2 },
      { r1Weight: 0 },
      { data: 'digits' },
      { conditional: 'yes' },
    ].map(key);
    assert.equal(new Set(all).size, all.length);
  });
});

describe('The name of a graphics processor', () => {
  const NAMES = {
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002503) Direct3D11 vs_5_0 ps_5_0, D3D11)':
      'NVIDIA GeForce RTX 3060',
    'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics (0x0000A7A0) Direct3D11 vs_5_0 ps_5_0, D3D11)':
      'Intel(R) Iris(R) Xe Graphics',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M1 Pro, Unspecified Version)': 'Apple M1 Pro',
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)':
      'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
    'ANGLE (NVIDIA Corporation, NVIDIA GeForce GTX 1650/PCIe/SSE2, OpenGL 4.5.0)': 'NVIDIA GeForce GTX 1650',
    'Apple GPU': 'Apple GPU',
    'Mali-G78': 'Mali-G78',
  };
  for (const [renderer, name] of Object.entries(NAMES)) {
    it(`${name} is found in ${renderer}`, () => assert.equal(rendererName(renderer), name));
  }
});
