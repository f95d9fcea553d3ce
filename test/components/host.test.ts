import assert from 'node:assert/strict';
import { HostToFormSchema, type HostToForm } from '../../src/shared/wire/messages';
import { connectHost } from '../../webview/ui/host';

const REFUSED: HostToForm = { type: 'refused', name: 'seed', reason: 'no number' };

/** The form's page, connected to a host; what it took for a word of the host. */
function connect(): { readonly heard: HostToForm[] } {
  const heard: HostToForm[] = [];
  Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
      postMessage: () => undefined,
      getState: () => undefined,
      setState: () => undefined,
    }),
  });
  connectHost(
    HostToFormSchema,
    (message) => heard.push(message),
    () => undefined,
  );
  return { heard };
}

describe('A page of a webview', () => {
  it('hears what comes from its own origin, where VS Code hands messages on', () => {
    const { heard } = connect();
    window.dispatchEvent(new MessageEvent('message', { data: REFUSED, origin: window.origin }));
    assert.deepEqual(heard, [REFUSED]);
  });

  it('obeys no other frame', () => {
    const { heard } = connect();
    window.dispatchEvent(new MessageEvent('message', { data: REFUSED, origin: 'https://elsewhere.example' }));
    window.dispatchEvent(new MessageEvent('message', { data: REFUSED, origin: '' }));
    assert.deepEqual(heard, []);
  });
});
