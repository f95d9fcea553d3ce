import * as l10n from '@vscode/l10n';
import type { GameCommand, GameName, GameReport, Judged, Scored } from '../../../src/shared/wire/games';
import { unreachable } from '../../../src/shared/result';
import type { PageMemory } from '../../ui/pageMemory';
import type { Timers } from '../../ui/timers';
import { Store } from '../store';
import {
  currentScore,
  isAtRest,
  scoreOf,
  shownForgery,
  type Forging,
  type ForgingAction,
} from './forger/forging';
import type { PaintAction } from './forger/painting';
import type { PlaceAction } from './forger/placing';
import { Scorer } from './forger/scorer';
import { Sketchbook } from './forger/sketchbook';
import { describeLearned, describeScore } from './forger/words';
import { reduceGame, type GameAction, type GameState, type OpenGame } from './gameState';
import {
  isComplete,
  tallyOf,
  type Inspection,
  type InspectionAction,
  type Stamp,
} from './inspector/inspection';
import { describeHand, describeTally } from './inspector/words';
import { bestAt, GameRecords } from './records';

/** A moment of a run that a game is played in. */
export interface GameMoment extends Pick<OpenGame, 'round' | 'mood'> {
  /** Names the lesson and its data. */
  readonly key: string;
}

/** What games need of the panel. */
interface GamePlace {
  /** Hands a command to the worker. */
  send(ticket: number, command: GameCommand): void;
  /** Stops the run if it plays; returns what makes it play on, if it did. */
  hold(): (() => void) | undefined;
  /** The shown moment of the run, as soon as there is one to play with. */
  moment(): GameMoment | undefined;
  readonly memory: PageMemory;
  readonly timers: Timers;
}

/** A score is spoken when the strokes have rested for so long, in milliseconds. */
const SPEAK_AFTER_MS = 700;

/**
 * The games that a person plays over the panel, one at a time. While one is open the run stands still; it plays on when
 * the game is left, if it did before.
 */
export class GameController {
  readonly store = new Store<GameState, GameAction>(reduceGame, undefined);
  private readonly scorer: Scorer;
  private readonly records: GameRecords;
  private readonly sketchbook: Sketchbook;
  private ticket = 0;
  /** Of the lesson and the data that the open game is played with. */
  private key = '';
  private playOn: (() => void) | undefined;
  /** The game that was asked for before there was a moment to play it in. */
  private wish: GameName | undefined;
  private cancelSpeech: (() => void) | undefined;

  constructor(private readonly place: GamePlace) {
    this.scorer = new Scorer((wish) => this.send({ kind: 'score', ...wish }), place.timers);
    this.records = new GameRecords(place.memory);
    this.sketchbook = new Sketchbook(place.memory);
  }

  get isOpen(): boolean {
    return this.store.state !== undefined;
  }

  /** Opens a game on the shown moment of the run, as soon as there is one. */
  readonly open = (name: GameName): void => {
    const moment = this.place.moment();
    if (moment === undefined) {
      this.wish = name;
      return;
    }
    this.wish = undefined;
    // One game after the other: what waits for the end of the first waits for that of the second.
    const waiting = this.playOn;
    this.end();
    this.playOn = this.place.hold() ?? waiting;
    this.ticket += 1;
    this.key = moment.key;
    this.store.dispatch({
      type: 'open',
      game: {
        name,
        ticket: this.ticket,
        held: this.playOn !== undefined,
        round: moment.round,
        mood: moment.mood,
        record: this.records.of(this.key),
      },
    });
    this.send(name === 'discriminator' ? { kind: 'deal' } : { kind: 'startDrawing' });
  };

  /** Leaves the game; the run plays on if it did before. */
  readonly close = (): void => {
    const { playOn } = this;
    if (this.end()) {
      playOn?.();
    }
  };

  /** The run has come to a stand a little later than where it was when the game was opened. */
  readonly momentShown = (): void => {
    const moment = this.place.moment();
    if (moment !== undefined) {
      const { round, mood } = moment;
      this.store.dispatch({ type: 'moment', moment: { round, mood } });
    }
    if (this.wish !== undefined) {
      this.open(this.wish);
    }
  };

  /** The run that the game was played with is gone: another one begins, or it cannot go on. */
  readonly runEnded = (): void => {
    this.end();
  };

  /** Takes what the worker says; an answer to an earlier game is nothing any more. */
  receive(ticket: number, report: GameReport): void {
    if (ticket !== this.store.state?.ticket) {
      return;
    }
    switch (report.kind) {
      case 'dealt':
        return this.inspect({ type: 'dealt', dealt: report });
      case 'judged':
        return this.judge(report);
      case 'drawing':
        return this.forge({
          type: 'studio',
          studio: report,
          begun: this.sketchbook.of(this.key),
          best: bestAt(this.records.of(this.key), report.round),
        });
      case 'scored':
        return this.takeScore(report);
      case 'learned':
        // Another inspector scores from here on.
        this.scorer.reset();
        this.forge({ type: 'learned', learned: report });
        return this.say(describeLearned(report));
      case 'impossible':
        return this.store.dispatch({ type: 'problem', problem: report });
      default:
        return unreachable(report);
    }
  }

