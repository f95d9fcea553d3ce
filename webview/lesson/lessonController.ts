import * as l10n from '@vscode/l10n';
import type * as v from 'valibot';
import type { SavedRun } from '../../src/shared/checkpoint';
import { samplesOf, type OwnCollection } from '../../src/shared/collection';
import {
  changedNames,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../../src/shared/hyperparameters';
import { passageAt } from '../../src/shared/lesson';
import type {
  HostToPanel,
  PanelToHost,
  StringsSchema,
  TransportCommand,
  WorkerToPanel,
} from '../../src/shared/messages';
import { PHASES, type Phase } from '../../src/shared/phases';
import { DEFAULT_LAYERS, type PlaneLayer } from '../../src/shared/plane';
import type { Region } from '../../src/shared/regions';
import { unreachable, type Problem } from '../../src/shared/result';
import type { RunFrame } from '../../src/shared/run';
import type { Until } from '../../src/shared/until';
import type { Host } from '../ui/host';
import { loadTranslations } from '../ui/l10n';
import type { Timers } from '../ui/timers';
import { IllnessNews } from './diagnosis/illnessNews';
import { needsNewRun, remedyLabel } from './diagnosis/words';
import { decodePictures } from './collections/decodePictures';
import { INITIAL_STATE, markedPassage, momentOf, reduce, type PanelAction, type PanelState } from './state';
import { Store } from './store';
import { StoryTeller } from './story/storyTeller';
import { SummaryThrottle } from './training/summaryThrottle';
import { TrainingClient, type TrainingWorker } from './training/trainingClient';
import { TimeTravel } from './timeline/timeTravel';
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
  private readonly illnesses = new IllnessNews((text) => this.say(text));
  /** The way through the rounds of the run. */
  readonly rounds = new TimeTravel({
    frame: () => this.store.state.frame,
    send: (command) => this.training.send(command),
    halt: () => this.player.halted(),
    say: (text) => this.say(text),
  });
  private strings: v.InferOutput<typeof StringsSchema> | undefined;
  /** Where this run can go back to. */
  private checkpoint: SavedRun | undefined;
  /** What this run trains on, if it is the learner's own. */
  private collection: OwnCollection | undefined;

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
      () => this.playingChanged(),
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
        this.collection = message.collection;
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
        this.collection = message.collection;
        this.startRun(message.hyperparameters, undefined);
        return;
      case 'command':
        this.obey(message.command);
        return;
      case 'decodePictures':
        void decodePictures(message).then((answer) => this.surroundings.host.send(answer));
        return;
      case 'drawPoints':
        this.store.dispatch({ type: 'drawing', drawing: { points: message.points } });
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

  /** Switches what is drawn on the plane. */
  readonly showLayers = (layers: readonly PlaneLayer[]): void => {
    this.store.dispatch({ type: 'layersShown', layers });
    this.training.send({ type: 'layers', layers: [...layers] });
  };

  readonly showStep = (step: number): void => this.store.dispatch({ type: 'stepShown', step });
  readonly showHelp = (): void => this.store.dispatch({ type: 'help', open: true });
  readonly hideHelp = (): void => this.store.dispatch({ type: 'help', open: false });

  /** @param points what the person drew and wants to train on, x and y in turn; absent when they gave it up */
  readonly endDrawing = (points?: Float32Array<ArrayBuffer>): void => {
    this.store.dispatch({ type: 'drawing', drawing: undefined });
    if (points !== undefined) {
      this.surroundings.host.send({ type: 'pointsDrawn', points });
    }
  };

  readonly playUntil = (until: Until): void => this.whenReady(() => this.player.playUntil(until));

  /** Asks for a remedy; the host decides what of it the run can take over. */
  readonly takeRemedy = (changes: HyperparameterChanges): void => {
    this.surroundings.host.send({ type: 'change', changes });
    this.say(
      needsNewRun(changes)
        ? l10n.t('{0} is set for the next run. Restart to try it.', remedyLabel(changes))
        : l10n.t('Changed: {0}.', remedyLabel(changes)),
    );
  };

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
    const { strings, collection } = this;
    this.checkpoint = saved;
    // Before the player stops, so that nothing more is told of the old run.
    this.store.dispatch({ type: 'runStarting', hyperparameters, from: saved?.position });
    this.player.reset();
    this.rounds.arrived();
    this.illnesses.reset();
    this.summaries.dispose();
    this.story.preparing();
    void this.training.start({
      type: 'start',
      hyperparameters,
      ...(strings && { strings }),
      ...(collection && { collection: samplesOf(collection, hyperparameters.pictureSize) }),
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
        if (this.store.state.layers !== DEFAULT_LAYERS) {
          this.showLayers(this.store.state.layers);
        }
        return;
      case 'resuming': {
        const round = this.rounds.destination ?? this.checkpoint?.position.round ?? message.total;
        this.story.resuming(round);
        this.store.dispatch({ type: 'resuming', done: message.done, total: message.total });
        return;
      }
      case 'frame':
        this.show(message.frame);
        return;
      case 'checkpoint': {
        const { type: _, bytes, ...run } = message;
        const own = this.collection && { collection: this.collection.digest };
        this.checkpoint = { ...run, ...own, checkpoint: bytes };
        this.store.dispatch({ type: 'checkpoint', position: message.position });
        this.follow(message.hyperparameters);
        this.surroundings.host.send({ ...message, ...own });
        return;
      }
      case 'ordered':
        // An answer to an order, of which this panel has sent none.
        return;
      case 'halted':
        this.player.halted();
        if (message.reason === 'reached') {
          this.say(l10n.t('The goal is reached.'));
        }
        return;
      case 'refused':
        this.say(`${message.message} ${message.next}`);
        this.surroundings.host.send({ ...message, type: 'problem' });
        return;
      case 'failed':
        this.stopWith(message);
        return;
      default:
        return unreachable(message);
    }
  }

  private show(frame: RunFrame): void {
    const { hyperparameters, told: before } = this.store.state;
    if (hyperparameters === undefined) {
      return;
    }
    // The stage may say that its motion has ended as soon as it is drawn; story and player must know the frame by then.
    this.story.frameArrived(frame, hyperparameters.loss);
    this.player.frameArrived(frame);
    this.illnesses.frameArrived(frame);
    this.rounds.arrived();
    this.store.dispatch({ type: 'frame', frame });
    this.surroundings.afterPaint(() => this.training.send({ type: 'frameShown' }));
    const { told } = this.store.state;
    if (told !== undefined && told !== before && !frame.wholeRounds) {
      this.surroundings.host.send({ type: 'passage', id: told });
    }
    this.summarise();
  }

  private playingChanged(): void {
    const { playing } = this.player;
    if (playing !== this.store.state.playing) {
      this.store.dispatch({ type: 'playing', playing });
      this.summarise();
    }
  }

  /** Tells the host how far the run is and whether it plays. */
  private summarise(): void {
    const { activity, frame, start } = this.store.state;
    if (frame === undefined || start === undefined) {
      return;
    }
    this.summaries.offer({
      position: frame.position,
      playing: activity.kind === 'ready' && (frame.playing || this.player.playing),
      wholeRounds: frame.wholeRounds,
      backend: start.backend,
      ...(frame.metrics && { metrics: frame.metrics }),
      ...(frame.quality && { quality: frame.quality }),
    });
  }

  /** What the worker has in force, which was other before a live change that it went back behind. */
  private follow(hyperparameters: Hyperparameters): void {
    const known = this.store.state.hyperparameters;
    if (known !== undefined && changedNames(known, hyperparameters).length > 0) {
      this.store.dispatch({ type: 'hyperparametersChanged', hyperparameters });
    }
  }

  /** Tells a screen reader once. */
  private say(text: string): void {
    this.store.dispatch({ type: 'aside', text });
  }

  private stopWith({ message, next }: Problem): void {
    this.player.reset();
    this.story.reset();
    this.store.dispatch({ type: 'stopped', problem: { message, next } });
    this.summarise();
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
