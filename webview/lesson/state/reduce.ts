import { passagesOf } from '../../../src/shared/domain/lesson';
import { unreachable } from '../../../src/shared/result';
import { reduceEvidence } from '../evidence/evidenceState';
import { appendEntry } from '../evidence/log/logEntries';
import { NOTHING_SEEN, remember } from '../evidence/seenRounds';
import { NOTHING_LEARNED, learned, visited } from '../exercises/learning';
import { choose, fitted, stepOf, withMoment } from './moment';
import type { PanelAction } from './panelAction';
import type { PanelState } from './panelState';

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
          step: state.lesson?.id === action.lesson.id ? Math.min(state.step, Math.max(0, steps - 1)) : 0,
        }),
      );
    }
    case 'progressShown':
      return { ...state, learning: { ...state.learning, progress: action.progress } };
    case 'optionsOrdered':
      return { ...state, learning: { ...state.learning, optionOrder: action.optionOrder } };
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
      return fitted({
        ...state,
        learning: { ...state.learning, experiment, before },
        hyperparameters: action.hyperparameters,
        activity: { kind: 'preparing' },
        start: undefined,
        frame: undefined,
        seen: NOTHING_SEEN,
        phaseStories: [],
        evidence: reduceEvidence(state.evidence, { kind: 'runStarting' }),
        playing: false,
        until: undefined,
        checkpoint: action.from,
        told: undefined,
        stepped: false,
        choice: undefined,
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
          seen: remember(state.seen, action.frame),
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
            : appendEntry(
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
    case 'keeping':
      return { ...state, keepingProblem: action.problem };
    case 'drawing':
      return { ...state, drawing: action.drawing };
    case 'evidence':
      return { ...state, evidence: reduceEvidence(state.evidence, action.action) };
    case 'comparing':
      return { ...state, comparing: action.suggestion };
    case 'preferences':
      return { ...state, characterKeys: action.characterKeys };
    case 'glossary':
      return { ...state, terms: action.terms };
    case 'presenting':
      return { ...state, presenting: action.on };
    case 'help':
      return { ...state, helpOpen: action.open };
    default:
      return unreachable(action);
  }
}
