import * as l10n from '@vscode/l10n';
import { runOfCheckpoint, type SavedRun } from '../../../src/shared/wire/checkpoint';
import type { OwnCollection } from '../../../src/shared/domain/collection';
import { type Hyperparameters, changedNames } from '../../../src/shared/domain/hyperparameters';
import { experimentsOf } from '../../../src/shared/domain/lesson';
import { comparePositions } from '../../../src/shared/domain/phases';
import type { HostToPanel, Strings, WorkerToPanel } from '../../../src/shared/wire/messages';
import { DEFAULT_LAYERS, type PlaneLayer } from '../../../src/shared/wire/plane';
import { type Problem, unreachable } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import { IllnessNews } from '../diagnosis/illnessNews';
import type { Belonging } from '../exercises/learning';
import { LatentQuestions } from '../evidence/walk/latentQuestions';
import { GameController } from '../games/gameController';
import { momentForGames } from '../games/momentForGames';
import type { PanelAction, PanelState } from '../state';
import type { Store } from '../store';
import { StoryTeller } from '../story/storyTeller';
import type { PanelEnvironment } from '../panelEnvironment';
import { TimeTravel } from '../timeline/timeTravel';
import { Player } from '../transport/player';
import { slowness } from '../transport/speeds';
import { KeepingWatch } from './keepingWatch';
import { startMessage } from './startMessage';
import { SummaryThrottle, summaryOf } from './summaryThrottle';
import { TrainingClient } from './trainingClient';

/** What a run begins with, or comes back to. */
interface RunBeginning {
  /** Names the run. */
  readonly run: string;
  readonly hyperparameters: Hyperparameters;
  /** What it trains on, if it is the learner's own. */
  readonly collection?: OwnCollection | undefined;
  /** The run to come back to; without it, it starts at round 0. */
  readonly saved?: SavedRun | undefined;
  readonly belonging?: Belonging | undefined;
  /** Play at once, up to this round. */
  readonly playTo?: number | undefined;
}

/** Those that hear of the run. */
interface RunListeners {
  /** Another run begins. */
  readonly starting: () => void;
  /** A frame is shown. */
  readonly shown: () => void;
  /** A message of the worker was ignored for this reason. */
  readonly ignored: (reason: string) => void;
}

/**
 * Who sees a new frame, in this order. Those before the screen only take note of it: the stage may say that its motion
 * has ended as soon as it is drawn, and story and player must know the frame by then. Those after it read the state in
 * which the frame is shown. Playing on comes last, so that nobody takes it for a part of this frame.
 */
export const FRAME_STEPS = [
  'story',
  'player',
  'problems',
  'rounds',
  'screen',
  'games',
  'worker',
  'exercises',
  'summary',
  'playTo',
] as const;

type FrameStep = (typeof FRAME_STEPS)[number];

/**
 * The run in the panel: the worker that trains it, the player that drives it, and those who tell of it. Each of its
 * frames becomes a change of the panel's state and word to the host.
 */
export class PanelRun {
  readonly player: Player;
  /** The way through the rounds of the run. */
  readonly rounds: TimeTravel;
  /** Pictures between those of the showcase. */
  readonly latent: LatentQuestions;
  /** What a person plays on copies of its networks. */
  readonly games: GameController;
  private readonly training: TrainingClient;
  private readonly story: StoryTeller;
  private readonly summaries: SummaryThrottle;
  private readonly keeping: KeepingWatch;
  private readonly illnesses = new IllnessNews((text) => this.say(text));
  private strings: Strings | undefined;
  /** Names this run in what the host is told. */
  private id = '';
  /** Where this run can go back to. */
  private checkpoint: SavedRun | undefined;
  /** A frame came since this run began, or came back. */
  private isShown = false;
  /** The live changes that the worker has not answered. */
  private readonly unanswered = new Set<number>();
  private collection: OwnCollection | undefined;
  /** The round to play up to when the first frame is there. */
  private playTo: number | undefined;
  private readonly frameSteps: Readonly<
    Record<FrameStep, (frame: RunFrame, hyperparameters: Hyperparameters) => void>
  > = {
    story: (frame, { loss }) => this.story.frameArrived(frame, loss),
    player: (frame) => this.player.frameArrived(frame),
    problems: (frame) => this.illnesses.frameArrived(frame),
    rounds: (frame) => this.rounds.arrived(frame),
    screen: (frame) => this.store.dispatch({ type: 'frame', frame }),
    games: () => this.games.momentShown(),
    worker: () => this.environment.afterPaint(() => this.training.send({ type: 'frameShown' })),
    exercises: () => this.listeners.shown(),
    summary: () => this.summarise(),
    playTo: () => this.startPlayingTo(),
  };

