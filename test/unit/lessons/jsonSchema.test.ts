import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { JSON_SCHEMA_FILE, lessonJsonSchema } from '../../../scripts/lessons/jsonSchema';
import { SECTION_KINDS, SECTION_READERS } from '../../../src/lessons/directives';
import { StepDirectiveSchema } from '../../../src/lessons/directives/step';
import { FrontMatterSchema } from '../../../src/lessons/frontMatter';
import { keysOf } from '../../../src/lessons/vocabulary/schemaKeys';
import { wordsOf } from '../../../src/lessons/vocabulary/words';

describe('The JSON Schema of lessons', () => {
  it('is that of the parser', async () => {
    assert.equal(await readFile(JSON_SCHEMA_FILE, 'utf8'), lessonJsonSchema(), 'npm run lessons:schema');
  });

  it('has the front matter and every directive', () => {
    const schema: unknown = JSON.parse(lessonJsonSchema());
    assert.ok(typeof schema === 'object' && schema !== null && '$defs' in schema && 'properties' in schema);
    assert.deepEqual(Object.keys(schema.$defs ?? {}), ['step', ...SECTION_KINDS]);
    assert.deepEqual(
      Object.keys(schema.properties ?? {}),
      Array.from(keysOf(FrontMatterSchema)?.keys() ?? []),
    );
  });
});

describe('The schemas of lessons', () => {
  const directives = SECTION_KINDS.map((kind) => [kind, SECTION_READERS[kind].schema] as const);
  for (const [name, schema] of [
    ['front matter', FrontMatterSchema],
    ['step', StepDirectiveSchema],
    ...directives,
  ] as const) {
    it(`say what ${name} is for, and each of its keys`, () => {
      assert.ok(wordsOf(schema), name);
      const keys = keysOf(schema) ?? assert.fail('no mapping');
      const silent = Array.from(keys).filter(([, { values }]) => !values.every((value) => wordsOf(value)));
      assert.deepEqual(silent, []);
    });
  }

  it('know which keys are needed in all forms of a mapping', () => {
    const keys = keysOf(SECTION_READERS.question.schema) ?? assert.fail();
    const required = Array.from(keys).flatMap(([name, key]) => (key.required ? [name] : []));
    assert.deepEqual(required, ['id', 'type']);
  });
});
