import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inRepository } from '../../vscode/repository';

type Versions = Readonly<Record<string, string>>;

interface Package {
  devDependencies?: Versions;
  optionalDependencies?: Versions;
  resolved?: string;
}

interface Lock {
  packages: Readonly<Record<string, Package>>;
}

async function readLock(): Promise<Lock> {
  return JSON.parse(await readFile(inRepository('package-lock.json'), 'utf8'));
}

/** `npm ci`, which workflows use, refuses a lock file that is not complete. */
describe('The lock file', () => {
  it('has the same dependencies as package.json', async () => {
    const manifest: Package = JSON.parse(await readFile(inRepository('package.json'), 'utf8'));
    const { packages } = await readLock();
    assert.deepEqual(packages['']?.devDependencies, manifest.devDependencies);
  });

  it('has the packages of all systems, not only of the one that it was written on', async () => {
    const { packages } = await readLock();
    const names = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)));
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
      .filter((name) => !names.has(name));
    assert.deepEqual(missing, []);
  });

  it('names no registry', async () => {
    const { packages } = await readLock();
    assert.deepEqual(
      Object.values(packages).flatMap(({ resolved }) => resolved ?? []),
      [],
    );
  });
});
