import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Lesson, LessonCard } from '../../../src/shared/domain/lesson';
import type { Position } from '../../../src/shared/domain/phases';
import type { PlaneLayer } from '../../../src/shared/wire/plane';
import type { LessonProgress, ProgressEvent } from '../../../src/shared/domain/progress';
import type { Region } from '../../../src/shared/domain/regions';
import type { Problem } from '../../../src/shared/result';
import type { Term } from '../../../src/shared/wire/messages';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import type { Difference } from '../compare/difference';
import type { EvidenceAction } from '../evidence/evidenceState';
import type { Belonging } from '../exercises/learning';
import type { Speed } from '../transport/speeds';
import type { Drawing } from './panelState';

/** What happened, to the run or by the person, that the lesson panel shows from then on. */
export type PanelAction =
  | { readonly type: 'lessonShown'; readonly lesson: Lesson; readonly course?: readonly LessonCard[] }
  | { readonly type: 'progressShown'; readonly progress: LessonProgress }
  | { readonly type: 'optionsOrdered'; readonly optionOrder: number | undefined }
  | { readonly type: 'learned'; readonly event: ProgressEvent }
  /** Somebody asked for a step or section. */
  | { readonly type: 'visited'; readonly id: string }
  | {
      readonly type: 'runStarting';
      readonly hyperparameters: Hyperparameters;
      readonly from: Position | undefined;
      readonly belonging?: Belonging | undefined;
    }
  | { readonly type: 'hyperparametersChanged'; readonly hyperparameters: Hyperparameters }
  | { readonly type: 'networksReady'; readonly start: RunStart }
  | { readonly type: 'resuming'; readonly done: number; readonly total: number }
  | { readonly type: 'frame'; readonly frame: RunFrame }
  | { readonly type: 'checkpoint'; readonly position: Position }
  | { readonly type: 'stopped'; readonly problem: Problem }
  | { readonly type: 'playing'; readonly playing: boolean; readonly until?: Until | undefined }
  | { readonly type: 'speed'; readonly speed: Speed }
  /** `phaseAt`: the moment of which it tells, if that is a phase. */
  | { readonly type: 'story'; readonly text: string; readonly phaseAt?: Position | undefined }
  | { readonly type: 'spoken'; readonly text: string }
  | { readonly type: 'aside'; readonly text: string }
  | { readonly type: 'passageChosen'; readonly id: string }
  | { readonly type: 'regionChosen'; readonly region: Region }
  | { readonly type: 'highlightLeft' }
  | { readonly type: 'stepShown'; readonly step: number }
  | { readonly type: 'cellShown'; readonly cell: number }
  | { readonly type: 'layersShown'; readonly layers: readonly PlaneLayer[] }
  /** Why the run is not on disk; `undefined` when it is. */
  | { readonly type: 'keeping'; readonly problem: Problem | undefined }
  | { readonly type: 'drawing'; readonly drawing: Drawing | undefined }
  | { readonly type: 'evidence'; readonly action: EvidenceAction }
  | { readonly type: 'comparing'; readonly suggestion: Difference | undefined }
  | { readonly type: 'preferences'; readonly characterKeys: boolean }
  | { readonly type: 'glossary'; readonly terms: readonly Term[] }
  | { readonly type: 'presenting'; readonly on: boolean }
  | { readonly type: 'help'; readonly open: boolean };
