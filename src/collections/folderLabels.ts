import Papa from 'papaparse';
import { labelsBy, type Labels } from '../shared/domain/collection';

/** The class of each picture of a folder, and where it was found. */
export interface FolderLabels {
  readonly source: LabelSource;
  readonly labels: Labels;
}

/** By the folders that pictures lie in, or by a table beside them. */
type LabelSource =
  { readonly kind: 'folders' } | { readonly kind: 'table'; readonly file: string; readonly column: string };

/** Folders that part a set, not kinds of picture. */
const PARTS = /^(?:train(?:ing)?|test(?:ing)?|val|valid(?:ation)?|dev|images?|all)$/i;
const CLASS_COLUMN =
  /^(?:class|label|target|category|species|breed|kind|type|标签|类别|类)(?:e?s|[ _-]?names?)?$/i;
/** A table speaks of these pictures if it names so many of them. */
const NAMED_SHARE = 0.9;

/**
 * The classes of pictures by the folders that they lie in: of the first level at which the folders differ and do not only
 * part the set.
 *
 * @param names with the folders between, separated by slashes
 * @returns `undefined` where not every picture lies in such a folder, or there are too many
 */
export function labelsByFolder(names: readonly string[]): FolderLabels | undefined {
  const folders = names.map((name) => name.split('/').slice(0, -1));
  const depth = Math.min(...folders.map(({ length }) => length));
  for (let level = 0; level < depth; level++) {
    const classes = folders.map((path) => path[level] ?? '');
    const isOfParts = classes.every((name) => PARTS.test(name));
    if (!isOfParts && classes.some((name) => name !== classes[0])) {
      const labels = labelsBy(classes);
      return labels && { source: { kind: 'folders' }, labels };
    }
  }
  return undefined;
}

/**
 * The classes of pictures by a table of two columns or more, in which each row names one.
 *
 * @param file its name
 * @returns `undefined` where the table is none of these pictures
 */
export function labelsByTable(
  names: readonly string[],
  file: string,
  text: string,
): FolderLabels | undefined {
  const { data: rows } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const width = rows[0]?.length ?? 0;
  const keys = names.map(keyOf);
  const known = new Set(keys);
  for (let column = 0; column < width; column++) {
    const rowOf = new Map(rows.map((row) => [keyOf(row[column] ?? ''), row]));
    const named = [...known].filter((key) => rowOf.has(key)).length;
    if (named >= NAMED_SHARE * known.size) {
      const head = rows[0] ?? [];
      const others = Array.from({ length: width }, (_, index) => index)
        .filter((index) => index !== column)
        .toSorted((one, other) => Number(isClassColumn(head[other])) - Number(isClassColumn(head[one])));
      for (const index of others) {
        const classes = keys.map((key) => rowOf.get(key)?.[index] ?? '');
        const labels = classes.every((name) => name !== '') ? labelsBy(classes) : undefined;
        if (labels) {
          const name = known.has(keyOf(head[column] ?? '')) ? '' : (head[index] ?? '');
          return { source: { kind: 'table', file, column: name || String(index + 1) }, labels };
        }
      }
    }
  }
  return undefined;
}

function isClassColumn(name: string | undefined): boolean {
  return name !== undefined && CLASS_COLUMN.test(name.trim());
}

/** What a picture is called in tables: its name without folders and ending. */
function keyOf(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? name).replace(/\.[a-z]{3,4}$/i, '').trim();
}
