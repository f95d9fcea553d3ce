import assert from 'node:assert/strict';
import {
  contentSecurityPolicy,
  createNonce,
  escapeHtml,
  webviewHtml,
  type WebviewPage,
} from '../../../src/views/webviewHtml';

const PAGE: WebviewPage = {
  language: 'en',
  title: 'The forger and the inspector',
  cspSource: 'https://*.webview.example',
  script: 'https://files.example/dist/lesson.js',
  style: 'https://files.example/dist/lesson.css',
  worker: 'https://files.example/dist/worker.js',
  placeholder: 'Preparing the studio…',
};

const NONCE = '0123456789abcdef0123456789abcdef';

/** The directives of the policy, by name. */
function policy(): Record<string, string[]> {
  const directives = contentSecurityPolicy(PAGE.cspSource, NONCE).split('; ');
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('The content security policy of a webview', () => {
  it('forbids whatever it does not name', () => {
    assert.deepEqual(policy()['default-src'], [`'none'`]);
  });

  it('lets nothing change what addresses refer to, nor send a form', () => {
    assert.deepEqual(policy()['base-uri'], [`'none'`]);
    assert.deepEqual(policy()['form-action'], [`'none'`]);
  });

  it('admits scripts by their nonce alone, and WebAssembly', () => {
    assert.deepEqual(policy()['script-src'], [`'nonce-${NONCE}'`, `'wasm-unsafe-eval'`]);
  });

  it('starts workers from blob: URLs alone', () => {
    assert.deepEqual(policy()['worker-src'], ['blob:']);
  });

  it('admits styles, pictures, fonts and requests of the extension', () => {
    const { cspSource } = PAGE;
    assert.deepEqual(policy()['style-src'], [cspSource, `'nonce-${NONCE}'`]);
    assert.deepEqual(policy()['img-src'], [cspSource, 'data:', 'blob:']);
    assert.deepEqual(policy()['font-src'], [cspSource]);
    assert.deepEqual(policy()['connect-src'], [cspSource, 'blob:']);
  });

  it('is never loosened to inline code or eval', () => {
    const all = Object.values(policy()).flat();
    assert.ok(!all.includes(`'unsafe-inline'`));
    assert.ok(!all.includes(`'unsafe-eval'`));
    assert.ok(!all.includes('*'));
  });
});

describe('The page of a webview', () => {
  it('carries its policy, its nonce and the addresses of its files', () => {
    const html = webviewHtml(PAGE, NONCE);
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.ok(
      html.includes(
        `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(PAGE.cspSource, NONCE))}">`,
      ),
    );
    assert.ok(html.includes(`<meta property="csp-nonce" content="${NONCE}">`));
    assert.ok(html.includes('<meta name="worker" content="https://files.example/dist/worker.js">'));
    assert.ok(html.includes('<link rel="stylesheet" href="https://files.example/dist/lesson.css">'));
    assert.ok(
      html.includes(
        `<script type="module" nonce="${NONCE}" src="https://files.example/dist/lesson.js"></script>`,
      ),
    );
  });

  it('is not empty before its script runs', () => {
    assert.match(
      webviewHtml(PAGE, NONCE),
      /<div id="app"><p role="status">Preparing the studio…<\/p><\/div>/,
    );
  });

  it('names no worker when it starts none', () => {
    const { worker: _, ...page } = PAGE;
    assert.doesNotMatch(webviewHtml(page, NONCE), /name="worker"/);
  });

  it('takes nothing that it is given for HTML', () => {
    const hostile = '"><script>alert(1)</script>\'&';
    const html = webviewHtml(
      {
        language: hostile,
        title: hostile,
        cspSource: hostile,
        script: hostile,
        style: hostile,
        worker: hostile,
        placeholder: hostile,
      },
      NONCE,
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(!html.includes(hostile));
  });
});

describe('A nonce', () => {
  it('is 128 bits in hexadecimal digits, never the same twice', () => {
    const nonces = new Set(Array.from({ length: 100 }, createNonce));
    assert.equal(nonces.size, 100);
    for (const nonce of nonces) {
      assert.match(nonce, /^[0-9a-f]{32}$/);
    }
  });
});

describe('Escaped HTML', () => {
  it('reads as the text that it was', () => {
    assert.equal(
      escapeHtml(`<a href="x" title='y'>&amp;`),
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
    );
    assert.equal(escapeHtml('Round 57 · 50 % …'), 'Round 57 · 50 % …');
  });
});
