import type { PanelToHost } from '../../src/shared/wire/messages';
import type { Phase } from '../../src/shared/domain/phases';
import type { Host } from '../ui/host';
import type { PageMemory } from '../ui/pageMemory';
import type { Timers } from '../ui/timers';
import type { TrainingWorker } from './training/trainingClient';

/** What the panel needs of the world around it. */
export interface PanelEnvironment {
  readonly host: Host<PanelToHost>;
  readonly createWorker: () => Promise<TrainingWorker>;
  readonly timers: Timers;
  /** What outlives the page. */
  readonly memory: PageMemory;
  /** Calls back when what is on the screen now has been painted. */
  readonly afterPaint: (callback: () => void) => void;
  /** How long the stage moves after this phase, in milliseconds. */
  readonly motionLength: (phase: Phase) => number;
}
