import { isPictureData, type Hyperparameters } from '../../src/shared/hyperparameters';
import {
  milestonesFor,
  passageAt,
  passagesOf,
  type Lesson,
  type LessonCard,
  type Moment,
  type Passage,
} from '../../src/shared/lesson';
import { PHASES, lastPhase, type Position } from '../../src/shared/phases';
import { DEFAULT_LAYERS, type PlaneLayer } from '../../src/shared/plane';
import type { Region } from '../../src/shared/regions';
import type { LessonProgress, ProgressEvent } from '../../src/shared/progress';
import type { Problem } from '../../src/shared/result';
import type { RunFrame, RunStart } from '../../src/shared/run';
import { unreachable } from '../../src/shared/result';
import type { Until } from '../../src/shared/until';
import {
  INITIAL_EVIDENCE,
  reduceEvidence,
  type EvidenceAction,
  type EvidenceState,
} from './evidence/evidenceState';
import { withStory, type Told } from './evidence/log/told';
import { NO_MEMORY, remember, type RunMemory } from './evidence/runMemory';
import type { Difference } from './compare/difference';
import { NOTHING_LEARNED, learned, visited, type Belonging, type Learning } from './exercises/learning';
import { isLookingBack } from './timeline/timeTravel';
import { DEFAULT_SPEED, type Speed } from './transport/speeds';

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
  readonly memory: RunMemory;
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
  /** Ids of the milestones that were written for a run with other hyperparameters. */
  readonly unfitting: readonly string[];
  /** Holds until another passage belongs to the moment. */
  readonly choice: Choice | undefined;
  /** Index of the lesson's step that is being read. */
  readonly step: number;
  /** Counts the runs that began at round 0; with each the notes begin again. */
  readonly beginnings: number;
  /** Which of the showcase pictures the film strip follows. */
  readonly cell: number;
  /** What is drawn on the plane, in a run on points. */
  readonly layers: readonly PlaneLayer[];
  /** Where the run can go back to. */
  readonly checkpoint: Position | undefined;
  readonly evidence: EvidenceState;
  /** Whether keys that write a character do something. */
  readonly characterKeys: boolean;
  readonly helpOpen: boolean;
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
  memory: NO_MEMORY,
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
  beginnings: 0,
  cell: 0,
  layers: DEFAULT_LAYERS,
  checkpoint: undefined,
  evidence: INITIAL_EVIDENCE,
  characterKeys: true,
  helpOpen: false,
  drawing: undefined,
  comparing: undefined,
};

export type PanelAction =
  | { readonly type: 'lessonShown'; readonly lesson: Lesson; readonly course?: readonly LessonCard[] }
  | { readonly type: 'progressShown'; readonly progress: LessonProgress }
  | { readonly type: 'learned'; readonly event: ProgressEvent }
  /** Somebody asked for a step or section. */
  | { readonly type: 'visited'; readonly id: string }
  | {
      readonly type: 'runStarting';
      readonly hyperparameters: Hyperparameters;
      readonly from: Position | undefined;
      readonly belonging?: Belonging | undefined;
      /** The notes stay where they are. */
      readonly inPlace?: boolean | undefined;
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
  | { readonly type: 'drawing'; readonly drawing: Drawing | undefined }
  | { readonly type: 'evidence'; readonly action: EvidenceAction }
  | { readonly type: 'comparing'; readonly suggestion: Difference | undefined }
  | { readonly type: 'preferences'; readonly characterKeys: boolean }
  | { readonly type: 'help'; readonly open: boolean };

/** The state after an action; the same object when nothing changed. */
export function reduce(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case 'lessonShown': {
      const steps = action.lesson.steps.length;
      return withMoment(
        fitted({
          ...state,
          lesson: action.lesson,
          learning: { ...state.learning, course: action.course ?? [] },
          step: Math.min(state.step, Math.max(0, steps - 1)),
        }),
      );
    }
    case 'progressShown':
      return { ...state, learning: { ...state.learning, progress: action.progress } };
    case 'learned':
      return state.lesson === undefined
        ? state
        : { ...state, learning: learned(state.learning, state.lesson, action.event) };
    case 'visited':
      return {
        ...state,
        learning: visited(state.learning, action.id),
        step: state.lesson === undefined ? state.step : stepOf(state.lesson, action.id),
      };
    case 'runStarting': {
      const { experiment, before } = action.belonging ?? NOTHING_LEARNED;
      // An experiment belongs to the place where it stands; the lesson's own run begins with the notes.
      const begins = action.from === undefined && experiment === undefined && action.inPlace !== true;
      return fitted({
        ...state,
        learning: { ...state.learning, experiment, before },
        hyperparameters: action.hyperparameters,
        activity: { kind: 'preparing' },
        start: undefined,
        frame: undefined,
        memory: NO_MEMORY,
        phaseStories: [],
        evidence: reduceEvidence(state.evidence, { kind: 'runStarting' }),
        playing: false,
        until: undefined,
        checkpoint: action.from,
        told: undefined,
        stepped: false,
        choice: undefined,
        ...(begins && { step: 0, beginnings: state.beginnings + 1 }),
      });
    }
    case 'hyperparametersChanged':
      return withMoment(fitted({ ...state, hyperparameters: action.hyperparameters }));
    case 'networksReady':
      return { ...state, start: action.start };
    case 'resuming':
      return { ...state, activity: { kind: 'resuming', done: action.done, total: action.total } };
    case 'frame':
      return withMoment(
        {
          ...state,
          activity: { kind: 'ready' },
          frame: action.frame,
          memory: remember(state.memory, action.frame),
        },
        state.frame !== undefined && !action.frame.wholeRounds,
      );
    case 'checkpoint':
      return { ...state, checkpoint: action.position };
    case 'stopped':
      return {
        ...state,
        activity: { kind: 'stopped', problem: action.problem },
        playing: false,
        until: undefined,
      };
    case 'playing':
      return { ...state, playing: action.playing, until: action.until };
    case 'speed':
      return { ...state, speed: action.speed };
    case 'story':
      return {
        ...state,
        story: action.text,
        phaseStories:
          action.phaseAt === undefined
            ? state.phaseStories
            : withStory(
                state.phaseStories,
                { position: action.phaseAt, text: action.text },
                state.frame?.history?.latest,
              ),
      };
    case 'spoken':
      return { ...state, spoken: action.text };
    case 'aside':
      return { ...state, aside: action.text };
    case 'passageChosen':
      return choose(state, { kind: 'passage', id: action.id });
    case 'regionChosen': {
      const passage = state.lesson && passagesOf(state.lesson).find((p) => p.regions.includes(action.region));
      return choose(
        state,
        passage === undefined
          ? { kind: 'region', region: action.region }
          : { kind: 'passage', id: passage.id },
      );
    }
    case 'highlightLeft':
      return { ...state, choice: { kind: 'nothing' } };
    case 'stepShown':
      return state.step === action.step ? state : { ...state, step: action.step };
    case 'cellShown':
      return { ...state, cell: action.cell };
    case 'layersShown':
      return { ...state, layers: action.layers };
    case 'drawing':
      return { ...state, drawing: action.drawing };
    case 'evidence':
      return { ...state, evidence: reduceEvidence(state.evidence, action.action) };
    case 'comparing':
      return { ...state, comparing: action.suggestion };
    case 'preferences':
      return { ...state, characterKeys: action.characterKeys };
    case 'help':
      return { ...state, helpOpen: action.open };
    default:
      return unreachable(action);
  }
}

