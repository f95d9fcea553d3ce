import assert from 'node:assert/strict';
import type { GameCommand, GameReport } from '../../../../src/shared/wire/games';
import { Games } from '../../../../webview/gan/games/games';
import type { GameSource } from '../../../../webview/gan/games/gameSource';

/** A game at the table of the worker: each command comes back with its report. */
export class Play {
  readonly reports: GameReport[] = [];
  private readonly games: Games;

  constructor(source: () => GameSource | undefined) {
    this.games = new Games(source, (_ticket, report) => this.reports.push(report));
  }

  /** Of this kind, and only one. */
  ask<K extends GameReport['kind']>(
    command: GameCommand,
    kind: K,
    ticket = 1,
  ): Extract<GameReport, { kind: K }> {
    const before = this.reports.length;
    this.games.handle(ticket, command);
    const [report, ...more] = this.reports.slice(before);
    assert.deepEqual(more, []);
    assert.ok(report !== undefined && isOf(report, kind), `the answer was ${JSON.stringify(report)}`);
    return report;
  }

  /** A command that nobody answers. */
  tell(command: GameCommand, ticket = 1): void {
    const before = this.reports.length;
    this.games.handle(ticket, command);
    assert.equal(this.reports.length, before);
  }
}

function isOf<K extends GameReport['kind']>(
  report: GameReport,
  kind: K,
): report is Extract<GameReport, { kind: K }> {
  return report.kind === kind;
}

/** A picture of diagonal stripes, row by row, four bytes a pixel. */
export function stripes(size: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const light = ((pixel % size) + Math.floor(pixel / size)) % 5 < 2;
    rgba.set(light ? [230, 190, 120, 255] : [40, 60, 150, 255], 4 * pixel);
  }
  return rgba;
}
