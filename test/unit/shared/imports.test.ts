import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['src', 'webview'];
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(?<module>[^']+)'/g;

/** The modules that a file imports or re-exports, types included; those of this repository as paths. */
function importsOf(file: string): string[] {
  const modules = Array.from(
    readFileSync(file, 'utf8').matchAll(IMPORT),
    ({ groups }) => groups?.['module'] ?? '',
  );
  return modules.map((module) => {
    const place = path.join(path.dirname(file), module);
    const candidates = [`${place}.ts`, `${place}.tsx`, path.join(place, 'index.ts'), place];
    return module.startsWith('.') ? (candidates.find((candidate) => existsSync(candidate)) ?? place) : module;
  });
}

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name)),
);
const GRAPH: ReadonlyMap<string, readonly string[]> = new Map(FILES.map((file) => [file, importsOf(file)]));

/** Files that import each other, each circle found once on a walk in depth. */
function circles(): string[] {
  const [finished, found] = [new Set<string>(), new Set<string>()];
  const walk = (file: string, above: readonly string[]): void => {
    const at = above.indexOf(file);
    if (at >= 0) {
      found.add([...above.slice(at), file].join(' -> '));
    } else if (!finished.has(file)) {
      for (const imported of GRAPH.get(file) ?? []) {
        walk(imported, [...above, file]);
      }
      finished.add(file);
    }
  };
  FILES.forEach((file) => walk(file, []));
  return [...found];
}

/** What files of a folder import although they must not. */
function trespasses(folder: string, isForbidden: (imported: string) => boolean): string[] {
  return FILES.filter((file) => file.startsWith(`${folder}/`)).flatMap((file) =>
    (GRAPH.get(file) ?? []).filter(isForbidden).map((imported) => `${file} -> ${imported}`),
  );
}

describe('The imports of src and webview', () => {
  it('are found at all', () => {
    assert.ok(FILES.length > 500);
    assert.ok(GRAPH.get('src/shared/domain/progress.ts')?.includes('src/shared/domain/byId.ts'));
  });

  it('make no circles, types included', () => {
    assert.deepEqual(circles(), []);
  });

  it('lead from the domain neither to the wire nor to words', () => {
    assert.deepEqual(
      trespasses('src/shared/domain', (imported) => /^src\/shared\/(?:wire|words)\//.test(imported)),
      [],
    );
  });

  it('lead from what all share to nobody else, and never to the editor', () => {
    assert.deepEqual(
      trespasses(
        'src/shared',
        (imported) => imported === 'vscode' || /^(?:webview|src\/(?!shared\/))/.test(imported),
      ),
      [],
    );
  });

  it('lead from the engine to no view', () => {
    assert.deepEqual(
      trespasses('webview/gan', (imported) =>
        /^(?:webview\/(?!gan\/|backend\/)|src\/(?!shared\/)|preact)/.test(imported),
      ),
      [],
    );
  });
});
