import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { comparePositions } from '../../../src/shared/domain/phases';
import { unreachable } from '../../../src/shared/result';
import type { Clock } from '../clock';
import { Games } from '../games/games';
import type { RunHistory } from '../history/runHistory';
import type { Rescue } from '../rescue';
import { Activities } from './activities';
import type { Command, StartMessage } from './commands';
import type { Supervisor } from './supervisor';
import { PacedRounds, type Pace } from './pacedRounds';
import { requireBackend } from './problems';
import { Reports } from './reports';
import { SignOfLife } from './signOfLife';
import { SLICE_MS } from './slice';
import { Travels } from './travels';

/** Does with one run what a person wants of it, and shows what comes of it. A new wish ends what was going on. */
export class Playback {
  private readonly activities: Activities;
  private readonly reports: Reports;
  private readonly travels: Travels;
  private readonly games: Games;
  private readonly pace: Pace = {};

  constructor(
    readonly history: RunHistory,
    rescue: Rescue,
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
  ) {
    this.activities = new Activities(clock, supervisor.guarded);
    this.reports = new Reports(history, this.activities, this.pace, rescue, clock, supervisor);
    this.travels = new Travels(history, this.activities, this.reports, clock, supervisor);
    const life = new SignOfLife(clock, () => supervisor.send({ type: 'working' }));
    history.trainer.afterUpdate = () => life.goesOn();
    this.games = new Games(
      () => history.trainer.gameSource(),
      (ticket, report) => {
        requireBackend(history.trainer);
        supervisor.send({ type: 'game', ticket, report });
      },
    );
  }

  /** What is being played, if anything is. */
  get played(): Extract<Command, { type: 'play' }> | undefined {
    return this.activities.played;
  }

  /** Whether the last round passed whole, without its phases being shown. */
  get wholeRounds(): boolean {
    return this.reports.wholeRounds;
  }

  /** Whether the run is on its way to another of its moments. */
  get isTravelling(): boolean {
    return this.travels.isTravelling;
  }

  /** The panel has drawn the last frame. */
  frameShown(): void {
    this.reports.frames.shown();
  }

  /** Shows the first frame, measures while the person looks at it, and does what was asked meanwhile. */
  sendFirstFrame(): void {
    this.reports.frames.sendAtOnce();
    this.reports.sendCheckpoint();
    if (this.reports.hasEnded) {
      return;
    }
    this.activities.later(this.activities.begin(), () => {
      this.history.trainer.prepareMeasurements();
      this.reports.frames.sendAtOnce();
    });
    this.supervisor.release();
  }

  /**
   * Runs on from a checkpoint to where the run had come.
   *
   * @param wanted the hyperparameters that come into force there
   */
  rerun(resume: NonNullable<StartMessage['resume']>, wanted: Hyperparameters): void {
    this.travels.rerun(resume, () => {
      const result = this.history.changeLive(wanted);
      if (result.ok) {
        this.sendFirstFrame();
      } else {
        this.supervisor.fail(result.problem);
      }
    });
  }

  /** Numbers ceased to be finite: shows the last round in which they were. */
  rewindToLastFinite(lastGoodRound: number): void {
    this.travels.goTo(
      { round: lastGoodRound, phasesDone: 0 },
      {
        arrived: () => {
          this.history.noteNotFinite();
          this.supervisor.send({ type: 'halted', reason: 'notFinite' });
        },
      },
    );
  }

  /** Stays where a journey has come, because that is enough. */
  arrive(): void {
    this.travels.arrive();
  }

  /** Does what a person wants of a run that is ready for it. */
  handle(command: Command): void {
    const { history } = this;
    switch (command.type) {
      case 'nextPhase':
        return this.step(false);
      case 'nextRound':
        return this.step(true);
      case 'play':
        return this.play(command);
      case 'pause':
        return this.pause();
      case 'rewind':
        return this.lookBack(command);
      case 'backToNow':
        return this.travels.goTo(history.latest);
      case 'branch':
        return this.branch();
      case 'walk':
        return this.walk(command);
      case 'liveChange':
        return this.applyChange(command);
      case 'layers':
        history.trainer.showLayers(command.layers);
        return this.reports.frames.sendAtOnce();
      case 'game':
        return this.games.handle(command.ticket, command.command);
      default:
        return unreachable(command);
    }
  }

