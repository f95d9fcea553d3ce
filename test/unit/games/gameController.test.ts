import assert from 'node:assert/strict';
import { DRAWN_POINTS, type GameCommand, type GameReport } from '../../../src/shared/wire/games';
import { GameController } from '../../../webview/lesson/games/gameController';
import { currentScore, shownForgery } from '../../../webview/lesson/games/forger/forging';
import { changeOf } from '../../../webview/lesson/games/forger/words';
import { pictures } from '../panel/frames';
import { ManualTimers } from '../panel/manualTimers';
import { Memory } from '../panel/memory';

const DEALT: GameReport = {
  kind: 'dealt',
  round: 8,
  total: 64,
  samples: { kind: 'pictures', pictures: pictures(2) },
};
const STUDIO: GameReport = {
  kind: 'drawing',
  round: 7,
  machineMean: 0.4,
  originalsMean: 0.7,
  canvas: { kind: 'picture', size: 4, palette: Uint8ClampedArray.of(200, 200, 200, 10, 10, 10) },
};
const POINT_STUDIO: GameReport = { ...STUDIO, canvas: { kind: 'points', extent: 2 } };

/** Longer than anything waits. */
const LONG = 2000;

/** A panel whose run stands at round 7; a test speaks for the worker. */
function setUp({ playing = false, memory = new Memory(), key = 'lesson portraits' } = {}) {
  const sent: { ticket: number; command: GameCommand }[] = [];
  const timers = new ManualTimers();
  const run = { playing, ready: true };
  const games = new GameController({
    send: (ticket, command) => void sent.push({ ticket, command }),
    hold: () => {
      if (!run.playing) {
        return undefined;
      }
      run.playing = false;
      return () => void (run.playing = true);
    },
    moment: () => (run.ready ? { round: 7, mood: 'trained', key } : undefined),
    memory,
    timers,
  });
  const kinds = () => sent.map(({ command }) => command.kind);
  const open = () => games.store.state ?? assert.fail('no game is open');
  const answer = (report: GameReport) => games.receive(open().ticket, report);
  /** The questions to the inspector, as they come. */
  const asked = () => sent.flatMap(({ command }) => (command.kind === 'score' ? [command] : []));
  const score = (probability: number) => {
    const { serial } = asked().at(-1) ?? assert.fail('nothing was asked');
    answer({ kind: 'scored', serial, probabilities: [probability] });
  };
  const dab = () => {
    games.paint({ type: 'move', by: { x: 1, y: 0 }, draws: true });
    timers.pass(LONG);
  };
  return { games, sent, timers, run, kinds, open, answer, asked, score, dab, memory };
}

describe('A game', () => {
  it('stops a run that plays, says so, and lets it play on when it is left', () => {
    const { games, run, open, kinds } = setUp({ playing: true });
    games.open('discriminator');
    assert.equal(run.playing, false);
    assert.ok(open().held);
    games.close();
    assert.equal(run.playing, true);
    assert.equal(games.store.state, undefined);
    assert.deepEqual(kinds(), ['deal', 'leave']);
  });

  it('leaves a run alone that stood still', () => {
    const { games, run, open } = setUp();
    games.open('generator');
    assert.ok(!open().held);
    games.close();
    assert.equal(run.playing, false);
  });

  it('does not start the run of another lesson when its own is gone', () => {
    const { games, run } = setUp({ playing: true });
    games.open('discriminator');
    games.runEnded();
    assert.equal(games.store.state, undefined);
    assert.equal(run.playing, false);
  });

  it('follows another, and the run still plays on after the last', () => {
    const { games, run, open } = setUp({ playing: true });
    games.open('discriminator');
    games.open('generator');
    assert.equal(open().name, 'generator');
    assert.ok(open().held);
    games.close();
    assert.equal(run.playing, true);
  });

  it('that is asked for before there is a run opens with its first moment', () => {
    const { games, run, kinds } = setUp();
    run.ready = false;
    games.open('discriminator');
    assert.deepEqual(kinds(), []);
    run.ready = true;
    games.momentShown();
    games.momentShown();
    assert.deepEqual(kinds(), ['deal']);
  });

  it('hears nothing of what was asked in an earlier one', () => {
    const { games, open } = setUp();
    games.open('discriminator');
    const { ticket } = open();
    games.open('discriminator');
    games.receive(ticket, DEALT);
    assert.equal(open().inspection.dealt, undefined);
  });

  it('shows why something cannot be had', () => {
    const { games, open, answer } = setUp();
    games.open('generator');
    answer({ kind: 'impossible', message: 'He says nothing.', next: 'Go back.' });
    assert.equal(open().problem?.message, 'He says nothing.');
  });
});

