import * as l10n from '@vscode/l10n';
import type { PanelToWorker } from '../../../src/shared/wire/messages';
import { beforePhase, comparePositions, shownRound, type Position } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';

type TravelCommand = Extract<PanelToWorker, { type: 'rewind' | 'backToNow' | 'branch' }>;

/** What going through the rounds of a run needs of the panel. */
interface RunCursor {
  /** The shown moment; absent while there is none. */
  readonly frame: () => RunFrame | undefined;
  readonly send: (command: TravelCommand) => void;
  /** Ends whatever goes on by itself. */
  readonly halt: () => void;
  /** Tells a screen reader once. */
  readonly say: (text: string) => void;
}

/** Whether the shown moment is an earlier one of its run. */
export function isLookingBack({ history, position }: RunFrame): boolean {
  return history !== undefined && comparePositions(position, history.latest) < 0;
}

/** Which rounds going on from the shown moment gives up, in a sentence; empty where that is at most the present one. */
export function goingOnText({ history, position }: RunFrame): string {
  const first = shownRound(position) + 1;
  const last = history === undefined ? 0 : shownRound(history.latest);
  if (first > last) {
    return '';
  }
  return first === last
    ? l10n.t('Continuing from here discards round {0}.', first)
    : l10n.t('Continuing from here discards rounds {0} to {1}.', first, last);
}

/** Takes a person back and forth through the rounds of the run. Without a record of its rounds, nothing happens. */
export class TimeTravel {
  private wanted: Position | undefined;
  private isBack = false;

  constructor(private readonly cursor: RunCursor) {}

  /** The complete rounds at the moment that is on its way, until it is there. */
  get destination(): number | undefined {
    return this.wanted?.round;
  }

  /** Shows the run as it was when so many rounds were complete. */
  readonly goTo = (round: number): void => {
    const { frame, halt, send } = this.cursor;
    const history = frame()?.history;
    if (history === undefined) {
      return;
    }
    const { firstRound, latest } = history;
    this.wanted = { round: Math.max(firstRound, Math.min(round, latest.round)), phasesDone: 0 };
    halt();
    send({ type: 'rewind', round: this.wanted.round });
  };

  /** Also to a round in progress. */
  readonly backToNow = (): void => {
    const { frame, halt, send } = this.cursor;
    const history = frame()?.history;
    if (history !== undefined) {
      this.wanted = history.latest;
      halt();
      send({ type: 'backToNow' });
    }
  };

  /** To the end of the round before; from the middle of a round, to its beginning. */
  readonly previousRound = (): void => {
    const from = this.wanted ?? this.cursor.frame()?.position;
    if (from !== undefined) {
      this.goTo(from.phasesDone === 0 ? from.round - 1 : from.round);
    }
  };

  /** To the phase before the one that was done last. */
  readonly previousPhase = (): void => {
    const { frame, halt, send } = this.cursor;
    const shown = frame();
    const from = this.wanted ?? shown?.position;
    const target = from && beforePhase(from);
    const firstRound = shown?.history?.firstRound;
    if (target !== undefined && firstRound !== undefined && target.round >= firstRound) {
      this.wanted = target;
      halt();
      send({ type: 'rewind', ...target });
    }
  };

  readonly firstRound = (): void => this.goTo(0);

  /** Makes the shown moment the latest one of the run. */
  readonly branch = (): void => {
    const { frame, halt, send, say } = this.cursor;
    const shown = frame();
    if (shown !== undefined && isLookingBack(shown)) {
      halt();
      send({ type: 'branch' });
      say(l10n.t('The run continues from round {0}.', shown.position.round));
    }
  };

  /** A frame has come: the way is over. Who has left the present is told once what going on would cost. */
  arrived(frame: RunFrame): void {
    const wasBack = this.isBack;
    this.wanted = undefined;
    const text = goingOnText(frame);
    this.isBack = text !== '';
    if (this.isBack && !wasBack) {
      this.cursor.say(text);
    }
  }

  /** Another run begins. */
  reset(): void {
    this.wanted = undefined;
    this.isBack = false;
  }
}
