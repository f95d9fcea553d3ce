import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../vscode/repository';

const PRODUCT = ['src', 'webview', 'scripts'];
const EVERYTHING = [...PRODUCT, 'test/unit', 'test/components', 'test/suite', 'test/e2e', 'test/slow', 'test/vscode'];

/** VS Code calls what this file exports. */
const ENTRY = 'src/extension.ts';

const EXPORTED = /^export (?:async )?(?:abstract )?(?:function\*?|const|class|interface|type|enum) (\w+)/gm;

/** Names between braces of an import or of an export from elsewhere. */
const TAKEN = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\b/g;

/** Files that are taken whole: as a namespace, by `export *`, or when they are needed. */
const TAKEN_WHOLE = /(?:\*\s+as\s+\w+\s+from\s+|\bimport\()\s*'(\.[^']*)'/g;

function sourcesIn(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name) && !/node_modules|kernels/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .map((file) => ({ file, text: readFileSync(path.join(repository, file), 'utf8') }));
}

function namesIn(clause: string): string[] {
  return clause.split(',').flatMap((part) => /^\s*(?:type\s+)?(\w+)/.exec(part)?.[1] ?? []);
}

describe('What a file exports', () => {
  it('is imported somewhere else', () => {
    const everything = EVERYTHING.flatMap(sourcesIn);
    const taken = new Set(
      everything.flatMap(({ text }) =>
        Array.from(text.matchAll(TAKEN), ([, clause = '']) => namesIn(clause)).flat(),
      ),
    );
    const whole = new Set(
      everything.flatMap(({ file, text }) =>
        Array.from(text.matchAll(TAKEN_WHOLE), ([, from = '']) => path.posix.join(path.posix.dirname(file), from)),
      ),
    );
    const needless = PRODUCT.flatMap(sourcesIn)
      .filter(({ file }) => file !== ENTRY && !whole.has(file.replace(/(?:\/index)?\.tsx?$/, '')))
      .flatMap(({ file, text }) =>
        Array.from(text.matchAll(EXPORTED), ([, name = '']) => name)
          .filter((name) => !taken.has(name))
          .map((name) => `${file}: ${name}`),
      );
    assert.deepEqual(needless, [], 'Drop "export" here.');
  });
});
