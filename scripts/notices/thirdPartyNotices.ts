import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** What esbuild says about its bundles; as much of a metafile as is needed here. */
export interface Metafile {
  outputs: Record<
    string,
    {
      inputs: Record<string, { bytesInOutput: number }>;
      imports?: readonly { readonly path: string; readonly kind: string }[];
    }
  >;
}

/** The licence of a package, as the package is shipped. */
interface PackageNotice {
  name: string;
  version: string;
  /** As its package.json names it, such as `MIT`. */
  license: string;
  /** Where its sources are. */
  source: string;
  /** Its licence and notice files, one after the other. */
  text: string;
}

/** Packages whose code reaches a bundle in another form than a file of theirs: by input, the package. */
const compiledIn: Readonly<Record<string, string>> = {
  // AssemblyScript's standard library is compiled into the kernels.
  'webview/backend/kernels.wasm': 'assemblyscript',
};

/** Packages that are published without their licence: by name, the file of texts/ that has it. */
const keptTexts: Readonly<Record<string, string>> = {
  '@microsoft/fast-element': 'microsoft-mit.txt',
  '@microsoft/fast-foundation': 'microsoft-mit.txt',
  '@microsoft/fast-web-utilities': 'microsoft-mit.txt',
  '@tensorflow/tfjs-backend-cpu': 'tensorflow-js.txt',
  '@tensorflow/tfjs-backend-webgl': 'tensorflow-js.txt',
  '@tensorflow/tfjs-core': 'tensorflow-js.txt',
  '@vscode/l10n': 'microsoft-mit.txt',
};

const legalFile = /^(?:licen[cs]e|notices?|copying|copyrightnotice)(?:[.-].*)?$/i;

/** The folders of all packages that have at least a byte in one of the bundles, such as `node_modules/preact`. */
export function bundledPackages({ outputs }: Metafile): string[] {
  const folders = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([input]) => packageFolder(input) ?? []);
  return [...new Set(folders)].toSorted();
}

function packageFolder(input: string): string | undefined {
  const compiled = compiledIn[input];
  return compiled === undefined
    ? /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
    : `node_modules/${compiled}`;
}

/**
 * Reads the licence of a package.
 *
 * @param root the repository's folder
 * @param folder of the package, from there
 * @throws an error that names the package when neither it nor texts/ has its licence
 */
export async function readNotice(root: string, folder: string): Promise<PackageNotice> {
  const manifest: unknown = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
  const name = textOf(manifest, 'name') ?? folder;
  const version = textOf(manifest, 'version') ?? '';
  const license = textOf(manifest, 'license');
  const files = (await readdir(path.join(root, folder))).filter((file) => legalFile.test(file)).toSorted();
  const kept = keptTexts[name];
  const places = files.some((file) => /^(?:licen|copying)/i.test(file))
    ? files.map((file) => path.join(root, folder, file))
    : kept === undefined
      ? []
      : [path.join(root, 'scripts', 'notices', 'texts', kept)];
  if (license === undefined || places.length === 0 || !places.every((file) => existsSync(file))) {
    throw new Error(
      `${name} is bundled, and its licence is not in its package. ` +
        'Put the text into scripts/notices/texts and name it in scripts/notices/thirdPartyNotices.ts.',
    );
  }
  const texts = await Promise.all(places.map((file) => readFile(file, 'utf8')));
  return { name, version, license, source: sourceOf(manifest, name), text: texts.map(tidy).join('\n\n') };
}

/** Lines end in one way, none in spaces. */
function tidy(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** `value[key]`, if it is a text. */
function textOf(value: unknown, key: string): string | undefined {
  const found: unknown = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function sourceOf(manifest: unknown, name: string): string {
  const repository = isRecord(manifest) ? manifest['repository'] : undefined;
  const address = typeof repository === 'string' ? repository : textOf(repository, 'url');
  if (address === undefined) {
    return `https://www.npmjs.com/package/${name}`;
  }
  const plain = address
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/^git:|^ssh:\/\/git@/, 'https:');
  return /^[\w.-]+\/[\w.-]+$/.test(plain) ? `https://github.com/${plain}` : plain;
}

/** The file that goes along with the extension. */
export function noticesFile(notices: readonly PackageNotice[]): string {
  const rule = '='.repeat(80);
  const list = notices.map(({ name, version, license }) => `  ${name} ${version} (${license})`);
  const parts = notices.map(
    ({ name, version, license, source, text }) =>
      `${rule}\n${name} ${version}\n${license}\n${source}\n${rule}\n\n${text}\n`,
  );
  return [
    'GAN Lessons includes code of the packages below, under the licences that follow.',
    'The bundler leaves out what is not used; scripts/leanLibraries.mjs of the sources changes some files of TensorFlow.js,',
    'ml-matrix, fast-web-utilities and webview-ui-toolkit. Where a package offers a choice of licences, both are here.',
    '',
    ...list,
    '',
    ...parts,
  ].join('\n');
}