  /** The person has asked the run for something, which does not go on while they play. */
  remindOfRun(): void {
    this.say(l10n.t('The run is paused while you play. Leave the game first.'));
  }

  readonly stamp = (stamp: Stamp): void => this.inspect({ type: 'stamp', stamp });
  readonly undoStamp = (): void => this.inspect({ type: 'undo' });
  readonly look = (card: number): void => this.inspect({ type: 'look', card });

  /** The truth, once every sample is stamped. */
  readonly reveal = (): void => {
    const inspection = this.store.state?.inspection;
    if (inspection !== undefined && isComplete(inspection) && !inspection.asked) {
      this.inspect({ type: 'ask' });
      this.send({ kind: 'reveal' });
    }
  };

  readonly dealAgain = (): void => {
    this.inspect({ type: 'deal' });
    this.send({ kind: 'deal' });
  };

  readonly paint = (action: PaintAction): void => this.forge({ type: 'paint', action });
  readonly placePoint = (action: PlaceAction): void => this.forge({ type: 'place', action });
  readonly toggleLook = (): void => this.forge({ type: 'look' });
  readonly toggleHint = (): void => this.forge({ type: 'hint' });
  /** One stroke along the hint for what is painted now. */
  readonly followHint = (): void => this.forge({ type: 'followHint' });

  readonly handIn = (): void => {
    const easel = this.store.state?.forging.easel;
    if (easel !== undefined && this.store.state?.forging.lesson.kind === 'none') {
      this.forge({ type: 'handIn' });
      this.send({ kind: 'learn', drawn: shownForgery(easel).drawn });
    }
  };

  /** Forges on against the inspector who has learned. */
  readonly goOn = (): void => this.forge({ type: 'goOn' });

  /** Forges on against the inspector of the run, who has learned nothing of it. */
  readonly forget = (): void => {
    this.scorer.reset();
    this.send({ kind: 'forget' });
    this.forge({ type: 'forget' });
  };

  /** @returns whether there was a game */
  private end(): boolean {
    const { state } = this.store;
    if (state === undefined) {
      return false;
    }
    this.send({ kind: 'leave' });
    this.scorer.reset();
    this.cancelSpeech?.();
    this.playOn = undefined;
    this.store.dispatch({ type: 'close' });
    return true;
  }

  private send(command: GameCommand): void {
    this.place.send(this.ticket, command);
  }

  private say(text: string): void {
    this.cancelSpeech?.();
    this.store.dispatch({ type: 'say', text });
  }

  private inspect(action: InspectionAction): void {
    const before = this.store.state?.inspection;
    this.store.dispatch({ type: 'inspect', action });
    const after = this.store.state?.inspection;
    if (after !== undefined && after !== before && isAboutCards(after)) {
      this.say(describeHand(after));
    }
  }

  private judge(judged: Judged): void {
    this.store.dispatch({ type: 'inspect', action: { type: 'judged', judged } });
    const inspection = this.store.state?.inspection;
    if (inspection?.judged === undefined || inspection.dealt === undefined) {
      return;
    }
    const tally = tallyOf(inspection);
    const { total, yours, his } = tally;
    this.records.addHand(this.key, { round: inspection.dealt.round, total, yours, his });
    this.store.dispatch({ type: 'record', record: this.records.of(this.key) });
    this.say(describeTally(tally));
  }

  private forge(action: ForgingAction): void {
    const before = this.store.state?.forging;
    this.store.dispatch({ type: 'forge', action });
    const after = this.store.state?.forging;
    if (after === undefined || after === before || after.easel === undefined) {
      return;
    }
    if (after.easel !== before?.easel) {
      this.keepSketch(after);
    }
    if (after.lesson.kind === 'none') {
      this.scorer.want({ ...shownForgery(after.easel), looks: after.looks, hints: after.hints });
    }
  }

  private keepSketch({ easel }: Forging): void {
    if (easel !== undefined && isAtRest(easel)) {
      const { drawn } = shownForgery(easel);
      const kept = this.sketchbook.of(this.key);
      this.sketchbook.keep(
        this.key,
        drawn.kind === 'picture' ? { ...kept, picture: drawn.rgba } : { ...kept, points: drawn.points },
      );
    }
  }

  private takeScore(scored: Scored): void {
    this.store.dispatch({ type: 'forge', action: { type: 'scored', scored } });
    this.scorer.answered();
    const forging = this.store.state?.forging;
    if (forging?.easel === undefined || currentScore(forging) === undefined || !isAtRest(forging.easel)) {
      return;
    }
    const round = forging.studio?.round;
    const score = scoreOf(scored);
    // What was learned from a hand-in makes him another one than the run's; and nothing painted is nothing forged.
    const isNew = round !== undefined && forging.learnedFrom === 0 && forging.easel.drafts.at > 0;
    if (isNew && this.records.addScore(this.key, round, score)) {
      this.store.dispatch({ type: 'forge', action: { type: 'best', score } });
    }
    this.cancelSpeech?.();
    this.cancelSpeech = this.place.timers.after(SPEAK_AFTER_MS, () => this.say(describeScore(forging)));
  }
}

/** Whether there are cards to stamp. */
function isAboutCards({ dealt, asked }: Inspection): boolean {
  return dealt !== undefined && !asked;
}
