import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { PanelToWorker, WorkerToPanel } from '../../../src/shared/wire/messages';
import { TrainingClient, type TrainingWorker } from '../../../webview/lesson/training/trainingClient';
import { frameAt, pictures } from './frames';
import { ManualTimers } from './manualTimers';

const START = { type: 'start', hyperparameters: PICTURE_DEFAULTS } as const;

/** A worker that does nothing by itself; a test speaks for it. */
class SilentWorker implements TrainingWorker {
  readonly posted: PanelToWorker[] = [];
  terminated = false;
  say: (message: unknown) => void = () => undefined;
  fail: (reason: string) => void = () => undefined;

  post(message: PanelToWorker): void {
    this.posted.push(message);
  }

  listen(received: (message: unknown) => void, failed: (reason: string) => void): void {
    this.say = received;
    this.fail = failed;
  }

  terminate(): void {
    this.terminated = true;
  }
}

function setUp() {
  const timers = new ManualTimers();
  const workers: SilentWorker[] = [];
  const received: WorkerToPanel[] = [];
  const died: string[] = [];
  const ignored: string[] = [];
  const client = new TrainingClient(
    () => {
      const worker = new SilentWorker();
      workers.push(worker);
      return Promise.resolve(worker);
    },
    {
      received: (message) => received.push(message),
      died: ({ message }) => died.push(message),
      ignored: (reason) => ignored.push(reason),
    },
    timers,
  );
  const begin = async (): Promise<SilentWorker> => {
    await client.start(START);
    const worker = workers.at(-1);
    assert.ok(worker);
    return worker;
  };
  return { timers, workers, received, died, ignored, client, begin };
}

const frame = (round: number, playing = false) => ({
  type: 'frame',
  frame: frameAt({ round, phasesDone: 0 }, { playing }),
});

describe('The training client', () => {
  it('completes the film of each frame by the pictures of the one before, of the same run only', async () => {
    const { begin, received } = setUp();
    const filmed = (round: number, film: number[], keptSamples?: number) => ({
      type: 'frame',
      frame: frameAt(
        { round, phasesDone: 0 },
        { samplesOverTime: film.map((at) => ({ round: at, pictures: pictures(1) })) },
      ),
      keptSamples,
    });
    const first = await begin();
    first.say(filmed(2, [0, 1, 2]));
    first.say(filmed(3, [3], 2));
    const second = await begin();
    second.say(filmed(0, [0]));
    assert.deepEqual(
      received.map(
        (message) => message.type === 'frame' && message.frame.samplesOverTime.map(({ round }) => round),
      ),
      [[0, 1, 2], [0, 1, 3], [0]],
    );
  });

  it('starts a worker and passes its messages on', async () => {
    const { begin, received } = setUp();
    const worker = await begin();
    assert.deepEqual(worker.posted, [START]);
    worker.say(frame(3));
    assert.deepEqual(
      received.map(({ type }) => type),
      ['frame'],
    );
  });

  it('hears nothing more of a worker that was replaced', async () => {
    const { begin, received, died } = setUp();
    const first = await begin();
    const second = await begin();
    first.say(frame(7));
    first.fail('late');
    second.say(frame(0));
    assert.equal(first.terminated, true);
    assert.equal(received.length, 1);
    assert.deepEqual(died, []);
  });

  it('drops a worker that was replaced while it was being made', async () => {
    const { client, workers } = setUp();
    await Promise.all([client.start(START), client.start(START)]);
    assert.deepEqual(
      workers.map(({ terminated, posted }) => [terminated, posted.length]),
      [
        [true, 0],
        [false, 1],
      ],
    );
  });

  it('reports a script that throws, once, and puts the worker away', async () => {
    const { begin, died, timers } = setUp();
    const worker = await begin();
    worker.fail('out of memory');
    timers.pass(120_000);
    assert.equal(died.length, 1);
    assert.match(died[0] ?? '', /out of memory/);
    assert.equal(worker.terminated, true);
  });

  it('waits as long as there are signs of life', async () => {
    const { begin, client, died, timers } = setUp();
    const worker = await begin();
    worker.say(frame(3, true));
    client.send({ type: 'nextRound' });
    for (let times = 0; times < 20; times += 1) {
      timers.pass(25_000);
      worker.say({ type: 'working' });
    }
    assert.deepEqual(died, []);
    timers.pass(31_000);
    assert.equal(died.length, 1);
  });

  it('gives up on a worker that never answers its start, after more time than a round gets', async () => {
    const { begin, died, timers } = setUp();
    await begin();
    timers.pass(170_000);
    assert.deepEqual(died, []);
    timers.pass(11_000);
    assert.equal(died.length, 1);
  });

  it('reports a script that cannot be loaded', async () => {
    const died: string[] = [];
    const client = new TrainingClient(
      () => Promise.reject(new Error('status 404')),
      { received: () => undefined, died: ({ message }) => died.push(message), ignored: () => undefined },
      new ManualTimers(),
    );
    await client.start(START);
    assert.match(died[0] ?? '', /status 404/);
  });

  it('does not take a long pause for silence', async () => {
    const { begin, timers, died } = setUp();
    const worker = await begin();
    worker.say(frame(0));
    timers.pass(600_000);
    assert.equal(died.length, 0);
  });

  it('notices a run that stops answering while it plays', async () => {
    const { begin, client, timers, died } = setUp();
    const worker = await begin();
    worker.say(frame(0));
    client.send({ type: 'play' });
    worker.say(frame(1, true));
    timers.pass(31_000);
    assert.equal(died.length, 1);
  });

  it('waits as long as a resumed run makes progress', async () => {
    const { begin, timers, died } = setUp();
    const worker = await begin();
    for (let done = 0; done < 10; done++) {
      worker.say({ type: 'resuming', done, total: 10 });
      timers.pass(20_000);
    }
    assert.equal(died.length, 0);
  });

  it('ignores messages of the wrong shape and says why', async () => {
    const { begin, received, ignored } = setUp();
    const worker = await begin();
    worker.say({ type: 'frame', frame: { position: { round: -1, phasesDone: 0 } } });
    assert.equal(received.length, 0);
    assert.equal(ignored.length, 1);
  });
});
