import assert from 'node:assert/strict';
import { summarize } from '../../../src/collections/collectionReport';
import { ReadingCancelled } from '../../../src/collections/pace';
import { understandTable } from '../../../src/collections/pointsTable';
import {
  fewestSamples,
  isIntact,
  MOST_POINTS,
  PLANE_REACH,
  pointsOf,
} from '../../../src/shared/domain/collection';
import { numbersOf, problemOf, readTable, tableOf } from './tables';

/** Rows that differ from each other, as the numbers are written. */
const PAIRS: readonly (readonly [number, number])[] = [
  [51.9, 30],
  [31.4, 27.9],
  [44.8, 17.9],
  [88, 21.3],
  [49.1, 25.8],
  [72.5, 19.8],
  [60.3, 24.4],
];

function lines(separator: string, write: (value: number) => string = String): string[] {
  return PAIRS.map((pair) => pair.map(write).join(separator));
}

function withComma(value: number): string {
  return String(value).replace('.', ',');
}

/** A table of so many points on an ellipse that is 200 wide and 50 high. */
function ellipse(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return [500 + 100 * Math.cos(angle), -3 + 25 * Math.sin(angle)].join(',');
  }).join('\n');
}

async function pointsIn(text: string): Promise<Float32Array> {
  const { collection } = await tableOf(text);
  assert.ok(collection && isIntact(collection));
  return pointsOf(collection);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) {
    view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('How the numbers of a table are written', () => {
  const written: readonly (readonly [string, string])[] = [
    ['with commas between them', lines(',').join('\n')],
    ['with semicolons', lines(';').join('\n')],
    ['with tabs', lines('\t').join('\n')],
    ['with bars', lines(' | ').join('\n')],
    [
      'as a table of Markdown',
      ['| a | b |', '|---|---|', ...lines(' | ').map((line) => `| ${line} |`)].join('\n'),
    ],
    ['with blanks', lines('   ').join('\n')],
    ['with decimal commas and a header', ['a;b', ...lines(';', withComma)].join('\n')],
    ['with decimal commas and no header', lines(';', withComma).join('\n')],
    ['with decimal commas, tabs and no header', lines('\t', withComma).join('\n')],
    ['with decimal commas and blanks', lines('  ', withComma).join('\n')],
    [
      'with quoted decimal commas',
      PAIRS.map((pair) => pair.map((value) => `"${withComma(value)}"`).join(',')).join('\n'),
    ],
    ['by np.savetxt', ['# x y', ...lines(' ', (value) => value.toExponential(18))].join('\n')],
    ['with line ends of an old Mac', ['x,y', ...lines(',')].join('\r')],
    ['with line ends of Windows and empty lines', ['x,y', '', ...lines(',')].join('\r\n\r\n')],
    ['with a byte order mark', `\ufeffx,y\n${lines(',').join('\n')}`],
    ['with the separator said', ['sep=;', 'a;b', ...lines(';')].join('\n')],
    [
      'below titles',
      ['Report of March', 'Laboratory 3, second floor', '', 'x\ty', ...lines('\t')].join('\n'),
    ],
    ['above units', ['width;height', '(cm);(cm)', ...lines(';', withComma)].join('\n')],
    ['with everything in quotes', ['"x","y"', ...PAIRS.map(([x, y]) => `"${x}","${y}"`)].join('\n')],
    ['with a Chinese header', ['身高,体重', ...lines(',')].join('\n')],
    [
      'with comments in between',
      lines(',')
        .flatMap((line) => ['# measured', line])
        .join('\n'),
    ],
    ['in scientific notation', lines(',', (value) => value.toExponential(3).toUpperCase()).join('\n')],
    ['with a line end in a quoted header', ['"x\n(cm)","y\n(cm)"', ...lines(',')].join('\n')],
  ];
  for (const [how, text] of written) {
    it(`is found out of a table ${how}`, async () => {
      assert.deepEqual(await numbersOf(text), PAIRS);
    });
  }

  it('is found out of bytes in UTF-16, GBK and Windows-1252', async () => {
    const text = ['Größe;Länge', ...lines(';', withComma)].join('\r\n');
    for (const littleEndian of [true, false]) {
      assert.deepEqual(await numbersOf(utf16(text, littleEndian)), PAIRS);
      assert.deepEqual(await numbersOf(utf16(`\ufeff${text}`, littleEndian)), PAIRS);
    }
    const german = await tableOf(latin1(text));
    assert.equal(german.layout.text?.encoding, 'windows-1252');
    assert.equal(german.choice.x.name, 'Größe');
    // 身高 and 体重 in GBK.
    const chinese = latin1(['\xc9\xed\xb8\xdf,\xcc\xe5\xd6\xd8', ...lines(',')].join('\n'));
    const { layout, choice } = await tableOf(chinese);
    assert.deepEqual([layout.text?.encoding, choice.x.name, choice.y.name], ['gb18030', '身高', '体重']);
  });

  it('keeps thousands apart from fractions', async () => {
    const thousands = ['x\ty', '950\t1', '1,050\t2', '12,300\t3', '800\t4', '1,000,000\t5', '1,500\t6'];
    const expected = [950, 1050, 12_300, 800, 1_000_000, 1500];
    const xs = async (rows: readonly string[]): Promise<number[]> =>
      (await numbersOf(rows.join('\n'))).map(([x]) => x);
    assert.deepEqual(await xs(thousands), expected);
    assert.deepEqual(
      await xs(thousands.filter((line) => !line.includes('000,000'))),
      [950, 1050, 12_300, 800, 1500],
    );
    assert.deepEqual(await xs(thousands.map((line) => line.replaceAll(',', '.'))), expected);
    assert.deepEqual(await xs(thousands.map((line) => line.replaceAll(',', ' '))), expected);
    assert.deepEqual(await xs(thousands.map((line) => line.replaceAll(',', "'"))), expected);
    assert.deepEqual(await xs(thousands.map((line) => `"${line.replace('\t', '","')}"`)), expected);
    assert.deepEqual(await xs(['1,234.5;1', '950;2', '7;3', '8;4', '2,000;5']), [1234.5, 950, 7, 8, 2000]);
    assert.deepEqual(await xs(['1.234,5;1', '950;2', '7;3', '8;4', '2.000;5']), [1234.5, 950, 7, 8, 2000]);
  });

  it('is said where it is doubtful', async () => {
    const { report } = await tableOf(
      ['a;b', '1,050;1', '2,375;2', '9,120;3', '4,411;4', '5,000;5'].join('\n'),
    );
    assert.match(report.how ?? '', /"1,050" is read as 1050/);
  });

  it('may be said by a person', async () => {
    const text = ['a;b', '1,050;1', '2,375;2', '9,120;3', '4,411;4', '5,000;5'].join('\n');
    const [first] = await numbersOf(text, { separator: ';', decimal: ',' });
    assert.deepEqual(first, [1.05, 1]);
  });

  it('is not taken for pairs where commas are decimal signs', async () => {
    const halves = PAIRS.map(([x]) => withComma(x + 0.05).slice(0, 4));
    assert.match(await problemOf(['x', ...halves].join('\n')), /look like decimal signs/);
    assert.match(await problemOf(halves.join('\n')), /look like decimal signs/);
    const both = PAIRS.map(([x, y]) => `${Math.floor(x)},9,${Math.floor(y)},5`);
    assert.match(await problemOf(['x,y', ...both].join('\n')), /look like decimal signs/);
    assert.match(await problemOf(both.join('\n')), /look like decimal signs/);
    const thousands = ['x,y', '1,050,31', '2,300,45', '4,010,12', '9,250,77', '3,333,20', '5,000,10'];
    assert.match(await problemOf(thousands.join('\n')), /look like thousands separators/);
    assert.match(await problemOf(thousands.slice(1).join('\n')), /look like thousands separators/);
  });

  it('does not stop pairs of small whole numbers', async () => {
    const grid = Array.from({ length: 25 }, (_, i) => `${i % 5},${Math.floor(i / 5)}`).join('\n');
    assert.equal((await numbersOf(grid)).length, 25);
    assert.deepEqual((await numbersOf(grid))[7], [2, 1]);
  });
});

describe('The columns of a table', () => {
  async function axes(rows: readonly string[]): Promise<(string | undefined)[]> {
    const { choice } = await tableOf(rows.join('\n'));
    return [choice.x, choice.y, choice.classes].map(
      (column) => column && (column.name || String(column.index)),
    );
  }

  it('that number the rows are no coordinate', async () => {
    const numbered = lines(',').map((line, i) => `${i},${line}`);
    assert.deepEqual(await axes([',x,y', ...numbered]), ['x', 'y', undefined]);
    assert.deepEqual(await axes(['"rownames","height","weight"', ...numbered]), [
      'height',
      'weight',
      undefined,
    ]);
    assert.deepEqual(await axes(['Nr,height,weight', ...numbered]), ['height', 'weight', undefined]);
    assert.deepEqual(await axes(numbered), ['1', '2', undefined]);
    // R writes no name for its row names.
    const quoted = lines(' ').map((line, i) => `"${i + 1}" ${line}`);
    assert.deepEqual(await axes(['"height" "weight"', ...quoted]), ['height', 'weight', undefined]);
    assert.match(
      await problemOf([',price', ...PAIRS.map(([x], i) => `${i},${x}`)].join('\n')),
      /Apart from the row numbers/,
    );
  });

  it('that count years or steps are coordinates', async () => {
    assert.deepEqual(await axes(['year,price', ...PAIRS.map(([x], i) => `${1990 + i},${x}`)]), [
      'year',
      'price',
      undefined,
    ]);
    assert.deepEqual(await axes(PAIRS.map(([x], i) => `${i},${x}`)), ['0', '1', undefined]);
    assert.deepEqual(await axes(['x,y', ...PAIRS.map(([x], i) => `${i},${x}`)]), ['x', 'y', undefined]);
  });

  it('of text are none, and few different words are the classes', async () => {
    const labelled = PAIRS.map(([x, y], i) => `${i % 2 ? 'dino' : 'star'},${x},${y},remark ${i}`);
    assert.deepEqual(await axes(['dataset,x,y,remark', ...labelled]), ['x', 'y', 'dataset']);
    const { choice } = await tableOf(['dataset,x,y,remark', ...labelled].join('\n'));
    assert.deepEqual(choice.classes?.values, ['dino', 'star']);
  });

  it('that hold classes become labels; rows without a class stay, and it is said how many', async () => {
    const labelled = PAIRS.map(([x, y], i) => `${['dino', 'star', 'NA', ''][i % 4]},${x},${y}`);
    const { collection, report } = await tableOf(['dataset,x,y', ...labelled].join('\n'));
    assert.equal(collection?.count, PAIRS.length);
    assert.deepEqual(collection.labels?.names, ['(none)', 'dino', 'star']);
    assert.deepEqual([...collection.labels.classes.slice(0, 4)], [1, 2, 0, 0]);
    assert.match(report.how ?? '', /classes: dataset; \d+ rows without a class/);
    assert.equal(collection.how, report.how);
  });

  it('of whole numbers that are called a class are the classes', async () => {
    const labelled = PAIRS.map(([x, y], i) => `${i % 3},${x},${y}`);
    assert.deepEqual(await axes(['label,width,height', ...labelled]), ['width', 'height', 'label']);
  });

  it('are x and y where they are called so', async () => {
    const rows = PAIRS.map(([x, y]) => `${y + 1},${x},${x + y},${y}`);
    assert.deepEqual(await axes(['t,y,z,x', ...rows]), ['x', 'y', undefined]);
  });

  it('of other units are each scaled by its spread, and it is said', async () => {
    const rows = PAIRS.map(([x], i) => `${1990 + i},${Math.round(1000 * x)}`);
    const { chosen, collection, report } = await tableOf(['year,price', ...rows].join('\n'));
    assert.equal(chosen.scaling, 'each');
    assert.match(report.how ?? '', /each axis by its spread/);
    const points = collection ? pointsOf(collection) : new Float32Array();
    assert.ok(Math.abs(Math.max(...points.filter((_, i) => i % 2 === 0)) - PLANE_REACH) < 1e-6);
    assert.ok(Math.abs(Math.max(...points.filter((_, i) => i % 2 === 1)) - PLANE_REACH) < 1e-6);
  });
});

describe('A table of points', () => {
  it('is scaled onto the plane and keeps its aspect', async () => {
    const points = await pointsIn(ellipse(40));
    assert.equal(points.length, 80);
    const xs = points.filter((_, i) => i % 2 === 0);
    const ys = points.filter((_, i) => i % 2 === 1);
    const near = (actual: number, expected: number): void =>
      assert.ok(Math.abs(actual - expected) < 1e-6, `${actual}`);
    near(Math.max(...xs), PLANE_REACH);
    near(Math.min(...xs), -PLANE_REACH);
    near(Math.max(...ys), PLANE_REACH / 4);
    near(Math.min(...ys), -PLANE_REACH / 4);
  });

  it('names each line that is no point, and uses the others', async () => {
    const { report, collection } = await tableOf(
      ['0,0', 'one,2', ...ellipse(30).split('\n'), '5', '7,', 'NA,3', 'Infinity,1', '1e400,2', '1,2,3'].join(
        '\n',
      ),
    );
    assert.equal(collection?.count, 31);
    assert.deepEqual(report.refused, [
      { name: 'Line 2', reason: '"one" is not a number.' },
      { name: 'Line 33', reason: 'Its cell of column 2 is empty.' },
      { name: 'Line 34', reason: 'Its cell of column 2 is empty.' },
      { name: 'Line 35', reason: 'Its cell of column 1 is missing: "NA".' },
      { name: 'Line 36', reason: '"Infinity" is not a number.' },
      { name: 'Line 37', reason: '"1e400" is not a number.' },
      { name: 'Line 38', reason: 'It has 3 cells, and the others have 2.' },
    ]);
    assert.match(
      summarize(report),
      /columns 1 and 2; separator: comma; each axis by its spread; 31 of 38 rows\. 7 were skipped/,
    );
  });

  it('does not name thousands of lines one by one', async () => {
    const { report } = await tableOf(`${ellipse(5100)}\n${'a,b\n'.repeat(5000)}`);
    assert.equal(report.refused[100]?.name, '4900 more lines');
    assert.equal(report.refused.length, 102);
    assert.match(summarize(report), /6004 were skipped/);
  });

  it('does not repeat a cell of a million letters', async () => {
    const { report } = await tableOf(`${ellipse(30)}\n${'a'.repeat(1_000_000)},2`);
    assert.ok(JSON.stringify(report).length < 1000);
  });

  it('may have eleven points, and with too few says how many are needed', async () => {
    assert.equal((await tableOf(ellipse(11))).collection?.count, 11);
    const fewest = fewestSamples('ownPoints');
    assert.match(await problemOf(ellipse(fewest - 1)), new RegExp(`at least ${fewest} points`));
    assert.match(await problemOf(''), /no numbers/);
    assert.match(await problemOf('a,b\nc,d'), /no numbers/);
    assert.match(await problemOf('x\n1\n2\n3\n4\n5\n6'), /one column of numbers, x;/);
  });

  it('with nothing but the same point is refused', async () => {
    assert.match(await problemOf('3,4\n'.repeat(50)), /the same/);
  });

  it('with too many points is thinned evenly, not cut off', async () => {
    const rows = Array.from({ length: 3 * MOST_POINTS }, (_, i) => `${i},0`).join('\n');
    const points = await pointsIn(`x,y\n${rows}`);
    assert.equal(points.length, 2 * MOST_POINTS);
    assert.ok((points.at(-2) ?? 0) > 0.999 * PLANE_REACH);
    const { report } = await tableOf(`x,y\n${rows}`);
    assert.equal(report.refused.length, 1);
    assert.match(report.how ?? '', /4096 of 12288 rows/);
  });

  it('of the largest or smallest numbers stays on the plane', async () => {
    const tables = [
      Array.from({ length: 20 }, (_, i) => `${i % 2 ? '' : '-'}1.7e308,${i}`),
      Array.from({ length: 20 }, (_, i) => `${i % 3}e-320,${i % 2}e-320`),
      Array.from({ length: 40 }, (_, i) => `${i}e-310,0`),
    ];
    for (const rows of tables) {
      const points = await pointsIn(rows.join('\n'));
      assert.ok(points.every((value) => Math.abs(value) <= 1.2001));
      assert.ok(Math.abs(Math.max(...points) - PLANE_REACH) < 1e-3);
    }
  });

  it('names an outlier that would flatten all others, and leaves it out', async () => {
    const { report, collection } = await tableOf(['x,y', ...ellipse(40).split('\n'), '1e9,20'].join('\n'));
    assert.equal(collection?.count, 40);
    assert.deepEqual(
      report.refused.map(({ name }) => name),
      ['Line 42'],
    );
    assert.match(report.refused[0]?.reason ?? '', /At \(1000000000, 20\) it is so far out/);
  });

  it('of random bytes is refused without an error', async () => {
    let state = 1;
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from({ length: 60 }, () => (state = (state * 16807) % 2147483647) & 255);
      const read = await readTable(bytes);
      assert.ok('message' in read || read.report.problem);
    }
  });
});

