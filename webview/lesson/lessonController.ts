import * as l10n from '@vscode/l10n';
import type { HyperparameterChanges } from '../../src/shared/domain/hyperparameters';
import { passagesOf } from '../../src/shared/domain/lesson';
import type { HostToPanel, PanelCommand } from '../../src/shared/wire/messages';
import { PHASES, type Phase } from '../../src/shared/domain/phases';
import type { RunFrame } from '../../src/shared/wire/run';
import type { Until } from '../../src/shared/wire/until';
import { ComparisonCommands } from './compare/comparisonCommands';
import { needsNewRun, remedyLabel } from './diagnosis/words';
import { Activities } from './exercises/activities';
import type { ExerciseActions } from './exercises/context';
import { DraftBook } from './exercises/draftBook';
import { Exercises } from './exercises/exercises';
import { type Recipients, receiveFromHost } from './hostInbox';
import { Highlight } from './notes/highlight';
import { INITIAL_STATE, type PanelAction, type PanelState, reduce } from './state';
import { Store } from './store';
import type { PanelEnvironment } from './panelEnvironment';
import { PanelRun } from './training/panelRun';
import { runShown } from './training/runShown';
import { type Speed, neighbour, speedName, SPEEDS } from './transport/speeds';
import type { EvidenceTab } from './evidence/tabs';

/** The name under which the page remembers how fast the person plays, also while another tab covers it. */
const SPEED = 'speed';

/**
 * Connects the host and what is on the screen: every message of the host and every wish of the person comes through
 * here and becomes a change of the state, a command for the run, or word to the host.
 */
export class LessonController {
  readonly store = new Store<PanelState, PanelAction>(reduce, INITIAL_STATE);
  readonly host: PanelEnvironment['host'];
  readonly run: PanelRun;
  readonly comparing: ComparisonCommands;
  readonly highlight: Highlight;
  readonly evidence = new EvidenceCommands(this.store);
  readonly exercises: Exercises;
  /** What a lesson can open; the parts of the panel register themselves. */
  readonly activities = new Activities();
  /** What a person can do in the exercises of the notes. */
  readonly exerciseActions: ExerciseActions;
  private readonly recipients: Recipients;
  /** Whether the run goes on playing while nobody sees it. */
  private trainsInBackground = false;

  constructor(private readonly environment: PanelEnvironment) {
    const { host } = environment;
    this.host = host;
    this.run = new PanelRun(this.store, environment, {
      starting: () => this.exercises.runStarting(),
      shown: () => this.exercises.frameArrived(),
      ignored: this.reportIgnored,
    });
    this.comparing = new ComparisonCommands(this.store, environment, this.run);
    this.highlight = new Highlight(this.store);
    this.exercises = new Exercises(
      this.store,
      host,
      () => this.run.collectionDigest,
      () => Date.now(),
    );
    this.exerciseActions = {
      ...this.exercises.actions,
      activities: {
        has: (name) => this.activities.has(name),
        // As the panel's own button does it, so that the walkthrough hears of it.
        open: (name) =>
          name === 'inspectorGame' ? this.runCommand('beInspector') : this.activities.open(name),
      },
      drafts: new DraftBook(environment.memory),
      playUntil: this.playUntil,
    };
    this.recipients = {
      store: this.store,
      host,
      run: this.run,
      comparing: this.comparing,
      activities: this.activities,
      commands: {
        togglePlay: this.togglePlay,
        pause: this.pause,
        nextPhase: this.nextPhase,
        previousPhase: this.previousPhase,
        nextRound: this.nextRound,
        previousRound: () => this.run.rounds.previousRound(),
        slower: () => this.changeSpeed(-1),
        faster: () => this.changeSpeed(1),
        restart: this.restart,
      },
      visit: this.visit,
      showPhase: this.showPhase,
      trainInBackground: (trains) => {
        this.trainsInBackground = trains;
      },
      togglePresenting: this.togglePresenting,
    };
    this.store.subscribe((state) => this.exercises.stateChanged(state));
    const remembered = environment.memory.read(SPEED);
    const speed = SPEEDS.find((each) => each === remembered);
    if (speed !== undefined) {
      this.showSpeed(speed);
    }
    void runShown(this.store).then(() => this.comparing.restore());
    this.activities.register('inspectorGame', () => this.run.games.open('discriminator'));
    this.activities.register('forgerGame', () => this.run.games.open('generator'));
    this.activities.register('charts', () => this.evidence.open('progress'));
    this.activities.register('code', () => this.runCommand('followInCode'));
    this.activities.register('compare', () => this.runCommand('compareRuns'));
    this.activities.register('latentWalk', () => this.evidence.open('walk'));
    this.activities.register('overview', () => this.evidence.open('overview'));
    for (const opens of ['drawPoints', 'ownPictures', 'sweep'] as const) {
      this.activities.register(opens, () => host.send({ type: 'activity', opens }));
    }
  }

  receiveFromHost(message: HostToPanel): void {
    receiveFromHost(message, this.recipients);
  }

  /** Tells the host of a message that had the wrong shape. Without the first snapshot there is nothing to show. */
  readonly reportIgnored = (reason: string): void => {
    const message = l10n.t('The lesson panel ignored a message. {0}', reason);
    if (this.store.state.activity.kind === 'waiting') {
      this.run.stopWith({ message, next: l10n.t('Close the lesson and open it again.') });
    } else {
      this.host.send({ type: 'problem', message, next: l10n.t('The run continues.') });
    }
  };

