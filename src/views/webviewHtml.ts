/** What a webview's page is made of. All URIs are as the webview may fetch them. */
export interface WebviewPage {
  /** BCP 47 tag of the language of the user interface. */
  readonly language: string;
  readonly title: string;
  /** Where the webview's own resources come from, as a content security policy says it. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** The script of the training worker, for the page that starts one. */
  readonly worker?: string;
  /** Stands on the page until the script replaces it. */
  readonly placeholder: string;
}

/** A page of text, without a script. */
interface TextPage {
  /** BCP 47 tag of the language of the user interface. */
  readonly language: string;
  readonly title: string;
  /** HTML; whoever writes it escapes what comes from outside. */
  readonly body: string;
  /** CSS. */
  readonly style: string;
}

/** Random bytes of a nonce; 128 bits cannot be guessed. */
const NONCE_BYTES = 16;

/** A number used once: 32 random hexadecimal digits. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A webview's whole page; nothing but this and `textPage` makes HTML for a webview. Its content security policy admits one script and
 * what that imports, the extension's own style sheets, and workers from blob: URLs only, which is how a webview must start them.
 */
export function webviewHtml(page: WebviewPage, nonce: string): string {
  const attribute = escapeHtml;
  return `<!DOCTYPE html>
<html lang="${attribute(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${attribute(contentSecurityPolicy(page.cspSource, nonce))}">
<meta property="csp-nonce" content="${attribute(nonce)}">
${page.worker === undefined ? '' : `<meta name="worker" content="${attribute(page.worker)}">`}
<link rel="stylesheet" href="${attribute(page.style)}">
<title>${escapeHtml(page.title)}</title>
</head>
<body>
<div id="app"><p role="status">${escapeHtml(page.placeholder)}</p></div>
<script type="module" nonce="${attribute(nonce)}" src="${attribute(page.script)}"></script>
</body>
</html>
`;
}

/** A page that shows text and loads nothing. */
export function textPage({ language, title, body, style }: TextPage, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-${escapeHtml(nonce)}'">
<title>${escapeHtml(title)}</title>
<style nonce="${escapeHtml(nonce)}">${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/**
 * What a page may load. A module hands its nonce on to what it imports, so no folder of scripts is admitted. See "Content Security Policy" in VS Code's webview guide. `'wasm-unsafe-eval'` lets the
 * training worker, which inherits the policy, compile its WebAssembly kernels; it does not admit JavaScript's `eval`.
 */
export function contentSecurityPolicy(cspSource: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
    `connect-src ${cspSource} blob:`,
    `worker-src blob:`,
  ].join('; ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