  private lookBack({ round, phasesDone }: Extract<Command, { type: 'rewind' }>): void {
    const { firstRound, latest } = this.history;
    const wanted = { round: Math.max(firstRound, round), phasesDone: phasesDone ?? 0 };
    const isKnown = comparePositions(wanted, latest) <= 0;
    this.travels.goTo(isKnown ? wanted : { round: latest.round, phasesDone: 0 }, {
      asPhase: phasesDone !== undefined,
    });
  }

  /** Ends the run; nothing is shown of the run from now on. */
  end(): void {
    this.activities.begin();
    this.reports.end();
    this.games.leave();
    this.history.dispose();
  }

  /** One phase, or all phases up to the end of a round; phase by phase, so that everything of it can be shown. */
  private step(toEndOfRound: boolean): void {
    const { history } = this;
    this.activities.begin();
    this.reports.wholeRounds = toEndOfRound;
    do {
      const result = history.runPhase();
      if (!result.ok) {
        this.supervisor.fail(result.problem);
        return;
      }
    } while (toEndOfRound && history.trainer.position.phasesDone > 0);
    this.reports.frames.sendAtOnce();
    if (history.trainer.position.phasesDone === 0) {
      this.reports.sendCheckpoint();
    }
  }

  private play(wish: Extract<Command, { type: 'play' }>): void {
    const { history, reports, clock } = this;
    this.activities.begin();
    if (wish.until?.kind === 'round' && history.trainer.position.round >= wish.until.round) {
      this.stopPlaying('reached');
      return;
    }
    const activity = this.activities.begin(wish);
    reports.wholeRounds = true;
    const rounds = new PacedRounds(history, wish, clock, this.pace);
    reports.checkpoints.beginInterval();
    const slice = (): void => {
      const result = rounds.goOn(SLICE_MS, () => {
        reports.frames.due = true;
      });
      if (!result.ok) {
        this.supervisor.fail(result.problem);
        return;
      }
      if (result.value) {
        this.stopPlaying('reached');
        return;
      }
      const now = clock.now();
      requireBackend(history.trainer);
      reports.frames.send();
      if (reports.checkpoints.isDue(now)) {
        reports.sendCheckpoint();
      }
      this.activities.later(activity, slice, rounds.wait);
    };
    this.activities.later(activity, slice);
    reports.frames.sendAtOnce();
  }

  /** Stops by itself. */
  private stopPlaying(reason: 'reached'): void {
    this.pause();
    this.supervisor.send({ type: 'halted', reason });
  }

  private pause(): void {
    const wasPlaying = this.played !== undefined;
    // A long round stops between two of its phases.
    this.reports.wholeRounds &&= this.history.trainer.position.phasesDone === 0;
    this.activities.begin();
    this.reports.frames.sendAtOnce();
    if (wasPlaying) {
      this.reports.sendCheckpoint();
    }
  }

  private applyChange({ change, hyperparameters }: Extract<Command, { type: 'liveChange' }>): void {
    const result = this.history.changeLive(hyperparameters);
    if (result.ok) {
      this.supervisor.send({
        type: 'applied',
        change,
        hyperparameters: this.history.trainer.hyperparameters,
      });
      this.reports.sendCheckpoint();
      this.reports.frames.sendAtOnce();
    } else {
      this.supervisor.send({ type: 'refused', change, ...result.problem });
    }
  }

  private branch(): void {
    this.pause();
    this.history.branch();
    this.reports.sendCheckpoint();
    this.reports.frames.sendAtOnce();
  }

  /** Whatever is going on goes on. */
  private walk({ path, ticket }: Extract<Command, { type: 'walk' }>): void {
    const { trainer } = this.history;
    const pictures = trainer.walk(path);
    const quality = trainer.walkQuality(path);
    requireBackend(trainer);
    this.supervisor.send({ type: 'walked', ticket, pictures, ...(quality && { quality }) });
  }
}