  /** Goes to a step or section of the notes. */
  readonly visit = (id: string): void => {
    const { lesson } = this.store.state;
    if (lesson !== undefined && passagesOf(lesson).some((passage) => passage.id === id)) {
      this.highlight.choosePassage(id);
    } else {
      this.store.dispatch({ type: 'visited', id });
    }
  };

  readonly togglePlay = (): void => this.whenReady(() => this.run.player.togglePlay());
  readonly nextPhase = (): void => this.whenReady(() => this.run.player.nextPhase());
  readonly previousPhase = (): void => this.whenReady(() => this.run.rounds.previousPhase());
  readonly nextRound = (): void => this.whenReady(() => this.run.player.nextRound());
  readonly showFirstRound = (): void => this.whenReady(() => this.run.player.showRound());
  readonly playUntil = (until: Until): void => this.whenReady(() => this.run.player.playUntil(until));
  readonly restart = (): void => this.host.send({ type: 'restart' });
  readonly showCell = (cell: number): void => this.store.dispatch({ type: 'cellShown', cell });
  readonly showStep = (step: number): void => this.store.dispatch({ type: 'stepShown', step });
  readonly showHelp = (): void => this.store.dispatch({ type: 'help', open: true });
  readonly hideHelp = (): void => this.store.dispatch({ type: 'help', open: false });

  /** Shows the stage to a class, or no longer; the host gives it the room. */
  readonly togglePresenting = (): void => {
    const on = !this.store.state.presenting;
    this.store.dispatch({ type: 'presenting', on });
    this.host.send({ type: 'presenting', on });
  };

  /** Switches the keys that write a character on or off, for good. */
  readonly useCharacterKeys = (on: boolean): void => {
    const preferences = { type: 'preferences', characterKeys: on } as const;
    this.store.dispatch(preferences);
    this.host.send(preferences);
  };

  /** @param points what the person drew and wants to train on, x and y in turn; absent when they gave it up */
  readonly endDrawing = (points?: Float32Array<ArrayBuffer>): void => {
    this.store.dispatch({ type: 'drawing', drawing: undefined });
    if (points !== undefined) {
      this.host.send({ type: 'pointsDrawn', points });
    }
  };

  /** Asks for a remedy; the host decides what of it the run can take over. */
  readonly takeRemedy = (changes: HyperparameterChanges): void => {
    this.host.send({ type: 'change', changes });
    const text = needsNewRun(changes)
      ? l10n.t('A new run with {0}. The one before is kept.', remedyLabel(changes))
      : l10n.t('Changed: {0}.', remedyLabel(changes));
    this.store.dispatch({ type: 'aside', text });
  };

  /** One step slower or faster; a screen reader is told how fast that is. */
  readonly changeSpeed = (by: -1 | 1): void => {
    const speed = neighbour(this.store.state.speed, by);
    this.setSpeed(speed);
    this.store.dispatch({ type: 'aside', text: l10n.t('Speed: {0}.', speedName(speed)) });
  };

  readonly setSpeed = (speed: Speed): void => {
    this.environment.memory.write(SPEED, speed);
    this.showSpeed(speed);
  };

  private showSpeed(speed: Speed): void {
    this.store.dispatch({ type: 'speed', speed });
    this.run.player.setSpeed(speed);
  }

  /** Runs up to a phase that is still to come, or marks what the notes say of one that is done. */
  readonly choosePhase = (phase: Phase): void =>
    this.whenReady((frame) => {
      if (this.run.player.playing || PHASES.indexOf(phase) >= frame.position.phasesDone) {
        this.run.player.runTo(phase);
      } else {
        this.highlight.choosePhase(frame, phase);
      }
    });

  /** Marks what the notes say of a phase; the run stays where it is. */
  readonly showPhase = (phase: Phase): void =>
    this.whenReady((frame) => this.highlight.choosePhase(frame, phase));

  /** Has the host do what one of its commands does. */
  readonly runCommand = (command: PanelCommand): void => this.host.send({ type: 'runCommand', command });

  /** The window was minimised, or another tab covers it. */
  readonly pageHidden = (): void => {
    if (!this.trainsInBackground) {
      this.pause();
      this.comparing.comparison.pause();
    }
  };

  /** Stops playing; what is trained stays. */
  readonly pause = (): void => this.run.player.pause();

  /** Ends everything: the page goes away. */
  readonly dispose = (): void => {
    this.comparing.comparison.end();
    this.run.dispose();
  };

  /** Commands before the first frame have nothing to act on, and while a person plays the run stands still. */
  private whenReady(act: (frame: RunFrame) => void): void {
    const { activity, frame } = this.store.state;
    if (this.run.games.isOpen) {
      this.run.games.remindOfRun();
    } else if (activity.kind === 'ready' && frame !== undefined) {
      act(frame);
    }
  }
}

/** What a person can ask of the evidence. */
class EvidenceCommands {
  constructor(private readonly store: Store<PanelState, PanelAction>) {}

  /** Shows another tab. */
  readonly choose = (tab: EvidenceTab): void =>
    this.store.dispatch({ type: 'evidence', action: { kind: 'tab', tab } });

  /** Shows a tab from elsewhere: brings it into view, and the focus to it. */
  readonly open = (tab: EvidenceTab): void =>
    this.store.dispatch({ type: 'evidence', action: { kind: 'open', tab } });
}
