import * as l10n from '@vscode/l10n';
import type { Problem } from '../../shared/result';
import { entriesOf, entryOf, firstBytes, isZip } from '../arrays/pieces';
import { MOST_TABLE_BYTES } from '../limits';
import { Pace, ReadingCancelled, type Reading } from '../pace';
import { decodeText } from './encoding';
import type { TableSource } from './layout';
import { isNpy, readNpy, type NumberArray } from '../arrays/npy';
import { computedRows } from './rows';

/**
 * Opens a table: arrays of NumPy (`.npy`, `.npz`), JSON, or else a text.
 *
 * @param name of the file, whose ending tells JSON from text
 * @throws ReadingCancelled
 */
export async function openTable(
  name: string,
  bytes: Uint8Array,
  reading: Reading,
): Promise<TableSource | Problem> {
  if (isNpy(bytes)) {
    const array = readNpy(bytes);
    return (array && columnsOf([['', array]])) ?? noTable();
  }
  if (isZip(bytes)) {
    return columnsOf(await arraysOf(bytes, new Pace(reading))) ?? noTable();
  }
  const text = await decodeText(bytes, reading);
  return /\.json$/i.test(name) ? (jsonTable(text.text) ?? noTable()) : { kind: 'text', ...text };
}

function noTable(): Problem {
  return {
    message: l10n.t('There is no table of numbers in the file, or it is damaged.'),
    next: l10n.t('Choose an array of N × 2 numbers, or a list of pairs.'),
  };
}

/** The arrays of a `.npz` file, which is a ZIP archive of `.npy` files; none when it is damaged. */
async function arraysOf(bytes: Uint8Array, pace: Pace): Promise<(readonly [string, NumberArray])[]> {
  const arrays: (readonly [string, NumberArray])[] = [];
  let room = MOST_TABLE_BYTES;
  try {
    for (const name of entriesOf(bytes).filter((entry) => entry.endsWith('.npy'))) {
      const content = await firstBytes(entryOf(bytes, name, pace), room);
      room -= content.length;
      const array = readNpy(content);
      if (array) {
        arrays.push([name.replace(/\.npy$/, ''), array]);
      }
    }
    return arrays;
  } catch (error) {
    if (error instanceof ReadingCancelled) {
      throw error;
    }
    return [];
  }
}

/** The first array of rows; or else all arrays of one dimension and the same length, each as a column. */
function columnsOf(arrays: readonly (readonly [string, NumberArray])[]): TableSource | undefined {
  const table = arrays.find(([, { shape }]) => shape.length === 2 && (shape[1] ?? 0) >= 2);
  if (table) {
    const [, { shape, at }] = table;
    const [count = 0, width = 0] = shape;
    const row = (index: number): string[] =>
      Array.from({ length: width }, (_, i) => String(at(index * width + i)));
    return { kind: 'cells', rows: computedRows(count, row), width, names: [] };
  }
  const flat = arrays.filter(([, { shape }]) => shape.length === 1);
  const count = flat[0]?.[1].shape[0] ?? 0;
  const columns = flat.filter(([, { shape }]) => shape[0] === count);
  return columns.length < 2
    ? undefined
    : {
        kind: 'cells',
        rows: computedRows(count, (index) => columns.map(([, { at }]) => String(at(index)))),
        width: columns.length,
        names: columns.map(([name]) => name),
      };
}

/** A list of rows, a list of records, or an object of columns. */
function jsonTable(text: string): TableSource | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (!Array.isArray(content)) {
    return isRecord(content) ? columnTable(content) : undefined;
  }
  const list: readonly unknown[] = content;
  const [first] = list;
  if (Array.isArray(first)) {
    const row = (index: number): string[] => listOf(list[index]).map(cellOf);
    return { kind: 'cells', rows: computedRows(list.length, row), width: first.length, names: [] };
  }
  if (!isRecord(first)) {
    return undefined;
  }
  const names = Object.keys(first);
  const row = (index: number): string[] => {
    const record = list[index];
    return names.map((name) => (isRecord(record) ? cellOf(record[name]) : ''));
  };
  return { kind: 'cells', rows: computedRows(list.length, row), width: names.length, names };
}

function columnTable(content: Readonly<Record<string, unknown>>): TableSource | undefined {
  const columns = Object.entries(content).filter(([, column]) => Array.isArray(column));
  const count = Math.max(0, ...columns.map(([, column]) => listOf(column).length));
  return columns.length < 2
    ? undefined
    : {
        kind: 'cells',
        rows: computedRows(count, (index) => columns.map(([, column]) => cellOf(listOf(column)[index]))),
        width: columns.length,
        names: columns.map(([name]) => name),
      };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
}
