import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';

/** A word of YAML, with the place that it has in the whole. */
export interface YamlWord {
  /** The keys and indices that lead to the mapping or list around it. */
  readonly path: readonly (string | number)[];
  /** Whether it is a key, or a value: that of `key`, or in a list. */
  readonly part: 'key' | 'value';
  readonly key: string | undefined;
  readonly text: string;
  /** Offsets in the YAML. */
  readonly start: number;
  readonly end: number;
  /** The values of the mapping around it, by key, as far as they are scalars; the word itself is left out. */
  readonly given: ReadonlyMap<string, unknown>;
}

/** Stands for the cursor while incomplete YAML is read; for private use in Unicode, so it occurs in no lesson. */
const CURSOR = '\uE000';

/** Longer YAML is refused by the parser too. */
const LONGEST_YAML = 4096;

/**
 * The word that is being written at an offset, which may be empty. Takes YAML that is cut off or wrong anywhere: what
 * is before and behind the cursor is understood as far as it goes.
 */
export function wordBeingWritten(yaml: string, offset: number): YamlWord | undefined {
  const before = yaml.slice(0, offset);
  const after = yaml.slice(offset);
  // A key on a line of its own is only a key with its colon.
  const isBareLine =
    /(?:^|\n)[ \t]*[\w-]*$/.test(before) && /^[\w-]*[ \t]*(?:\n|$)/.test(after) && !isInFlow(before);
  const colon = isBareLine ? ':' : '';
  const rest = isBareLine ? after.replace(/^[\w-]*/, '') : after;
  const found = findWord(`${before}${CURSOR}${colon}${rest}`, (scalar) =>
    String(scalar.source).includes(CURSOR),
  );
  if (!found) {
    return undefined;
  }
  const text = found.text.slice(0, found.text.indexOf(CURSOR));
  return { ...found, text, start: offset - text.length, end: offset };
}

/** The key or value that stands at an offset. */
export function wordAt(yaml: string, offset: number): YamlWord | undefined {
  return findWord(
    yaml,
    ({ range }) => range !== undefined && range !== null && range[0] <= offset && offset <= range[1],
  );
}

/** Whether a text opens a bracket that it does not close, quotation marks aside. */
function isInFlow(text: string): boolean {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  return (bare.match(/[{[]/g)?.length ?? 0) > (bare.match(/[}\]]/g)?.length ?? 0);
}

function findWord(yaml: string, isWanted: (scalar: Scalar) => boolean): YamlWord | undefined {
  if (yaml.length > LONGEST_YAML) {
    return undefined;
  }
  let found: YamlWord | undefined;
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'error', uniqueKeys: false });
    visit(document, {
      Scalar: (role, scalar, ancestors) => {
        if (isWanted(scalar)) {
          found = wordOf(scalar, role === 'key' ? 'key' : 'value', ancestors.filter(isInside));
          return visit.BREAK;
        }
        return undefined;
      },
    });
  } catch {
    // Nested deeper than the reader's stack: nobody writes that by hand.
    return undefined;
  }
  return found;
}

type Inside = Node | Pair;

function isInside(node: unknown): node is Inside {
  return isPair(node) || isMap(node) || isSeq(node);
}

function wordOf(scalar: Scalar, part: 'key' | 'value', ancestors: readonly Inside[]): YamlWord {
  const path: (string | number)[] = [];
  for (const [index, node] of ancestors.entries()) {
    const child = ancestors[index + 1] ?? scalar;
    if (isPair(node)) {
      path.push(keyOf(node));
    } else if (isSeq(node)) {
      path.push(node.items.indexOf(child));
    }
  }
  const innermost = ancestors.at(-1);
  // The last key of the path is the word itself, or the key that the value belongs to.
  const key = isPair(innermost) ? path.pop() : undefined;
  const [start = 0, end = start] = scalar.range ?? [];
  return {
    path,
    part,
    key: part === 'value' && key !== undefined ? String(key) : undefined,
    text: scalar.source ?? String(scalar.value ?? ''),
    start,
    end,
    given: scalarsOf(
      ancestors.findLast((node) => isMap(node)),
      scalar,
    ),
  };
}

function scalarsOf(map: unknown, word: Scalar): Map<string, unknown> {
  const pairs = isMap(map) ? map.items : [];
  return new Map(
    pairs.flatMap((pair): [string, unknown][] =>
      pair.key === word ? [] : [[keyOf(pair), isScalar(pair.value) ? pair.value.value : undefined]],
    ),
  );
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}