  constructor(
    private readonly store: Store<PanelState, PanelAction>,
    private readonly environment: PanelEnvironment,
    private readonly listeners: RunListeners,
  ) {
    const { createWorker, host, motionLength, timers } = environment;
    this.training = new TrainingClient(
      createWorker,
      {
        received: (message) => this.receive(message),
        died: (problem) => this.stopWith(problem),
        ignored: (reason) => listeners.ignored(reason),
      },
      timers,
    );
    this.player = new Player(
      (command) => this.training.send(command),
      () => this.playingChanged(),
      timers,
    );
    this.rounds = new TimeTravel({
      frame: () => store.state.frame,
      send: (command) => this.training.send(command),
      halt: () => this.player.halted(),
      say: (text) => this.say(text),
    });
    this.latent = new LatentQuestions(
      (question) => this.training.send(question),
      (path, answer) => store.dispatch({ type: 'evidence', action: { kind: 'painted', path, ...answer } }),
    );
    this.games = new GameController({
      send: (ticket, command) => this.training.send({ type: 'game', ticket, command }),
      hold: () => this.player.hold(),
      moment: () => momentForGames(store.state),
      memory: environment.memory,
      timers,
    });
    this.story = new StoryTeller(
      (text, phaseAt) => store.dispatch({ type: 'story', text, phaseAt }),
      (text) => store.dispatch({ type: 'spoken', text }),
      () => this.player.phaseEnded(),
      (phase) => slowness(store.state.speed) * motionLength(phase),
      timers,
    );
    this.keeping = new KeepingWatch(
      (problem) => {
        if (problem?.message !== store.state.keepingProblem?.message) {
          store.dispatch({ type: 'keeping', problem });
          if (problem !== undefined) {
            this.say(`${problem.message} ${problem.next}`);
          }
        }
      },
      () => this.player.pause(),
      timers,
    );
    this.summaries = new SummaryThrottle(
      (summary) => host.send({ type: 'summary', run: this.id, summary }),
      timers,
    );
  }

  /** Translations for the worker, from its next run on. */
  useStrings(strings: Strings): void {
    this.strings = strings;
  }

  /** Digest of the learner's own collection that the run trains on, if it does. */
  get collectionDigest(): string | undefined {
    return this.collection?.digest;
  }

  /** What another run of this lesson needs, beside its hyperparameters. */
  get beginsWith(): {
    readonly collection: OwnCollection | undefined;
    readonly strings: Strings | undefined;
  } {
    const { collection, strings } = this;
    return { collection, strings };
  }

  /** Ends the present run, if any, and starts another one or comes back to one. */
  start({ run, hyperparameters, collection, saved, belonging, playTo }: RunBeginning): void {
    this.refuseUnanswered();
    this.summaries.dispose();
    this.keeping.reset();
    this.id = run;
    this.isShown = false;
    this.collection = collection;
    this.checkpoint = saved;
    this.playTo = playTo;
    // Before the player stops, so that nothing more is told of the old run.
    this.store.dispatch({
      type: 'runStarting',
      hyperparameters,
      from: saved?.position,
      belonging,
    });
    this.games.runEnded();
    this.listeners.starting();
    this.player.reset(this.stopAt(belonging));
    this.rounds.reset();
    this.illnesses.reset();
    this.latent.reset();
    this.story.preparing();
    void this.training.start(startMessage({ hyperparameters, collection, saved }, this.strings));
  }

  /** The running networks take these over at their next phase. */
  change({ run, change, hyperparameters }: Extract<HostToPanel, { type: 'liveChange' }>): void {
    if (run !== this.id) {
      return;
    }
    this.unanswered.add(change);
    if (this.store.state.activity.kind === 'stopped') {
      this.refuseUnanswered();
    } else {
      this.training.send({ type: 'liveChange', change, hyperparameters });
    }
  }

  /** The host has kept the last checkpoint of a run, or could not keep it. */
  takeKeepingAnswer(run: string, problem: Problem | undefined): void {
    if (run === this.id) {
      this.keeping.answered(problem);
    }
  }

  readonly goBackToCheckpoint = (): void => {
    const { checkpoint: saved, collection, id: run } = this;
    if (saved !== undefined) {
      const { learning } = this.store.state;
      this.start({ run, hyperparameters: saved.hyperparameters, collection, saved, belonging: learning });
    }
  };

