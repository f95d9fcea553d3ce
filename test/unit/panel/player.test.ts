import assert from 'node:assert/strict';
import { PHASES, afterPhase, type Position } from '../../../src/shared/domain/phases';
import { Player } from '../../../webview/lesson/transport/player';
import { neighbour } from '../../../webview/lesson/transport/speeds';
import { frameAt } from './frames';
import { ManualTimers } from './manualTimers';

/** A player in front of a worker that answers every `nextPhase` at once, and a stage whose motion ends at once. */
function setUp(start: Position = { round: 0, phasesDone: 0 }) {
  const timers = new ManualTimers();
  const commands: string[] = [];
  let position = start;
  const player: Player = new Player(
    (command) => {
      commands.push(command.type === 'play' ? `play ${command.roundsPerSecond ?? 'freely'}` : command.type);
      if (command.type === 'nextPhase') {
        position = afterPhase(position);
      }
    },
    () => undefined,
    timers,
  );
  /** The worker's answer arrives and its picture comes to its end. */
  const answer = (): void => {
    player.frameArrived(frameAt(position));
    player.phaseEnded();
  };
  answer();
  return { player, timers, commands, answer, position: () => position };
}

describe('The speeds', () => {
  it('go from slow motion to as fast as it goes, step by step', () => {
    assert.equal(neighbour('slowMotion', -1), 'slowMotion');
    assert.equal(neighbour('slowMotion', 1), 'phaseByPhase');
    assert.equal(neighbour('fullSpeed', 1), 'fullSpeed');
    assert.equal(neighbour('fullSpeed', -1), 'sixtyRoundsASecond');
  });
});

describe('The player', () => {
  it('plays so that a person can follow, unless told otherwise, and pauses', () => {
    const { player, commands } = setUp();
    player.togglePlay();
    player.togglePlay();
    assert.deepEqual(commands, ['play 20', 'pause']);
  });

  it('plays whole rounds as fast as it goes when asked to', () => {
    const { player, commands } = setUp();
    player.setSpeed('fullSpeed');
    player.togglePlay();
    assert.equal(player.playing, true);
    player.togglePlay();
    assert.equal(player.playing, false);
    assert.deepEqual(commands, ['play freely', 'pause']);
  });

  it('changes speed while it plays', () => {
    const { player, commands } = setUp();
    player.togglePlay();
    player.setSpeed('fiveRoundsASecond');
    assert.deepEqual(commands, ['play 20', 'play 5']);
  });

  it('keeps to what it plays up to when the pace changes, and tells it while it plays', () => {
    const { player, commands } = setUp();
    const until = { kind: 'round', round: 90 } as const;
    player.playUntil(until);
    player.setSpeed('sixtyRoundsASecond');
    assert.equal(player.until, until);
    player.pause();
    assert.equal(player.until, undefined);
    assert.deepEqual(commands, ['play 20', 'play 60', 'pause']);
  });

  it('leaves more time to read in slow motion', () => {
    const { player, timers, commands, answer } = setUp();
    player.setSpeed('slowMotion');
    player.togglePlay();
    answer();
    timers.pass(2900);
    assert.deepEqual(commands, ['nextPhase']);
    timers.pass(200);
    assert.deepEqual(commands, ['nextPhase', 'nextPhase']);
  });

  it('goes on after an interruption with what it was about', () => {
    const { player, commands, answer } = setUp();
    assert.equal(player.hold(), undefined);
    player.togglePlay();
    player.hold()?.();
    player.playUntil({ kind: 'round', round: 9 });
    player.hold()?.();
    assert.deepEqual(commands, ['play 20', 'pause', 'play 20', 'play 20', 'pause', 'play 20']);
    player.runTo('forge');
    answer();
    const goOn = player.hold();
    assert.equal(player.playing, false);
    goOn?.();
    assert.equal(player.playing, true);
  });

  it('asks for the next phase only after the picture of the last one and a time to read', () => {
    const { player, timers, commands, answer } = setUp();
    player.setSpeed('phaseByPhase');
    player.togglePlay();
    assert.deepEqual(commands, ['nextPhase']);
    timers.pass(60_000);
    assert.deepEqual(commands, ['nextPhase'], 'the picture has not come to its end');
    answer();
    timers.pass(900);
    assert.deepEqual(commands, ['nextPhase']);
    timers.pass(200);
    assert.deepEqual(commands, ['nextPhase', 'nextPhase']);
  });

  it('goes on from round to round, phase by phase, until somebody pauses', () => {
    const { player, timers, answer, position } = setUp();
    player.setSpeed('phaseByPhase');
    player.togglePlay();
    for (let phase = 0; phase < 2 * PHASES.length; phase++) {
      answer();
      timers.pass(1000);
    }
    assert.equal(position().round, 2);
    player.togglePlay();
    const stopped = position();
    answer();
    timers.pass(5000);
    assert.deepEqual(position(), stopped);
  });

  it('runs up to a phase of the round under way and stops there', () => {
    const { player, timers, answer, position } = setUp({ round: 4, phasesDone: 2 });
    player.runTo('trainDiscriminator');
    for (let phase = 0; phase < PHASES.length; phase++) {
      answer();
      timers.pass(1000);
    }
    assert.deepEqual(position(), { round: 4, phasesDone: 5 });
    assert.equal(player.playing, false);
  });

  it('shows the first round to its end', () => {
    const { player, timers, answer, position } = setUp();
    player.showRound();
    for (let phase = 0; phase < 2 * PHASES.length; phase++) {
      answer();
      timers.pass(1000);
    }
    assert.deepEqual(position(), { round: 1, phasesDone: 0 });
  });

  it('waits until whole rounds have stopped before it runs to a phase', () => {
    const { player, commands } = setUp();
    player.togglePlay();
    player.runTo('reveal');
    player.frameArrived(frameAt({ round: 30, phasesDone: 0 }, { playing: true, wholeRounds: true }));
    assert.deepEqual(commands, ['play 20', 'pause']);
    player.frameArrived(frameAt({ round: 31, phasesDone: 0 }, { wholeRounds: true }));
    assert.deepEqual(commands, ['play 20', 'pause', 'nextPhase']);
  });

  it('is interrupted by a single step', () => {
    const { player, timers, commands, answer } = setUp();
    player.runTo('trainGenerator');
    answer();
    player.nextRound();
    timers.pass(5000);
    assert.deepEqual(commands, ['nextPhase', 'nextRound']);
    assert.equal(player.playing, false);
  });
});
