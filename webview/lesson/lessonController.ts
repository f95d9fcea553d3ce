import * as l10n from '@vscode/l10n';
import type * as v from 'valibot';
import type { SavedRun } from '../../src/shared/checkpoint';
import type { Hyperparameters } from '../../src/shared/hyperparameters';
import { passageAt } from '../../src/shared/lesson';
import type {
  HostToPanel,
  PanelToHost,
  StringsSchema,
  TransportCommand,
  WorkerToPanel,
} from '../../src/shared/messages';
import { PHASES, type Phase } from '../../src/shared/phases';
import type { Region } from '../../src/shared/regions';
import { unreachable, type Problem } from '../../src/shared/result';
import type { RunFrame } from '../../src/shared/run';
import type { Host } from '../ui/host';
import { loadTranslations } from '../ui/l10n';
import type { Timers } from '../ui/timers';
import { INITIAL_STATE, markedPassage, momentOf, reduce, type PanelAction, type PanelState } from './state';
import { Store } from './store';
import { StoryTeller } from './story/storyTeller';
import { SummaryThrottle } from './training/summaryThrottle';
import { TrainingClient, type TrainingWorker } from './training/trainingClient';
import { Player, type Speed } from './transport/player';

/** What the controller needs of the world around it. */
export interface Surroundings {
  readonly host: Host<PanelToHost>;
  readonly createWorker: () => Promise<TrainingWorker>;
  readonly timers: Timers;
  /** Calls back when what is on the screen now has been painted. */
  readonly afterPaint: (callback: () => void) => void;
  /** How long the stage moves after this phase, in milliseconds. */
  readonly motionLength: (phase: Phase) => number;
}

/**
 * Connects the host, the training worker and what is on the screen: every message and every wish of the person comes
 * through here and becomes a change of the state, a command for the worker, or word to the host.
 */
export class LessonController {
  readonly store = new Store<PanelState, PanelAction>(reduce, INITIAL_STATE);
  private readonly training: TrainingClient;
  private readonly player: Player;
  private readonly story: StoryTeller;
  private readonly summaries: SummaryThrottle;
  private strings: v.InferOutput<typeof StringsSchema> | undefined;
  /** Where this run can go back to. */
  private checkpoint: SavedRun | undefined;

  constructor(private readonly surroundings: Surroundings) {
    const { createWorker, host, motionLength, timers } = surroundings;
    this.training = new TrainingClient(
      createWorker,
      {
        received: (message) => this.receiveFromWorker(message),
        died: (problem) => this.stopWith(problem),
        ignored: (reason) => this.reportIgnored(reason),
      },
      timers,
    );
    this.player = new Player(
      (command) => this.training.send(command),
      () => this.store.dispatch({ type: 'playing', playing: this.player.playing }),
      timers,
    );
    this.story = new StoryTeller(
      (text) => this.store.dispatch({ type: 'story', text }),
      (text) => this.store.dispatch({ type: 'spoken', text }),
      () => this.player.phaseEnded(),
      motionLength,
      timers,
    );
    this.summaries = new SummaryThrottle((summary) => host.send({ type: 'summary', summary }), timers);
  }

  receiveFromHost(message: HostToPanel): void {
    switch (message.type) {
      case 'snapshot':
        if (message.strings !== undefined) {
          this.strings = message.strings;
          loadTranslations(message.strings);
        }
        this.store.dispatch({ type: 'lessonShown', lesson: message.lesson });
        this.startRun(message.hyperparameters, message.saved);
        return;
      case 'lesson':
        this.store.dispatch({ type: 'lessonShown', lesson: message.lesson });
        return;
      case 'liveChange':
        this.store.dispatch({ type: 'hyperparametersChanged', hyperparameters: message.hyperparameters });
        this.training.send({ type: 'liveChange', hyperparameters: message.hyperparameters });
        return;
      case 'newRun':
        this.startRun(message.hyperparameters, undefined);
        return;
      case 'command':
        this.obey(message.command);
        return;
      default:
        return unreachable(message);
    }
  }

  /** Tells the host of a message that had the wrong shape. Without the first snapshot there is nothing to show. */
  readonly reportIgnored = (reason: string): void => {
    const message = l10n.t('The lesson panel ignored a message. {0}', reason);
    if (this.store.state.activity.kind === 'waiting') {
      this.stopWith({ message, next: l10n.t('Close the lesson and open it again.') });
    } else {
      this.surroundings.host.send({ type: 'problem', message, next: l10n.t('The run goes on.') });
    }
  };

  readonly togglePlay = (): void => this.whenReady(() => this.player.togglePlay());
  readonly nextPhase = (): void => this.whenReady(() => this.player.nextPhase());
  readonly nextRound = (): void => this.whenReady(() => this.player.nextRound());
  readonly showFirstRound = (): void => this.whenReady(() => this.player.showRound());
  readonly restart = (): void => this.surroundings.host.send({ type: 'restart' });
  readonly motionEnded = (): void => this.story.motionEnded();
  readonly showCell = (cell: number): void => this.store.dispatch({ type: 'cellShown', cell });
  readonly showStep = (step: number): void => this.store.dispatch({ type: 'stepShown', step });
  readonly showHelp = (): void => this.store.dispatch({ type: 'help', open: true });
  readonly hideHelp = (): void => this.store.dispatch({ type: 'help', open: false });

