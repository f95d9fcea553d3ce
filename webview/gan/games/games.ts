import * as l10n from '@vscode/l10n';
import type { Forgery, GameCommand, GameReport } from '../../../src/shared/wire/games';
import type { Problem } from '../../../src/shared/result';
import { unreachable } from '../../../src/shared/result';
import { ForgerStudio } from './forgerStudio';
import type { GameSource } from './gameSource';
import { InspectorTable } from './inspectorTable';

type Report = (ticket: number, report: GameReport) => void;

/** The games that a person plays beside a run, one at a time. What goes wrong in one ends neither it nor the run. */
export class Games {
  private ticket: number | undefined;
  private table: InspectorTable | undefined;
  private studio: ForgerStudio | undefined;
  /** Hands that were dealt of a round, so that who comes back to it gets others. */
  private dealt = { round: 0, hands: 0 };

  /** @param source the moment of the run that is shown */
  constructor(
    private readonly source: () => GameSource | undefined,
    private readonly report: Report,
  ) {}

  /** @param ticket names the game; another one than before begins a game, and ends the one before */
  obey(ticket: number, command: GameCommand): void {
    if (ticket !== this.ticket) {
      this.leave();
      this.ticket = ticket;
    }
    let report: GameReport | undefined;
    try {
      report = this.play(command);
    } catch (error) {
      report = impossible({
        message: l10n.t('The game cannot go on: {0}', error instanceof Error ? error.message : String(error)),
        next: l10n.t('Close it; the run has not changed.'),
      });
    }
    if (report !== undefined) {
      this.report(ticket, hasOnlyNumbers(report) ? report : impossible(notFinite()));
    }
  }

  /** Ends the game, if one is going on. */
  leave(): void {
    this.table?.dispose();
    this.studio?.dispose();
    this.table = undefined;
    this.studio = undefined;
    this.ticket = undefined;
  }

  private play(command: GameCommand): GameReport | undefined {
    switch (command.kind) {
      case 'deal':
        return this.deal();
      case 'reveal':
        return this.table?.reveal();
      case 'enterStudio':
        this.studio ??= this.open((source) => new ForgerStudio(source));
        return this.studio?.describe();
      case 'score':
        return this.withSamples(command.forgery, (studio, values) =>
          studio.score(values, command.serial, command.looks),
        );
      case 'handIn':
        return this.withSamples(command.forgery, (studio, values) => studio.handIn(values));
      case 'forget':
        this.studio?.forget();
        return undefined;
      case 'leave':
        this.leave();
        return undefined;
      default:
        return unreachable(command);
    }
  }

  private deal(): GameReport | undefined {
    if (this.table === undefined) {
      this.table = this.open((source) => new InspectorTable(source));
      if (this.table?.round === this.dealt.round) {
        this.table.skip(this.dealt.hands);
      } else {
        this.dealt = { round: this.table?.round ?? 0, hands: 0 };
      }
    }
    this.dealt = { ...this.dealt, hands: this.dealt.hands + 1 };
    return this.table?.deal();
  }

  private open<T>(create: (source: GameSource) => T): T | undefined {
    const source = this.source();
    return source && create(source);
  }

  private withSamples(
    forgery: Forgery,
    use: (studio: ForgerStudio, values: Float32Array) => GameReport,
  ): GameReport | undefined {
    const { studio } = this;
    const values = studio?.samplesOf(forgery);
    if (studio === undefined) {
      return undefined;
    }
    return values === undefined
      ? impossible({
          message: l10n.t('This forgery is not one for this collection.'),
          next: l10n.t('Close the game and open it again.'),
        })
      : use(studio, values);
  }
}

function impossible(problem: Problem): GameReport {
  return { kind: 'impossible', ...problem };
}

function notFinite(): Problem {
  return {
    message: l10n.t('The inspector of this moment says nothing that is a number.'),
    next: l10n.t('Close the game and go back to an earlier round.'),
  };
}

/** What the inspector said, in a report that tells it. */
function hasOnlyNumbers(report: GameReport): boolean {
  const said = (): readonly number[] => {
    switch (report.kind) {
      case 'judged':
      case 'scored':
        return report.probabilities;
      case 'studio':
        return [report.machineMean, report.originalsMean];
      case 'learned':
        return [...report.path, ...report.machine, ...report.originals];
      case 'dealt':
      case 'impossible':
        return [];
      default:
        return unreachable(report);
    }
  };
  return said().every((value) => Number.isFinite(value));
}