describe('Playing the inspector', () => {
  it('asks for the truth once, when all is stamped, and keeps the score', () => {
    const { games, kinds, answer, open } = setUp();
    games.open('discriminator');
    answer(DEALT);
    games.stamp('real');
    games.reveal();
    assert.deepEqual(kinds(), ['deal']);
    games.stamp('forged');
    games.reveal();
    games.reveal();
    assert.deepEqual(kinds(), ['deal', 'reveal']);
    answer({ kind: 'judged', truth: [true, true], probabilities: [0.9, 0.8] });
    assert.deepEqual(open().record.hands, [{ round: 8, total: 2, yours: 1, his: 2 }]);
    assert.match(open().said, /You were right about 1 of 2, the inspector about 2\./);
    games.dealAgain();
    assert.deepEqual(kinds(), ['deal', 'reveal', 'deal']);
    assert.equal(open().inspection.judged, undefined);
  });

  it('says after each stamp which sample is next, and nothing of the truth', () => {
    const { games, answer, open } = setUp();
    games.open('discriminator');
    answer(DEALT);
    assert.equal(open().said, 'Picture 1 of 2');
    games.stamp('real');
    assert.equal(open().said, 'Picture 2 of 2');
    games.stamp('real');
    assert.match(open().said, /Enter reveals/);
    games.undoStamp();
    assert.equal(open().said, 'Picture 2 of 2');
  });
});