  readonly setSpeed = (speed: Speed): void => {
    this.store.dispatch({ type: 'speed', speed });
    this.player.setSpeed(speed);
  };

  /** Runs up to a phase that is still to come, or marks what the notes say of one that is done. */
  readonly choosePhase = (phase: Phase): void =>
    this.whenReady((frame) => {
      const { lesson } = this.store.state;
      const index = PHASES.indexOf(phase);
      if (this.player.playing || index >= frame.position.phasesDone || lesson === undefined) {
        this.player.runTo(phase);
        return;
      }
      const position = { ...frame.position, phasesDone: index + 1 };
      const passage = passageAt(lesson, { ...momentOf(frame), position, stepping: true });
      if (passage !== undefined) {
        this.choosePassage(passage.id);
      }
    });

  readonly choosePassage = (id: string): void => {
    this.store.dispatch({ type: 'passageChosen', id });
    this.tellOfChoice();
  };

  readonly chooseRegion = (region: Region): void => {
    this.store.dispatch({ type: 'regionChosen', region });
    this.tellOfChoice();
  };

  readonly leaveHighlight = (): void => {
    this.store.dispatch({ type: 'highlightLeft' });
    this.store.dispatch({ type: 'aside', text: l10n.t('Nothing is lit.') });
  };

  readonly goBackToCheckpoint = (): void => {
    if (this.checkpoint !== undefined) {
      this.startRun(this.checkpoint.hyperparameters, this.checkpoint);
    }
  };

  /** Stops playing; what is trained stays. */
  readonly pause = (): void => this.player.pause();

  /** Ends everything: the page goes away. */
  readonly dispose = (): void => {
    this.training.stop();
    this.player.reset();
    this.story.reset();
    this.summaries.dispose();
  };

  private obey(command: TransportCommand): void {
    switch (command) {
      case 'togglePlay':
        return this.togglePlay();
      case 'nextPhase':
        return this.nextPhase();
      case 'nextRound':
        return this.nextRound();
      case 'restart':
        return this.restart();
      default:
        return unreachable(command);
    }
  }

  private startRun(hyperparameters: Hyperparameters, saved: SavedRun | undefined): void {
    const { strings } = this;
    this.checkpoint = saved;
    this.player.reset();
    this.summaries.dispose();
    this.store.dispatch({ type: 'runStarting', hyperparameters, from: saved?.position });
    this.story.preparing();
    void this.training.start({
      type: 'start',
      hyperparameters,
      ...(strings && { strings }),
      ...(saved && {
        resume: {
          checkpoint: saved.checkpoint,
          backend: saved.backend,
          position: saved.position,
          wholeRounds: saved.wholeRounds,
        },
      }),
    });
  }

  private receiveFromWorker(message: WorkerToPanel): void {
    switch (message.type) {
      case 'started':
        this.store.dispatch({ type: 'networksReady', start: message.start });
        return;
      case 'resuming': {
        const round = this.checkpoint?.position.round ?? message.total;
        this.story.resuming(round);
        this.store.dispatch({ type: 'resuming', done: message.done, total: message.total });
        return;
      }
      case 'frame':
        this.show(message.frame);
        return;
      case 'checkpoint': {
        const { type: _, bytes, ...run } = message;
        this.checkpoint = { ...run, checkpoint: bytes };
        this.store.dispatch({ type: 'checkpoint', position: message.position });
        this.surroundings.host.send(message);
        return;
      }
      case 'failed':
        this.stopWith(message);
        return;
      default:
        return unreachable(message);
    }
  }

  private show(frame: RunFrame): void {
    const { hyperparameters, start, told: before } = this.store.state;
    if (hyperparameters === undefined) {
      return;
    }
    // The stage may say that its motion has ended as soon as it is drawn; story and player must know the frame by then.
    this.story.frameArrived(frame, hyperparameters.loss);
    this.player.frameArrived(frame);
    this.store.dispatch({ type: 'frame', frame });
    this.surroundings.afterPaint(() => this.training.send({ type: 'frameShown' }));
    const { told } = this.store.state;
    if (told !== undefined && told !== before && !frame.wholeRounds) {
      this.surroundings.host.send({ type: 'passage', id: told });
    }
    if (start !== undefined) {
      this.summaries.offer({
        position: frame.position,
        playing: frame.playing || this.player.playing,
        wholeRounds: frame.wholeRounds,
        backend: start.backend,
        ...(frame.metrics && { metrics: frame.metrics }),
        ...(frame.quality && { quality: frame.quality }),
      });
    }
  }

  private stopWith({ message, next }: Problem): void {
    this.player.reset();
    this.story.reset();
    this.store.dispatch({ type: 'stopped', problem: { message, next } });
    this.surroundings.host.send({ type: 'problem', message, next });
  }

  private tellOfChoice(): void {
    const passage = markedPassage(this.store.state);
    if (passage !== undefined) {
      const text = l10n.t('{0}: marked in the notes and lit on the stage.', passage.title);
      this.store.dispatch({ type: 'aside', text });
      this.surroundings.host.send({ type: 'passage', id: passage.id });
    }
  }

  /** Commands before the first frame have nothing to act on. */
  private whenReady(act: (frame: RunFrame) => void): void {
    const { activity, frame } = this.store.state;
    if (activity.kind === 'ready' && frame !== undefined) {
      act(frame);
    }
  }
}