  /** Switches what is drawn on the plane. */
  readonly showLayers = (layers: readonly PlaneLayer[]): void => {
    this.store.dispatch({ type: 'layersShown', layers });
    this.training.send({ type: 'layers', layers: [...layers] });
  };

  /** The stage has shown the last frame to its end. */
  readonly motionEnded = (): void => this.story.motionEnded();

  /** Nothing can be shown any more. */
  stopWith({ message, next }: Problem): void {
    this.games.runEnded();
    this.player.reset();
    this.story.reset();
    this.refuseUnanswered();
    this.keepReached();
    this.store.dispatch({ type: 'stopped', problem: { message, next } });
    this.summarise();
    this.environment.host.send({ type: 'problem', message, next });
  }

  dispose(): void {
    this.training.stop();
    this.player.reset();
    this.story.reset();
    this.summaries.dispose();
    this.keeping.reset();
  }

  private receive(message: WorkerToPanel): void {
    switch (message.type) {
      case 'started':
        // Also where a run goes on on another backend, which has no copies of the old networks.
        this.games.runEnded();
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
        const own = this.collection && { collection: this.collection.digest };
        this.checkpoint = runOfCheckpoint({ ...message, ...own });
        this.store.dispatch({ type: 'checkpoint', position: message.position });
        this.follow(message.hyperparameters);
        // The host takes what comes in the order in which it happened.
        this.summaries.flush();
        this.environment.host.send({ ...message, run: this.id, ...own });
        this.keeping.sent();
        return;
      }
      case 'working':
        return;
      case 'walked':
        this.latent.answered(message);
        return;
      case 'game':
        this.games.receive(message.ticket, message.report);
        return;
      case 'halted':
        this.player.halted();
        if (message.reason === 'reached') {
          this.say(l10n.t('It has reached the round where it was set to stop.'));
        }
        return;
      case 'applied':
        this.unanswered.delete(message.change);
        this.follow(message.hyperparameters);
        this.environment.host.send({ ...message, run: this.id });
        return;
      case 'refused':
        this.unanswered.delete(message.change);
        this.say(`${message.message} ${message.next}`);
        this.environment.host.send({ ...message, run: this.id });
        return;
      case 'failed':
        this.stopWith(message);
        return;
      default:
        return unreachable(message);
    }
  }

  private show(frame: RunFrame): void {
    const { hyperparameters } = this.store.state;
    if (hyperparameters === undefined) {
      return;
    }
    this.isShown = true;
    for (const step of FRAME_STEPS) {
      this.frameSteps[step](frame, hyperparameters);
    }
  }

  /** The round at which playing stops by itself in the experiment that a run belongs to. */
  private stopAt(belonging: Belonging | undefined): number | undefined {
    const { lesson } = this.store.state;
    const id = belonging?.experiment;
    return lesson && experimentsOf(lesson).find((experiment) => experiment.id === id)?.rounds;
  }

  /** Plays up to the round that the run was started for. */
  private startPlayingTo(): void {
    const { playTo } = this;
    if (playTo !== undefined) {
      this.playTo = undefined;
      this.player.playUntil({ kind: 'round', round: playTo });
    }
  }

  private playingChanged(): void {
    const { playing, until } = this.player;
    const { state } = this.store;
    if (playing !== state.playing || until !== state.until) {
      this.store.dispatch({ type: 'playing', playing, until });
      this.summarise();
    }
  }

  private summarise(): void {
    const summary = summaryOf(this.store.state, this.player.playing);
    if (summary !== undefined) {
      this.summaries.offer(summary);
    }
  }

  /** The worker that was to answer is gone. */
  private refuseUnanswered(): void {
    for (const change of this.unanswered) {
      this.environment.host.send({
        type: 'refused',
        run: this.id,
        change,
        message: l10n.t('The training stopped before the change took effect.'),
        next: l10n.t('Change it again once the run continues.'),
      });
    }
    this.unanswered.clear();
  }

  /** Running on from the checkpoint gives the rounds since then once more; so nothing that was shown is given up. */
  private keepReached(): void {
    const { checkpoint, isShown, store } = this;
    const { frame } = store.state;
    if (checkpoint === undefined || frame === undefined || !isShown) {
      return;
    }
    if (comparePositions(frame.position, checkpoint.position) > 0) {
      const { position, wholeRounds } = frame;
      this.checkpoint = { ...checkpoint, position, wholeRounds };
      store.dispatch({ type: 'checkpoint', position });
    }
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
}
