import assert from 'node:assert/strict';
import type * as v from 'valibot';
import { POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { NO_PROGRESS } from '../../../src/shared/domain/progress';
import {
  FormToHostSchema,
  HostToFormSchema,
  HostToPanelSchema,
  HostToRerunSchema,
  PanelToHostSchema,
  PanelToWorkerSchema,
  RerunToHostSchema,
  TypedChannel,
  WorkerToPanelSchema,
} from '../../../src/shared/wire/messages';
import { runRounds, SMALL, trainerOf } from '../../unit/gan/support';
import { anOutcome, FACTS, LESSON } from '../../unit/reports/sampleReport';
import { COUNT, FixedRandom, isFiniteThroughout, mutatedValue, Stopwatch, withStacksOfHost } from './fuzzing';

const RUN = 'a-run';
const POSITION = { round: 3, phasesDone: 2 };
const SAVED = {
  hyperparameters: SMALL,
  backend: 'cpu',
  position: POSITION,
  checkpointPosition: POSITION,
  wholeRounds: true,
  checkpoint: new Uint8Array(64),
} as const;
const JOB = { id: 'j', title: 'A run', hyperparameters: SMALL, changes: [], round: 20 };

/** Messages as each end sends them; the frames are those of runs. */
async function messagesByChannel(): Promise<readonly Channel[]> {
  const frames: unknown[] = [];
  for (const hyperparameters of [SMALL, { ...POINT_DEFAULTS, backend: 'cpu' as const }]) {
    const trainer = await trainerOf(hyperparameters);
    runRounds(trainer, 2);
    for (let phase = 0; phase < 5; phase += 1) {
      trainer.runPhase();
      frames.push({ type: 'frame', frame: trainer.frame({ playing: false, wholeRounds: false }) });
    }
    trainer.dispose();
  }
  const fields = { run: RUN, experiment: 'e', before: { round: 3 } };
  const refused = { message: 'm', next: 'n' };
  return [
    {
      name: 'from host to panel',
      schema: HostToPanelSchema,
      messages: [
        {
          type: 'snapshot',
          lesson: LESSON,
          course: [],
          progress: NO_PROGRESS,
          hyperparameters: SMALL,
          saved: SAVED,
          ...fields,
        },
        { type: 'newRun', hyperparameters: SMALL, playTo: 40, ...fields },
        { type: 'liveChange', run: RUN, change: 1, hyperparameters: SMALL },
        { type: 'export', request: 1, kind: 'stage' },
        { type: 'drawPoints', points: Float32Array.of(1, 2) },
      ],
    },
    {
      name: 'from panel to host',
      schema: PanelToHostSchema,
      messages: [
        {
          type: 'summary',
          run: RUN,
          summary: {
            position: POSITION,
            playing: true,
            wholeRounds: true,
            backend: { backend: 'cpu', reason: 'r' },
          },
        },
        {
          type: 'checkpoint',
          run: RUN,
          hyperparameters: SMALL,
          backend: 'cpu',
          position: POSITION,
          wholeRounds: true,
          bytes: new Uint8Array(8),
        },
        { type: 'progress', event: { kind: 'goal', section: 'near', run: FACTS } },
        { type: 'try', section: 's', choice: 1 },
        {
          type: 'exported',
          request: 1,
          content: { kind: 'animation', width: 1, height: 1, pages: [new Uint8ClampedArray(4)] },
        },
        { type: 'picturesDecoded', request: 1, pictures: [], refused: [{ name: 'a', reason: 'b' }] },
      ],
    },
    {
      name: 'from panel to worker',
      schema: PanelToWorkerSchema,
      messages: [
        {
          type: 'start',
          hyperparameters: SMALL,
          resume: { checkpoint: new Uint8Array(8), backend: 'cpu', position: POSITION, wholeRounds: true },
        },
        {
          type: 'play',
          roundsPerSecond: 20,
          until: { kind: 'quality', measure: 'miniFid', is: 'below', value: 1 },
        },
        { type: 'rewind', round: 3, phasesDone: 2 },
        { type: 'walk', ticket: 1, path: { kind: 'walk', from: 0, to: 1, steps: 8 } },
        {
          type: 'game',
          ticket: 1,
          command: {
            kind: 'score',
            serial: 1,
            drawn: { kind: 'points', points: Float32Array.of(1, 2) },
            looks: true,
          },
        },
      ],
    },
    {
      name: 'from worker to panel',
      schema: WorkerToPanelSchema,
      messages: [
        ...frames,
        { type: 'resuming', done: 1, total: 2 },
        { type: 'applied', change: 1, hyperparameters: SMALL },
        {
          type: 'game',
          ticket: 1,
          report: { kind: 'learned', path: [0.5], machine: [0, 1], originals: [0, 1], copies: 1, batch: 8 },
        },
      ],
    },
    {
      name: 'from host to form',
      schema: HostToFormSchema,
      messages: [
        { type: 'show', wanted: SMALL, running: SMALL, defaults: SMALL, hidden: ['seed'] },
        { type: 'refused', name: 'seed', reason: 'r' },
      ],
    },
    {
      name: 'from form to host',
      schema: FormToHostSchema,
      messages: [{ type: 'edit', name: 'seed', value: 3 }],
    },
    {
      name: 'from host to verification',
      schema: HostToRerunSchema,
      messages: [
        { type: 'run', title: 't', jobs: [JOB] },
        { type: 'probe', title: 't', job: JOB },
      ],
    },
    {
      name: 'from verification to host',
      schema: RerunToHostSchema,
      messages: [
        { type: 'outcome', outcome: anOutcome('j', [1, 0.5]) },
        { type: 'outcome', outcome: { kind: 'failed', id: 'j', ...refused } },
        {
          type: 'probed',
          machine: {
            userAgent: 'u',
            processors: 2,
            frameRate: 60,
            training: { backend: 'cpu', roundsPerSecond: 9 },
          },
        },
      ],
    },
  ];
}

interface Channel {
  readonly name: string;
  readonly schema: v.GenericSchema;
  readonly messages: readonly unknown[];
}

describe('10,000 altered messages of each channel', function () {
  this.timeout(1_200_000);
  withStacksOfHost();

  it('are ignored with a reason, or have finite numbers within their bounds', async () => {
    for (const { name, schema, messages } of await messagesByChannel()) {
      const random = new FixedRandom(3);
      const watch = new Stopwatch();
      let [handled, reported] = [0, 0];
      const end = new TypedChannel<v.GenericSchema, never>(
        schema,
        () => undefined,
        (message) => {
          handled += 1;
          assert.ok(isFiniteThroughout(message), name);
        },
        ({ message }) => {
          reported += 1;
          assert.ok(message !== '');
        },
      );
      messages.forEach((message) => end.receive(message));
      assert.deepEqual([handled, reported], [messages.length, 0], name);
      for (let count = 0; count < COUNT; count += 1) {
        const message = mutatedValue(messages[random.below(messages.length)], random);
        watch.run(
          () => end.receive(message),
          () => `${name}, ${count}`,
        );
      }
      assert.equal(handled + reported, messages.length + COUNT);
      console.log(`      ${name}:`);
      watch.report(handled - messages.length);
    }
  });
});
