import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { aLesson } from '../builders';
import { pictures } from '../panel/frames';
import { openPanel } from '../panel/openPanel';

const LESSON = aLesson('test');

/** A panel whose run plays; only what is told from here on is looked at. */
async function playingPanel() {
  const panel = openPanel();
  await panel.open(LESSON, PICTURE_DEFAULTS);
  panel.controller.togglePlay();
  panel.toWorker.length = 0;
  const told = () =>
    panel.toWorker.map((message) => (message.type === 'game' ? message.command.kind : message.type));
  return { ...panel, told };
}

describe('A panel in which a person plays', () => {
  it('lets the run wait, and go on afterwards', async () => {
    const { controller, told } = await playingPanel();
    controller.activities.open('inspectorGame');
    assert.deepEqual(told(), ['pause', 'deal']);
    controller.run.games.close();
    assert.deepEqual(told(), ['pause', 'deal', 'leave', 'play']);
  });

  it('leaves the run alone, whoever asks for the next round, and says why', async () => {
    const { controller, told } = await playingPanel();
    controller.activities.open('forgerGame');
    controller.nextRound();
    controller.receiveFromHost({ type: 'command', command: 'togglePlay' });
    assert.deepEqual(told(), ['pause', 'startDrawing']);
    assert.match(controller.run.games.store.state?.said ?? '', /paused/);
  });

  it('hands on what the worker says of the game', async () => {
    const { controller, worker } = await playingPanel();
    controller.receiveFromHost({ type: 'open', opens: 'inspectorGame' });
    const { ticket = -1 } = controller.run.games.store.state ?? {};
    worker({
      type: 'game',
      ticket,
      report: {
        kind: 'dealt',
        round: 1,
        total: 64,
        samples: { kind: 'pictures', pictures: pictures(16) },
      },
    });
    assert.equal(controller.run.games.store.state?.inspection.stamps.length, 16);
  });

  it('tells at which round the run waits, also when it came to a stand later than the game was opened', async () => {
    const { controller, round } = await playingPanel();
    controller.activities.open('inspectorGame');
    round(7);
    assert.equal(controller.run.games.store.state?.round, 7);
  });

  it('ends the game when another run begins', async () => {
    const { controller } = await playingPanel();
    controller.activities.open('inspectorGame');
    controller.receiveFromHost({ type: 'newRun', run: 'next', hyperparameters: PICTURE_DEFAULTS });
    assert.equal(controller.run.games.store.state, undefined);
  });

  it('opens a game with its first frame when that was asked for before it was there', async () => {
    const panel = openPanel();
    await panel.open(LESSON, PICTURE_DEFAULTS, { opens: 'forgerGame' });
    assert.equal(panel.controller.run.games.store.state?.name, 'generator');
  });
});
