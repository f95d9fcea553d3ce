import type * as v from 'valibot';
import { TypedChannel, type MessageProblem } from '../../src/shared/wire/messages';
import { pageMemory, type PageMemory } from './pageMemory';

/** What VS Code gives to every webview, once. */
interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The way from a webview to the extension host and back. */
export interface Host<Out> {
  send(message: Out): void;
}

/**
 * Connects this webview to the extension host. VS Code hands its API out only once, so this is called once.
 *
 * @param schema what the host may send
 * @param handle called with every well-formed message of the host
 * @param report called with the reason for every message that was ignored
 */
export function connectHost<In extends v.GenericSchema, Out>(
  schema: In,
  handle: (message: v.InferOutput<In>) => void,
  report: (problem: MessageProblem) => void,
): Host<Out> & { readonly memory: PageMemory } {
  const api = acquireVsCodeApi();
  const channel = new TypedChannel<In, Out>(schema, (message) => api.postMessage(message), handle, report);
  // VS Code hands its messages on from a frame of the page's own origin; any other frame could post some, too.
  window.addEventListener('message', (event) => {
    if (event.origin === window.origin) {
      channel.receive(event.data);
    }
  });
  return { send: (message) => channel.send(message), memory: pageMemory(api) };
}

/** The element that the page is drawn in; what stood there while the script was loading is gone. */
export function pageRoot(): HTMLElement {
  const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'));
  root.id = 'app';
  root.replaceChildren();
  return root;
}
