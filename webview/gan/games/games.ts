import * as l10n from '@vscode/l10n';
import type { DrawnSample, GameCommand, GameReport } from '../../../src/shared/wire/games';
import type { Problem } from '../../../src/shared/result';
import { unreachable } from '../../../src/shared/result';
import { GeneratorGame } from './generatorGame';
import type { GameSource } from './gameSource';
import { DiscriminatorGame } from './discriminatorGame';

type Report = (ticket: number, report: GameReport) => void;

/** The games that a person plays beside a run, one at a time. What goes wrong in one ends neither it nor the run. */
export class Games {
  private ticket: number | undefined;
  private discriminatorGame: DiscriminatorGame | undefined;
  private generatorGame: GeneratorGame | undefined;
  /** Hands that were dealt of a round, so that who comes back to it gets others. */
  private dealt = { round: 0, hands: 0 };

  /** @param source the moment of the run that is shown */
  constructor(
    private readonly source: () => GameSource | undefined,
    private readonly report: Report,
  ) {}

  /** @param ticket names the game; another one than before begins a game, and ends the one before */
  handle(ticket: number, command: GameCommand): void {
    if (ticket !== this.ticket) {
      this.leave();
      this.ticket = ticket;
    }
    let report: GameReport | undefined;
    try {
      report = this.play(command);
    } catch (error) {
      report = impossible({
        message: l10n.t(
          'The game cannot continue: {0}',
          error instanceof Error ? error.message : String(error),
        ),
        next: l10n.t('Close it; the run has not changed.'),
      });
    }
    if (report !== undefined) {
      this.report(ticket, hasOnlyNumbers(report) ? report : impossible(notFinite()));
    }
  }

  /** Ends the game, if one is going on. */
  leave(): void {
    this.discriminatorGame?.dispose();
    this.generatorGame?.dispose();
    this.discriminatorGame = undefined;
    this.generatorGame = undefined;
    this.ticket = undefined;
  }

  private play(command: GameCommand): GameReport | undefined {
    switch (command.kind) {
      case 'deal':
        return this.deal();
      case 'reveal':
        return this.discriminatorGame?.reveal();
      case 'startDrawing':
        this.generatorGame ??= this.open((source) => new GeneratorGame(source));
        return this.generatorGame?.describe();
      case 'score':
        return this.withSamples(command.drawn, (generatorGame, values) =>
          generatorGame.score(values, command.serial, command),
        );
      case 'learn':
        return this.withSamples(command.drawn, (generatorGame, values) => generatorGame.trainOn(values));
      case 'forget':
        this.generatorGame?.forget();
        return undefined;
      case 'leave':
        this.leave();
        return undefined;
      default:
        return unreachable(command);
    }
  }

  private deal(): GameReport | undefined {
    if (this.discriminatorGame === undefined) {
      this.discriminatorGame = this.open((source) => new DiscriminatorGame(source));
      if (this.discriminatorGame?.round === this.dealt.round) {
        this.discriminatorGame.skip(this.dealt.hands);
      } else {
        this.dealt = { round: this.discriminatorGame?.round ?? 0, hands: 0 };
      }
    }
    this.dealt = { ...this.dealt, hands: this.dealt.hands + 1 };
    return this.discriminatorGame?.deal();
  }

  private open<T>(create: (source: GameSource) => T): T | undefined {
    const source = this.source();
    return source && create(source);
  }

  private withSamples(
    drawn: DrawnSample,
    use: (generatorGame: GeneratorGame, values: Float32Array) => GameReport,
  ): GameReport | undefined {
    const { generatorGame } = this;
    const values = generatorGame?.samplesOf(drawn);
    if (generatorGame === undefined) {
      return undefined;
    }
    return values === undefined
      ? impossible({
          message: l10n.t('This forgery is not one for this collection.'),
          next: l10n.t('Close the game and open it again.'),
        })
      : use(generatorGame, values);
  }
}

function impossible(problem: Problem): GameReport {
  return { kind: 'impossible', ...problem };
}

function notFinite(): Problem {
  return {
    message: l10n.t('The inspector of this moment says nothing that is a number.'),
    next: l10n.t('Close the game and return to an earlier round.'),
  };
}

/** What the discriminator said, in a report that tells it. */
function hasOnlyNumbers(report: GameReport): boolean {
  const said = (): readonly number[] => {
    switch (report.kind) {
      case 'judged':
      case 'scored':
        return report.probabilities;
      case 'drawing':
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
