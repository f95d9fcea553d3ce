import type { PanelToWorker } from '../../../src/shared/wire/messages';

/** Begins a run, or comes back to one. */
export type StartMessage = Extract<PanelToWorker, { type: 'start' }>;

/** What a person wants of a run; it waits until the run is ready for it. */
export type Command = Exclude<PanelToWorker, { type: 'start' } | { type: 'frameShown' }>;