describe('A large table', () => {
  /** This process's own work until now, in milliseconds: other processes do not count. */
  function worked(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }

  /** The most work between two turns of everything else, in milliseconds, while something is read. */
  async function longestBlock(work: () => Promise<unknown>): Promise<number> {
    let last = worked();
    let longest = 0;
    const look = (): void => {
      longest = Math.max(longest, worked() - last);
      last = worked();
    };
    const timer = setInterval(look, 1);
    try {
      await work();
      look();
    } finally {
      clearInterval(timer);
    }
    return longest;
  }

  it('of a million rows is read in pieces and sampled evenly', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, i) => `${i},${(i * 7919) % 10_007}.25`);
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const block = await longestBlock(async () => {
      const { report } = await tableOf(bytes);
      assert.match(report.how ?? '', /4096 of 1000000 rows/);
    });
    assert.ok(block < 200, `nothing else had its turn for ${block} ms`);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['blank lines', '\n'.repeat(15_000_000)],
    ['one line of quotes', '"'.repeat(15_000_000)],
    ['lines of quotes', '"\n'.repeat(7_000_000)],
    ['long lines with one quote each', `"${'1,'.repeat(2500)}\n`.repeat(3000)],
    ['one line of commas', ','.repeat(15_000_000)],
    ['one cell', '1'.repeat(15_000_000)],
    ['bad rows', 'a,b\n'.repeat(1_000_000)],
  ];
  for (const [what, text] of hostile) {
    it(`of ${what} is refused, and holds nobody up`, async () => {
      const bytes = new TextEncoder().encode(text);
      const block = await longestBlock(() => readTable(bytes));
      assert.ok(block < 200, `nothing else had its turn for ${block} ms`);
    });
  }

  it('ends when the person cancels', async () => {
    let isCancelled = false;
    const text = '1,2\n'.repeat(4_000_000);
    setTimeout(() => (isCancelled = true), 50);
    const reading = {
      progress: () => undefined,
      get isCancelled() {
        return isCancelled;
      },
    };
    await assert.rejects(
      understandTable({ kind: 'text', text, encoding: 'utf-8' }, {}, reading),
      ReadingCancelled,
    );
  });
});
