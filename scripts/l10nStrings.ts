import type * as L10nDev from '@vscode/l10n-dev';
import { readdir, readFile } from 'node:fs/promises';
import nodeModule from 'node:module';
import path from 'node:path';
import * as v from 'valibot';
import { FALLBACK_LANGUAGE, LESSON_LANGUAGES } from '../src/lessons/lessonLanguage';
import { inRepository } from '../test/vscode/repository';

// The library loads its grammars from beside its own files, so it must not become part of a bundle. The name
// `createRequire` itself is taken: bundles for Node declare it in their banner.
const l10nDev: typeof L10nDev = nodeModule.createRequire(import.meta.url)('@vscode/l10n-dev');

/** Where the code is that shows sentences to a person. */
const SOURCE_FOLDERS = ['src', 'webview'];

const StringsSchema = v.record(
  v.string(),
  v.union([v.string(), v.object({ message: v.string(), comment: v.array(v.string()) })]),
);

/** The files that VS Code reads, named as it asks for. `language` is a VS Code locale such as "zh-cn". */
export const stringFiles = {
  bundle: (language?: string) => inRepository('l10n', withLanguage('bundle.l10n', language)),
  manifest: (language?: string) => inRepository(withLanguage('package.nls', language)),
};

/** Languages that the product speaks beside English. */
export const TRANSLATIONS = LESSON_LANGUAGES.filter((language) => language !== FALLBACK_LANGUAGE);

/** Sentences by their keys; in English a key of a bundle is the sentence itself, with its comment if it has one. */
export type Strings = Readonly<Record<string, string>>;

/** A TypeScript file that may hold calls of `l10n.t`. */
export interface Source {
  /** Relative to the repository, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** All TypeScript of the extension host and of the webviews. */
export async function readSources(): Promise<Source[]> {
  const folders = await Promise.all(
    SOURCE_FOLDERS.map(async (folder) => {
      const names = await readdir(inRepository(folder), { recursive: true });
      return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name));
    }),
  );
  return Promise.all(
    folders.flat().map(async (file) => ({
      name: file.split(path.sep).join('/'),
      text: await readFile(inRepository(file), 'utf8'),
    })),
  );
}

/** The code with its escaped characters as themselves: the exporter reads only some of the digits of `\u202f`. */
function withoutEscapes(text: string): string {
  return text.replace(/(?<!\\)\\u([\da-f]{4})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** The sentences of all calls of `l10n.t` in these sources, in English by their keys, in the order of the alphabet. */
export async function exportStrings(sources: readonly Source[]): Promise<Strings> {
  const speaking = sources.filter(({ text }) => text.includes('l10n'));
  const files = speaking.map(({ name, text }): L10nDev.IScriptFile => ({
    contents: withoutEscapes(text),
    extension: path.extname(name),
  }));
  return sorted(onlyMessages(await l10nDev.getL10nJson(files)));
}

/** @throws an error when the file is missing or is no file of strings */
export async function readStrings(file: string): Promise<Strings> {
  return onlyMessages(v.parse(StringsSchema, JSON.parse(await readFile(file, 'utf8'))));
}

/** How a translation stands against the English strings; all lists hold keys. */
interface Comparison {
  /** Not translated. */
  readonly missing: string[];
  /** Translated, but no longer in English. */
  readonly stale: string[];
  /** Translated with other placeholders, marks or links than the English has. */
  readonly broken: string[];
}

/** Compares a translation with the strings that it translates. */
export function compareStrings(english: Strings, translated: Strings): Comparison {
  return {
    missing: Object.keys(english).filter((key) => !Object.hasOwn(translated, key)),
    stale: Object.keys(translated).filter((key) => !Object.hasOwn(english, key)),
    broken: Object.keys(english).filter((key) => {
      const [from = '', to = from] = [english[key], translated[key]];
      return fixedParts(from) !== fixedParts(to);
    }),
  };
}

/** What no translation may change: placeholders, as often as they stand there or not, links to commands, and emphasis. */
function fixedParts(sentence: string): string {
  const placeholders = new Set(sentence.match(/\{\w+\}/g));
  const links = sentence.match(/\]\([^)]*\)|\$\([\w~-]+\)/g) ?? [];
  const emphasis = sentence.match(/\*\*/g)?.length ?? 0;
  return JSON.stringify([[...placeholders].toSorted(), links.toSorted(), emphasis]);
}

function onlyMessages(strings: v.InferOutput<typeof StringsSchema>): Strings {
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [key, typeof value === 'string' ? value : value.message]),
  );
}

function sorted(strings: Strings): Strings {
  return Object.fromEntries(Object.entries(strings).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function withLanguage(name: string, language: string | undefined): string {
  return language === undefined ? `${name}.json` : `${name}.${language}.json`;
}
