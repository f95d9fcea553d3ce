// Brings the strings of the user interface up to date:
//   npm run l10n
// writes the English bundle from the calls of l10n.t in the code, puts the translations into the same order without
// what has gone from the code, and lists what has still to be translated.
import { writeFile } from 'node:fs/promises';
import {
  TRANSLATIONS,
  compareStrings,
  exportStrings,
  readSources,
  readStrings,
  stringFiles,
  type Strings,
} from './l10nStrings';

async function writeStrings(file: string, strings: Strings): Promise<void> {
  await writeFile(file, `${JSON.stringify(strings, null, 2)}\n`);
}

const english = await exportStrings(await readSources());
await writeStrings(stringFiles.bundle(), english);
console.log(`${Object.keys(english).length} strings in English.`);

for (const language of TRANSLATIONS) {
  const translated = await readStrings(stringFiles.bundle(language));
  const { missing, stale, broken } = compareStrings(english, translated);
  const kept = Object.keys(english).flatMap((key) => {
    const translation = translated[key];
    return translation === undefined ? [] : [[key, translation]];
  });
  await writeStrings(stringFiles.bundle(language), Object.fromEntries(kept));
  const manifest = compareStrings(
    await readStrings(stringFiles.manifest()),
    await readStrings(stringFiles.manifest(language)),
  );
  report(`Removed from ${language}`, stale);
  report(`To be translated to ${language}`, [...missing, ...manifest.missing]);
  report(`Other placeholders or marks than in English, in ${language}`, [...broken, ...manifest.broken]);
  report(`Not in package.nls.json, but in that of ${language}`, manifest.stale);
}

function report(title: string, keys: readonly string[]): void {
  if (keys.length > 0) {
    console.log(`\n${title}:\n${keys.map((key) => `  ${JSON.stringify(key)}`).join('\n')}`);
  }
}
