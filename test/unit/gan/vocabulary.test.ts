import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../vscode/repository';

/** Where code speaks the field's language; the story's words belong to lessons, strings and the stage. */
const ROOMS = ['webview/gan', 'webview/backend', 'src/shared', 'src/session'];

const METAPHOR =
  /\w*(?:(?<!com)pile|forg(?:e(?!t)|ing)|hand(?:ed|s|ing)?[ -]?in\b|handIn|inspector|\bdesk|museum|easel|\billness|remed(?:y|ies)|showcase|film|studio)\w*/gi;

/** What may be said all the same, each with its reason. */
const ALLOWED: readonly { readonly words: readonly string[]; readonly file?: string }[] = [
  // Phases, as lessons and links name them.
  { words: ['forge', 'forgeAgain'] },
  // Parts of the stage, as lessons name them.
  {
    words: ['museum', 'forger', 'easel', 'pile', 'inspector', 'filmstrip'],
    file: 'src/shared/domain/regions.ts',
  },
  // A preset and the problem it shows, as lessons and checkpoint files name them.
  { words: ['forgerTooWeak'] },
  // Activities and commands, as lessons and key bindings name them.
  { words: ['inspectorGame', 'forgerGame'], file: 'src/shared/domain/lesson/sections.ts' },
  { words: ['beInspector', 'beForger', 'exportFilm'], file: 'src/shared/wire/messages/panelCommand.ts' },
  // Fields of checkpoint files.
  { words: ['film', 'pile', 'handIn'], file: 'webview/gan/checkpoint/contents.ts' },
  { words: ['film', 'pile', 'handIn'], file: 'src/shared/wire/checkpointHeader.ts' },
  { words: ['film'], file: 'src/session/runProblem.ts' },
  { words: ['illness'], file: 'src/shared/wire/checkpointHeader.ts' },
  // Streams of random numbers: another name would be another run.
  { words: ['showcase'], file: 'webview/gan/display/gallery.ts' },
  { words: ['film'], file: 'webview/gan/plane/fixedPoints.ts' },
  { words: ['studio'], file: 'webview/gan/games/generatorGame.ts' },
];

function mayBeSaid(word: string, file: string): boolean {
  return ALLOWED.some(
    (allowed) => allowed.words.includes(word) && (allowed.file === undefined || allowed.file === file),
  );
}

/** Without the sentences that people read. */
function withoutStrings(source: string): string {
  return source.replace(/l10n\.t\(\s*(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`)/g, '');
}

function sourcesIn(room: string): string[] {
  return readdirSync(path.join(repository, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(room, name.replaceAll(path.sep, '/')));
}

describe('The code of the engine, of the session and of what all share', () => {
  for (const room of ROOMS) {
    it(`speaks the field's language in ${room}`, () => {
      const said = sourcesIn(room).flatMap((file) => {
        const source = withoutStrings(readFileSync(path.join(repository, file), 'utf8'));
        return [file, ...source.split('\n')].flatMap((line) =>
          Array.from(line.matchAll(METAPHOR), ([word]) => word)
            .filter((word) => !mayBeSaid(word, file))
            .map((word) => `${file}: ${word}`),
        );
      });
      assert.deepEqual(said, []);
    });
  }

  it('would be found out', () => {
    const found = Array.from(
      'the pile that she hands in compiles; forget the Forger'.matchAll(METAPHOR),
      ([word]) => word,
    );
    assert.deepEqual(found, ['pile', 'hands in', 'Forger']);
  });
});
