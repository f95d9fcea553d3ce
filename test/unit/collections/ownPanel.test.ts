import assert from 'node:assert/strict';
import { pointCollection, samplesOf, type OwnCollection } from '../../../src/shared/domain/collection';
import { defaultsFor, OWN_DATA } from '../../../src/shared/domain/hyperparameters';
import type { PanelToHost, PanelToWorker } from '../../../src/shared/wire/messages';
import { START } from '../../../src/shared/domain/phases';
import { offeredChoices, valueLabel } from '../../../src/shared/words/choiceLabels';
import { LessonController } from '../../../webview/lesson/lessonController';
import { Memory } from '../panel/memory';
import { ManualTimers } from '../panel/manualTimers';
import { aSnapshot } from '../builders';
import { lesson } from '../session/testRuns';

const HYPERPARAMETERS = defaultsFor('drawnPoints');

function points(shift: number): OwnCollection {
  return pointCollection(
    'drawnPoints',
    'drawn',
    Float32Array.from({ length: 40 }, (_, i) => i / 40 + shift),
  );
}

/** A panel whose worker only listens. */
function openPanel() {
  const toWorker: PanelToWorker[] = [];
  const toHost: PanelToHost[] = [];
  let fromWorker: (message: unknown) => void = () => {};
  const controller = new LessonController({
    host: { send: (message) => void toHost.push(message) },
    createWorker: () =>
      Promise.resolve({
        post: (message) => void toWorker.push(message),
        listen: (received) => void (fromWorker = received),
        terminate: () => {},
      }),
    timers: new ManualTimers(),
    afterPaint: () => {},
    memory: new Memory(),
    motionLength: () => 0,
  });
  return { controller, toWorker, toHost, answer: (message: unknown) => fromWorker(message) };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('A panel with a collection of the learner', () => {
  it('hands its samples to the worker, and none of them to a run on other data', async () => {
    const { controller, toWorker } = openPanel();
    controller.receiveFromHost(aSnapshot(lesson('first'), HYPERPARAMETERS, { collection: points(0) }));
    await settled();
    controller.receiveFromHost({ type: 'newRun', run: 'next', hyperparameters: defaultsFor('ring') });
    await settled();
    const [first, second] = toWorker;
    assert.ok(first?.type === 'start' && second?.type === 'start');
    assert.deepEqual(first.collection, samplesOf(points(0), 16));
    assert.equal(second.collection, undefined);
  });

  it('says with each checkpoint which collection it belongs to', async () => {
    const { controller, toHost, answer } = openPanel();
    controller.receiveFromHost({
      type: 'newRun',
      run: 'next',
      hyperparameters: HYPERPARAMETERS,
      collection: points(0),
    });
    await settled();
    answer({
      type: 'checkpoint',
      hyperparameters: HYPERPARAMETERS,
      backend: 'cpu',
      position: START,
      wholeRounds: false,
      bytes: Uint8Array.of(1),
    });
    const checkpoint = toHost.find(({ type }) => type === 'checkpoint');
    assert.ok(checkpoint?.type === 'checkpoint');
    assert.equal(checkpoint.collection, points(0).digest);
  });

  it('answers every request to decode, whatever the files are', async () => {
    const { controller, toHost } = openPanel();
    const file = { name: 'letter.png', bytes: Uint8Array.of(1, 2, 3) };
    controller.receiveFromHost({ type: 'decodePictures', request: 7, files: [file] });
    await settled();
    const [answer] = toHost;
    assert.ok(answer?.type === 'picturesDecoded');
    assert.equal(answer.request, 7);
    assert.deepEqual(answer.pictures, []);
    assert.deepEqual(
      answer.refused.map(({ name }) => name),
      ['letter.png'],
    );
  });

  it('opens the drawing pad and tells what was drawn, once it is done', () => {
    const { controller, toHost } = openPanel();
    const before = Float32Array.of(0.5, 0.5);
    controller.receiveFromHost({ type: 'drawPoints', points: before });
    assert.deepEqual(controller.store.state.drawing, { points: before });
    controller.endDrawing();
    assert.equal(controller.store.state.drawing, undefined);
    assert.deepEqual(toHost, []);
    const drawn = Float32Array.of(1, 0, 0, 1);
    controller.endDrawing(drawn);
    assert.deepEqual(toHost, [{ type: 'pointsDrawn', points: drawn }]);
  });
});

describe('The form', () => {
  it('offers the collections of the learner that are there, by names for people', () => {
    assert.ok(OWN_DATA.every((data) => !offeredChoices('data', 'portraits').includes(data)));
    const offered = offeredChoices('data', 'portraits', ['drawnPoints']);
    assert.ok(offered.includes('drawnPoints') && !offered.includes('ownPictures'));
    assert.deepEqual(OWN_DATA.map(valueLabel), ['My own pictures', 'My own points', 'Drawn points']);
  });
});