describe('Playing the forger', () => {
  it('asks the inspector when the pencil rests, one question at a time, and then the newest', () => {
    const { games, answer, asked, timers, open } = setUp();
    games.open('generator');
    answer(STUDIO);
    timers.pass(LONG);
    assert.equal(asked().length, 1);
    for (let x = 0; x < 3; x++) {
      games.paint({ type: 'move', by: { x: 1, y: 0 }, draws: true });
      games.paint({ type: 'move', by: { x: -1, y: 1 }, draws: true });
    }
    timers.pass(LONG);
    assert.equal(asked().length, 1, 'an answer is still due');
    answer({ kind: 'scored', serial: asked()[0]?.serial ?? -1, probabilities: [0.1] });
    assert.equal(asked().length, 2);
    const { easel } = open().forging;
    assert.ok(easel);
    assert.equal(asked()[1]?.serial, shownForgery(easel).serial);
  });

  it('shows the score of what is on the canvas, and what the last stroke did to it', () => {
    const { games, answer, score, dab, timers, open } = setUp();
    games.open('generator');
    answer(STUDIO);
    timers.pass(LONG);
    score(0.2);
    dab();
    assert.equal(currentScore(open().forging), undefined, 'the stroke is not scored yet');
    score(0.26);
    assert.ok(Math.abs((changeOf(open().forging) ?? NaN) - 0.06) < 1e-9);
    timers.pass(LONG);
    assert.equal(open().said, '26\u202f% real, he says. +6.0\u202f% since the last stroke.');
  });

  it('keeps the best score against the inspector of the run, and none of an empty canvas', () => {
    const { games, answer, score, dab, timers, open, memory } = setUp();
    games.open('generator');
    answer(STUDIO);
    timers.pass(LONG);
    score(0.9);
    assert.equal(open().forging.best, undefined);
    dab();
    score(0.3);
    dab();
    score(0.2);
    assert.equal(open().forging.best, 0.3);
    const again = setUp({ memory });
    again.games.open('generator');
    again.answer(STUDIO);
    assert.equal(again.open().forging.best, 0.3);
  });

  it('hands in, forges on against who has learned, and goes back to the inspector of the run', () => {
    const { games, answer, score, dab, timers, open, kinds, asked } = setUp();
    games.open('generator');
    answer(STUDIO);
    timers.pass(LONG);
    score(0.2);
    dab();
    score(0.4);
    games.handIn();
    games.handIn();
    assert.equal(kinds().filter((kind) => kind === 'learn').length, 1);
    dab();
    const questions = asked().length;
    answer({
      kind: 'learned',
      path: [0.4, 0.1],
      machine: [0.4, 0.3],
      originals: [0.7, 0.7],
      copies: 8,
      batch: 32,
    });
    timers.pass(LONG);
    assert.equal(asked().length, questions, 'nobody is asked while the lesson is shown');
    games.goOn();
    timers.pass(LONG);
    assert.equal(asked().length, questions + 1);
    score(0.99);
    assert.equal(open().forging.best, 0.4, 'he who has learned is another inspector');
    assert.equal(open().forging.learnedFrom, 1);
    games.forget();
    assert.equal(kinds().at(-1), 'forget');
    timers.pass(LONG);
    score(0.4);
    assert.equal(open().forging.learnedFrom, 0);
  });

  it('looks where he looks only on demand', () => {
    const { games, answer, score, timers, asked } = setUp();
    games.open('generator');
    answer(STUDIO);
    timers.pass(LONG);
    score(0.2);
    assert.equal(asked().at(-1)?.looks, false);
    games.toggleLook();
    timers.pass(LONG);
    assert.equal(asked().at(-1)?.looks, true);
  });

  it('finds the canvas again as it was left', () => {
    const first = setUp();
    first.games.open('generator');
    first.answer(STUDIO);
    first.dab();
    const painted = shownForgery(first.open().forging.easel ?? assert.fail()).drawn;
    first.games.close();
    const second = setUp({ memory: first.memory });
    second.games.open('generator');
    second.answer(STUDIO);
    assert.deepEqual(shownForgery(second.open().forging.easel ?? assert.fail()).drawn, painted);
    const other = setUp({ memory: first.memory, key: 'another lesson' });
    other.games.open('generator');
    other.answer(STUDIO);
    assert.notDeepEqual(shownForgery(other.open().forging.easel ?? assert.fail()).drawn, painted);
  });

  it('places points, whose scores are those of the inspector', () => {
    const { games, answer, asked, timers, open } = setUp();
    games.open('generator');
    answer(POINT_STUDIO);
    timers.pass(LONG);
    const { serial = -1, drawn: forgery } = asked().at(-1) ?? {};
    assert.equal(forgery?.kind, 'points');
    assert.equal(forgery.points.length, 2 * DRAWN_POINTS);
    const arrows = new Float32Array(2 * DRAWN_POINTS).fill(1);
    const probabilities = Array.from({ length: DRAWN_POINTS }, (_, point) => point / 10);
    answer({ kind: 'scored', serial, probabilities, arrows });
    assert.deepEqual(currentScore(open().forging)?.probabilities, probabilities);
    games.placePoint({ type: 'follow', arrows });
    timers.pass(LONG);
    assert.notEqual(asked().at(-1)?.serial, serial);
  });

  it('follows a hint with one stroke that can be taken back, and asks for a new hint', () => {
    const { games, open, answer, asked, timers } = setUp();
    games.open('generator');
    answer(STUDIO);
    games.toggleHint();
    timers.pass(LONG);
    const wish = asked().at(-1) ?? assert.fail('nothing was asked');
    assert.ok(wish.hints && wish.drawn.kind === 'picture');
    const followed = { count: 1, size: 4, rgba: wish.drawn.rgba.map((byte) => 255 - byte) };
    const hint = { shown: { pictures: followed, norms: [0.5] }, followed };
    answer({ kind: 'scored', serial: wish.serial, probabilities: [0.2], hint });
    games.followHint();
    timers.pass(LONG);
    const next = asked().at(-1) ?? assert.fail('nothing was asked');
    assert.ok(next.serial !== wish.serial && next.hints);
    assert.deepEqual(next.drawn, { kind: 'picture', rgba: followed.rgba });
    // The hint for the picture before is none for this one.
    games.followHint();
    games.paint({ type: 'undo' });
    const { easel } = open().forging;
    assert.deepEqual(easel && shownForgery(easel).drawn, wish.drawn);
  });
});
