import * as l10n from '@vscode/l10n';
import type { OwnCollection } from '../../../src/shared/domain/collection';
import type { HyperparameterName, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Strings, WorkerToPanel } from '../../../src/shared/wire/messages';
import { runOfCheckpoint } from '../../../src/shared/wire/checkpoint';
import { unreachable, type Problem } from '../../../src/shared/result';
import { Store } from '../store';
import type { PanelEnvironment } from '../panelEnvironment';
import { startMessage } from '../training/startMessage';
import { TrainingClient } from '../training/trainingClient';
import {
  commonRound,
  isReady,
  reduceComparison,
  SIDES,
  type ComparisonAction,
  type ComparisonState,
  type SideName,
} from './comparisonState';
import { LockStep } from './lockStep';
import { sideName } from './words';

/** What a comparison needs of the panel. */
type ComparisonSurroundings = Pick<PanelEnvironment, 'afterPaint' | 'createWorker' | 'timers'>;

/** What two runs begin with, beside their hyperparameters. */
interface ComparisonBeginning {
  readonly difference: HyperparameterName;
  readonly hyperparameters: Readonly<Record<SideName, Hyperparameters>>;
  readonly collection: OwnCollection | undefined;
  readonly strings: Strings | undefined;
  /** To which both are played as soon as they are there; absent to wait for the person. */
  readonly round?: number;
}

interface Running {
  readonly client: TrainingClient;
  /** It said that it came to where it was sent; its last frame may still be to come. */
  halted: boolean;
  /** A frame has come since it was sent on. */
  shown: boolean;
}

/** Two runs in two workers, played in step. */
export class Comparison {
  readonly store = new Store<ComparisonState | undefined, ComparisonAction>(reduceComparison, undefined);
  private running: Readonly<Record<SideName, Running>> | undefined;
  private lockStep: LockStep | undefined;
  private collection: OwnCollection | undefined;
  /** The round that both are still to be played to at their beginning. */
  private awaited = 0;

  constructor(private readonly environment: ComparisonSurroundings) {}

  /** Begins two runs at round 0; those that were compared before end. */
  begin({ difference, hyperparameters, collection, strings, round: awaited = 0 }: ComparisonBeginning): void {
    this.end();
    this.collection = collection;
    this.awaited = awaited;
    this.store.dispatch({ type: 'begun', difference, hyperparameters });
    const running = { a: this.run('a'), b: this.run('b') };
    this.running = running;
    this.lockStep = new LockStep(
      (side, round) => this.sendOn(side, round),
      () => this.store.dispatch({ type: 'standing' }),
    );
    for (const side of SIDES) {
      void running[side].client.start(
        startMessage({ hyperparameters: hyperparameters[side], collection }, strings),
      );
    }
  }

  /** Plays both up to a round; without end when there is none. */
  readonly playTo = (round?: number): void => {
    const { state } = this.store;
    if (state !== undefined && isReady(state)) {
      this.store.dispatch({ type: 'playing', target: round });
      this.lockStep?.playTo(round ?? Infinity);
    }
  };

  /** One round of both. */
  readonly step = (): void => {
    const { state } = this.store;
    if (state !== undefined) {
      this.playTo(commonRound(state) + 1);
    }
  };

  /** Stops both, at one and the same round. */
  readonly pause = (): void => this.lockStep?.stop();

  /** Ends both runs; nothing of them is left. */
  readonly end = (): void => {
    for (const side of SIDES) {
      this.running?.[side].client.stop();
    }
    this.running = undefined;
    this.lockStep = undefined;
    this.store.dispatch({ type: 'ended' });
  };

  private run(side: SideName): Running {
    const client = new TrainingClient(
      this.environment.createWorker,
      {
        received: (message) => this.receive(side, message),
        died: (problem) => this.stopWith(side, problem),
        ignored: (reason) => this.stopWith(side, { message: reason, next: startAgain() }),
      },
      this.environment.timers,
    );
    return { client, halted: false, shown: false };
  }

  private receive(side: SideName, message: WorkerToPanel): void {
    const run = this.running?.[side];
    if (run === undefined) {
      return;
    }
    switch (message.type) {
      case 'started':
        this.store.dispatch({ type: 'networksReady', side, start: message.start });
        return;
      case 'frame':
        run.shown = true;
        this.store.dispatch({ type: 'frame', side, frame: message.frame });
        this.environment.afterPaint(() => run.client.send({ type: 'frameShown' }));
        this.settle(side, run);
        this.playAwaited();
        return;
      case 'checkpoint': {
        const own = this.collection && { collection: this.collection.digest };
        this.store.dispatch({
          type: 'checkpoint',
          side,
          checkpoint: runOfCheckpoint({ ...message, ...own }),
        });
        return;
      }
      case 'halted':
        if (message.reason === 'notFinite') {
          this.stopWith(side, {
            message: l10n.t('Its numbers are no longer finite. That is what this change does here.'),
            next: startAgain(),
          });
        } else {
          run.halted = true;
          this.settle(side, run);
        }
        return;
      case 'refused':
      case 'failed':
        this.stopWith(side, message);
        return;
      case 'resuming':
      case 'working':
      case 'applied':
      case 'walked':
      case 'game':
        // A run that begins at round 0, is asked for no picture and is not played with says none of these.
        return;
      default:
        return unreachable(message);
    }
  }

  private playAwaited(): void {
    const { state } = this.store;
    if (this.awaited > 0 && state !== undefined && isReady(state)) {
      const round = this.awaited;
      this.awaited = 0;
      this.playTo(round);
    }
  }

  /** A run has come to where it was sent when it has said so and its last frame is there, whichever is first. */
  private settle(side: SideName, run: Running): void {
    const frame = this.store.state?.sides[side].frame;
    if (run.halted && run.shown && frame !== undefined && !frame.playing) {
      run.halted = false;
      this.lockStep?.stands(side, frame.position.round);
    }
  }

  private sendOn(side: SideName, round: number): void {
    const run = this.running?.[side];
    if (run !== undefined) {
      run.halted = false;
      run.shown = false;
      run.client.send({ type: 'play', until: { kind: 'round', round } });
    }
  }

  /** What was trained stays in sight. */
  private stopWith(side: SideName, { message, next }: Problem): void {
    for (const name of SIDES) {
      this.running?.[name].client.stop();
    }
    this.lockStep = undefined;
    this.store.dispatch({
      type: 'stopped',
      problem: { message: l10n.t('{0}: {1}', sideName(side), message), next },
    });
  }
}

function startAgain(): string {
  return l10n.t('Choose another value and compare again.');
}
