import { isPictureData, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Lesson } from '../../../src/shared/domain/lesson';
import { lastPhase, type Position } from '../../../src/shared/domain/phases';
import { DEFAULT_LAYERS, type PlaneLayer } from '../../../src/shared/wire/plane';
import type { Region } from '../../../src/shared/domain/regions';
import type { Problem } from '../../../src/shared/result';
import type { Term } from '../../../src/shared/wire/messages';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import type { Difference } from '../compare/difference';
import { INITIAL_EVIDENCE, type EvidenceState } from '../evidence/evidenceState';
import type { Told } from '../evidence/log/logEntries';
import { NOTHING_SEEN } from '../evidence/seenRounds';
import { NOTHING_LEARNED, type Learning } from '../exercises/learning';
import { DEFAULT_SPEED, type Speed } from '../transport/speeds';
import { isLookingBack } from '../timeline/timeTravel';

/** What the training is doing. */
export type Activity =
  /** The host has not said yet which lesson this is. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'preparing' }
  /** Running again from a checkpoint; `done` of `total` rounds. */
  | { readonly kind: 'resuming'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** The run cannot go on. */
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** What a person picked out, in place of what belongs to the moment. */
export type Choice =
  | { readonly kind: 'passage'; readonly id: string }
  /** A part of the stage that no passage speaks of. */
  | { readonly kind: 'region'; readonly region: Region }
  /** The person wants nothing lit for now. */
  | { readonly kind: 'nothing' };

/** Everything that the lesson panel shows. */
export interface PanelState {
  readonly lesson: Lesson | undefined;
  readonly learning: Learning;
  readonly hyperparameters: Hyperparameters | undefined;
  readonly activity: Activity;
  readonly start: RunStart | undefined;
  readonly frame: RunFrame | undefined;
  /** What is known of the rounds after the shown one. */
  readonly seen: Pick<RunFrame, 'series' | 'samplesOverTime'>;
  /** The run goes on by itself, in whole rounds or phase by phase. */
  readonly playing: boolean;
  /** What ends the playing, if anything does. */
  readonly until: Until | undefined;
  readonly speed: Speed;
  /** The sentence under the stage; numbers that matter stand between `**`. */
  readonly story: string;
  /** Sentences that were told of single phases, for the log. */
  readonly phaseStories: readonly Told[];
  /** The sentence in the live region; see `StoryTeller`. */
  readonly spoken: string;
  /** Said once to screen readers and not shown, because the eye sees it. */
  readonly aside: string;
  /** Id of the passage that belongs to the moment. */
  readonly told: string | undefined;
  /** The passage of the moment came by a step of the run, and not with a run that was just opened. */
  readonly stepped: boolean;
  /** Ids of the passages that were written for a run with other hyperparameters. */
  readonly unfitting: readonly string[];
  /** Holds until another passage belongs to the moment. */
  readonly choice: Choice | undefined;
  /** Index of the lesson's step that is being read. */
  readonly step: number;
  /** Which of the showcase pictures the film strip follows. */
  readonly cell: number;
  /** What is drawn on the plane, in a run on points. */
  readonly layers: readonly PlaneLayer[];
  /** Where the run can go back to. */
  readonly checkpoint: Position | undefined;
  readonly evidence: EvidenceState;
  /** What the terms of the course mean. */
  readonly terms: readonly Term[];
  /** Whether keys that write a character do something. */
  readonly characterKeys: boolean;
  readonly helpOpen: boolean;
  /** The stage is shown to a class: large, without notes and buttons. */
  readonly presenting: boolean;
  /** Why the run is not on disk; `undefined` when it is. */
  readonly keepingProblem: Problem | undefined;
  /** The person is drawing points. */
  readonly drawing: Drawing | undefined;
  /** The person compares two runs; what is suggested that they differ in. */
  readonly comparing: Difference | undefined;
}

/** A drawing of points that was asked for. */
export interface Drawing {
  /** What to go on from: x and y in turn. */
  readonly points: Float32Array;
}

export const INITIAL_STATE: PanelState = {
  lesson: undefined,
  learning: NOTHING_LEARNED,
  hyperparameters: undefined,
  activity: { kind: 'waiting' },
  start: undefined,
  frame: undefined,
  seen: NOTHING_SEEN,
  playing: false,
  until: undefined,
  speed: DEFAULT_SPEED,
  story: '',
  phaseStories: [],
  spoken: '',
  aside: '',
  told: undefined,
  stepped: false,
  unfitting: [],
  choice: undefined,
  step: 0,
  cell: 0,
  layers: DEFAULT_LAYERS,
  checkpoint: undefined,
  evidence: INITIAL_EVIDENCE,
  terms: [],
  characterKeys: true,
  helpOpen: false,
  presenting: false,
  keepingProblem: undefined,
  drawing: undefined,
  comparing: undefined,
};

/** Whether the run is one on points; until its first frame its hyperparameters tell. */
export function isOnPlane({ frame, hyperparameters }: PanelState): boolean {
  return frame === undefined
    ? hyperparameters !== undefined && !isPictureData(hyperparameters.data)
    : frame.plane !== undefined;
}

/** Whether nothing has been run yet: two beginners meet. Who looks back at that moment has a run already. */
export function isFirstOpen({ frame }: PanelState): boolean {
  return frame !== undefined && lastPhase(frame.position) === undefined && !isLookingBack(frame);
}
