import assert from 'node:assert/strict';
import type { ReadCollection } from '../../../src/collections/collectionReport';
import type { Reading } from '../../../src/collections/pace';
import {
  choosePoints,
  collectPoints,
  isProblem,
  likelyChoice,
  understandTable,
} from '../../../src/collections/pointsTable';
import { decodeText } from '../../../src/collections/table/encoding';
import type {
  ChosenPoints,
  PointsChoice,
  TableLayout,
  TableSource,
  TextChoice,
} from '../../../src/collections/table/layout';
import type { Problem } from '../../../src/shared/result';

/** Reading that nobody watches or cancels. */
export const QUIETLY: Reading = { progress: () => undefined, isCancelled: false };

/** A table that was read with all that was guessed. */
interface ReadTable extends ReadCollection {
  readonly layout: TableLayout;
  readonly choice: PointsChoice;
  readonly chosen: ChosenPoints;
}

/** Reads a table as a person does who only presses Enter. */
export async function readTable(
  content: string | Uint8Array | TableSource,
  text: TextChoice = {},
): Promise<ReadTable | Problem> {
  const source =
    typeof content === 'string' || content instanceof Uint8Array
      ? { kind: 'text' as const, ...(await decodeText(bytesOf(content), QUIETLY)) }
      : content;
  const layout = await understandTable(source, text, QUIETLY);
  if (isProblem(layout)) {
    return layout;
  }
  const choice = likelyChoice(layout);
  if (isProblem(choice)) {
    return choice;
  }
  const chosen = await choosePoints(layout, choice, QUIETLY);
  return { layout, choice, chosen, ...collectPoints('table.csv', layout, choice, chosen) };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** A table that could be read. */
export async function tableOf(
  content: string | Uint8Array | TableSource,
  text: TextChoice = {},
): Promise<ReadTable> {
  const read = await readTable(content, text);
  assert.ok(!isProblem(read), isProblem(read) ? read.message : '');
  return read;
}

/** The numbers of the points before they are scaled: x and y. */
export async function numbersOf(
  content: string | Uint8Array,
  text: TextChoice = {},
): Promise<[number, number][]> {
  const { chosen } = await tableOf(content, text);
  return Array.from(chosen.points.x, (x, i) => [x, chosen.points.y[i] ?? NaN]);
}

/** Why a table was not read. */
export async function problemOf(content: string | Uint8Array): Promise<string> {
  const read = await readTable(content);
  return isProblem(read) ? read.message : (read.report.problem?.message ?? '');
}
