import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { ReportSchema } from '../../../src/reports/report';
import { SavedRunSchema } from '../../../src/shared/wire/checkpoint';
import * as collection from '../../../src/shared/domain/collection';
import * as lesson from '../../../src/shared/domain/lesson';
import * as measures from '../../../src/shared/domain/measures';
import * as numbers from '../../../src/shared/domain/numbers';
import * as phases from '../../../src/shared/domain/phases';
import * as progress from '../../../src/shared/domain/progress';
import * as messages from '../../../src/shared/wire/messages';
import * as games from '../../../src/shared/wire/games';
import * as latent from '../../../src/shared/wire/latent';
import * as plane from '../../../src/shared/wire/plane';
import * as rerun from '../../../src/shared/wire/rerun';
import * as run from '../../../src/shared/wire/run';
import * as until from '../../../src/shared/wire/until';
import { HyperparametersSchema } from '../../../src/shared/domain/hyperparameters';
import { CheckpointHeaderSchema } from '../../../src/shared/wire/checkpointHeader';
import { repository } from '../../vscode/repository';

/** All schemas that these modules export, by name. */
const SCHEMAS = Object.entries({
  ...{ ...collection, ...lesson, ...measures, ...numbers, ...phases, ...progress },
  ...{ ...messages, ...games, ...latent, ...plane, ...rerun, ...run, ...until },
  ...{ CheckpointHeaderSchema, HyperparametersSchema, ReportSchema },
  ...{ SavedRunSchema },
}).filter(([, value]) => typeof value === 'object' && 'kind' in value && value.kind === 'schema');

/** Those that check the bounds of numbers for all others, and those that say in words what is wrong with one. */
const MAY_TAKE_A_NUMBER = [
  'src/shared/domain/numbers.ts',
  'src/shared/domain/measures.ts',
  'src/shared/domain/hyperparameters/check.ts',
  'src/lessons/directives/values.ts',
  // Reads schemas and no values.
  'src/lessons/vocabulary/words.ts',
];

/** Where in a schema a number without a finite bound may stand, as paths. */
function bareNumbers(schema: unknown, place: string, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) {
    return [];
  }
  const within = new Set(seen).add(schema);
  if ('pipe' in schema && Array.isArray(schema.pipe) && isNumber(schema.pipe[0])) {
    const bounds: readonly unknown[] = schema.pipe;
    const isFinite = v.is(v.looseObject({ type: v.literal('finite') }), bounds[1]);
    return isFinite || (isBounded(bounds, 'min_value') && isBounded(bounds, 'max_value')) ? [] : [place];
  }
  if (isNumber(schema)) {
    return [place];
  }
  return Object.entries(schema)
    .filter(([key]) => key !== '~standard')
    .flatMap(([key, part]) => bareNumbers(part, `${place}.${key}`, within));
}

function isNumber(schema: unknown): boolean {
  return v.is(v.looseObject({ kind: v.literal('schema'), type: v.literal('number') }), schema);
}

function isBounded(pipe: readonly unknown[], type: 'min_value' | 'max_value'): boolean {
  return pipe.some((action) =>
    v.is(v.looseObject({ type: v.literal(type), requirement: numbers.FiniteSchema }), action),
  );
}

describe('Numbers that cross a boundary', () => {
  it('are found in all schemas', () => {
    assert.ok(SCHEMAS.length > 60, `${SCHEMAS.length} schemas`);
    assert.deepEqual(bareNumbers(v.object({ a: v.array(v.number()) }), 'it'), ['it.entries.a.item']);
    assert.deepEqual(bareNumbers(v.pipe(v.number(), v.minValue(0)), 'it'), ['it']);
    assert.deepEqual(bareNumbers(v.optional(numbers.between(0, Infinity)), 'it'), ['it.wrapped']);
  });

  for (const [name, schema] of SCHEMAS) {
    it(`are finite and bounded in ${name}`, () => {
      assert.deepEqual(bareNumbers(schema, name), []);
    });
  }

  it('have a schema with bounds wherever one is written', () => {
    const files = ['src', 'webview'].flatMap((folder) =>
      readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => path.join(folder, name)),
    );
    const bare = files.filter((file) =>
      /\bv\.number\(/.test(readFileSync(path.join(repository, file), 'utf8')),
    );
    assert.deepEqual(bare.toSorted(), MAY_TAKE_A_NUMBER.toSorted());
  });
});
