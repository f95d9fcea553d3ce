import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readBundles } from '../../scripts/build';
import { bundledPackages, noticesFile, readNotice } from '../../scripts/notices/thirdPartyNotices';
import { inRepository } from '../vscode/repository';

describe('The notices of third parties', () => {
  it('name every package that is bundled, with its licence and a text', async () => {
    const bundles = await readBundles();
    const inputs = Object.values(bundles.outputs).flatMap((output) => Object.entries(output.inputs));
    // Found in another way than the notices themselves: by the names after the last node_modules/.
    const bundled = new Set(
      inputs
        // esbuild calls a module that the package itself replaces by nothing (disabled).
        .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && /^[^(]*node_modules\//.test(file))
        .map(([file]) => {
          const [scope = '', name = ''] = (file.split('node_modules/').at(-1) ?? '').split('/');
          return scope.startsWith('@') ? `${scope}/${name}` : scope;
        }),
    );
    const text = await readFile(inRepository('ThirdPartyNotices.txt'), 'utf8');
    const sections = text.split(/^={80}\n(?=.+ \d)/m).slice(1);
    const told = new Map(sections.map((section) => [section.split(' ', 1)[0], section]));
    assert.ok(bundled.size > 25, `${bundled.size} packages`);
    for (const name of [...bundled, 'assemblyscript']) {
      const section = told.get(name) ?? '';
      assert.match(section, /copyright|\(c\)/i, name);
      assert.match(section, /permi(?:ssion|tted)|licen[cs]e/i, name);
      assert.ok(section.length > 600, `${name} has no text`);
    }
  });

  it('carry the NOTICE files along', async () => {
    const text = await readFile(inRepository('ThirdPartyNotices.txt'), 'utf8');
    assert.match(text, /have all licensed their contributions to AssemblyScript/);
    assert.match(text, /microsoft-vscode-webview-ui-toolkit/);
  });

  describe('of a package', () => {
    let root: string;

    beforeEach(async () => {
      root = await mkdtemp(path.join(tmpdir(), 'gan-lessons-notices-'));
      const folder = path.join(root, 'node_modules', 'added');
      await mkdir(folder, { recursive: true });
      await writeFile(
        path.join(folder, 'package.json'),
        '{"name":"added","version":"1.2.3","license":"MIT"}',
      );
    });

    afterEach(() => rm(root, { recursive: true }));

    it('cannot be made when it comes without its licence', async () => {
      await assert.rejects(readNotice(root, 'node_modules/added'), /added is bundled, and its licence/);
    });

    it('have its name, version, licence and text', async () => {
      await writeFile(path.join(root, 'node_modules', 'added', 'LICENSE.md'), 'Copyright (c) Ada\r\n');
      const text = noticesFile([await readNotice(root, 'node_modules/added')]);
      assert.match(text, /added 1\.2\.3\nMIT\n/);
      assert.match(text, /Copyright \(c\) Ada\n/);
    });
  });

  it('count what is bundled, in whatever folder it is, and nothing that left no byte', () => {
    const inputs = {
      'node_modules/a/index.js': { bytesInOutput: 1 },
      'node_modules/a/node_modules/@b/c/d.js': { bytesInOutput: 1 },
      'node_modules/e/index.js': { bytesInOutput: 0 },
      'src/extension.ts': { bytesInOutput: 9 },
    };
    assert.deepEqual(bundledPackages({ outputs: { 'dist/x.js': { inputs } } }), [
      'node_modules/a',
      'node_modules/a/node_modules/@b/c',
    ]);
  });
});