/** What of a frame decides which passage is told. A forgery that passed counts only when the truth is out. */
export function momentOf(frame: RunFrame): Moment {
  const { pile, position, wholeRounds } = frame;
  const revealed = position.phasesDone === 0 || position.phasesDone > PHASES.indexOf('reveal');
  return {
    position,
    stepping: !wholeRounds,
    fooled: revealed && (pile?.probabilities?.some((p, i) => p > 0.5 && pile.truth[i] === false) ?? false),
  };
}

/** The marked passage: the chosen one, else the one that belongs to the moment. */
export function markedPassage({ lesson, choice, told }: PanelState): Passage | undefined {
  if (lesson === undefined || choice?.kind === 'region' || choice?.kind === 'nothing') {
    return undefined;
  }
  const id = choice?.id ?? told;
  return passagesOf(lesson).find((passage) => passage.id === id);
}

/** The number that a passage shares with its phase, from 1 to 7. */
export function passageNumber({ condition }: Passage): number | undefined {
  return condition.phase && PHASES.indexOf(condition.phase) + 1;
}

/** The parts of the panel that are lit, the most important first. */
export interface Lit {
  readonly regions: readonly Region[];
  readonly number?: number;
}

const NOTHING_LIT: Lit = { regions: [] };

export function litBy(passage: Passage | undefined, choice: Choice | undefined): Lit {
  if (choice?.kind === 'region') {
    return { regions: [choice.region] };
  }
  if (passage === undefined) {
    return NOTHING_LIT;
  }
  const number = passageNumber(passage);
  const regions = choice?.kind === 'passage' ? passage.regions : passage.regions.slice(0, 1);
  return number === undefined ? { regions } : { regions, number };
}

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

/** @param stepped whether the moment came by a step of the run: then the notes turn to the step that it belongs to */
function withMoment(state: PanelState, stepped = false): PanelState {
  const { lesson, frame, unfitting } = state;
  if (lesson === undefined || frame === undefined) {
    return state;
  }
  const told = passageAt(lesson, { ...momentOf(frame), unfitting })?.id;
  if (told === state.told) {
    return state;
  }
  const step = stepped && told !== undefined ? stepOf(lesson, told) : state.step;
  return { ...state, told, stepped, choice: undefined, step };
}

/** With the milestones that do not fit the hyperparameters of the run. */
function fitted(state: PanelState): PanelState {
  const { lesson, hyperparameters } = state;
  if (lesson === undefined || hyperparameters === undefined) {
    return state;
  }
  const unfitting = milestonesFor(lesson, hyperparameters).unfitting.map(({ id }) => id);
  return { ...state, unfitting };
}

function choose(state: PanelState, choice: Choice): PanelState {
  const { lesson } = state;
  const step = choice.kind === 'passage' && lesson !== undefined ? stepOf(lesson, choice.id) : state.step;
  return { ...state, choice, step };
}

/** @param id of a step or of one of its sections */
function stepOf(lesson: Lesson, id: string): number {
  return Math.max(
    0,
    lesson.steps.findIndex((step) => step.id === id || step.sections.some((section) => section.id === id)),
  );
}
