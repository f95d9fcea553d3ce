import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useMemo, useRef, useEffect, useState } from 'preact/hooks';
import type { Lesson } from '../../src/shared/domain/lesson';
import { prefersReducedMotion } from '../ui/motion';
import type { LessonController } from './lessonController';
import { illnessName } from './diagnosis/words';
import { EvidenceArea } from './evidence/EvidenceArea';
import { shownRun } from './exercises/exercises';
import type { GameController } from './games/gameController';
import { onDemand } from '../ui/onDemand';
import { useScrollToHighlighted, useRunInView } from './scrollToHighlighted';
import { LitContext } from './litRegions';
import { useOneColumn } from './narrow';
import { Notes } from './notes/Notes';
import { meaningsOf, MeaningsContext } from './notes/terms';
import { ProblemCard } from './problem/ProblemCard';
import { PlaneStage } from './plane/PlaneStage';
import { Stage } from './stage';
import { sleepersOf, SleepersContext } from './stage/characters/sleepers';
import { type PanelState, isFirstOpen, isOnPlane, litBy, markedPassage } from './state';
import { StoryLine } from './story/StoryLine';
import { WayLine } from './story/WayLine';
import { ToolsBar } from './tools/ToolsBar';
import { FilmTrack } from './timeline/FilmTrack';
import { isLookingBack } from './timeline/timeTravel';
import { KeyboardHelp } from './transport/KeyboardHelp';
import { PhaseRail } from './transport/PhaseRail';
import { slowness } from './transport/speeds';
import { Transport } from './transport/Transport';
import type { ScrollCause } from './notes/readingGuard';
import type { RunStart } from '../../src/shared/wire/run';
import { InfoGlyph, WarningGlyph } from '../ui/controlIcons';
import { usePresentation } from './presenting/scale';
import './presenting/presenting.css';
import type { GameState } from './games/gameState';
import type { Problem } from '../../src/shared/result';

const ComparisonDialog = onDemand(async () => (await import('./compare/ComparisonDialog')).ComparisonDialog);
const DrawingDialog = onDemand(async () => (await import('./collections/DrawingDialog')).DrawingDialog);
const GameDialog = onDemand(async () => (await import('./games/GameDialog')).GameDialog);

interface LessonPanelProps {
  readonly state: PanelState;
  readonly controller: LessonController;
}

function scrollCause(state: PanelState): ScrollCause {
  if (state.choice?.kind === 'passage') {
    return 'chosen';
  }
  if (isFirstOpen(state) || !state.stepped) {
    return 'opened';
  }
  return state.playing && state.frame?.wholeRounds === true ? 'played' : 'stepped';
}

interface LessonNotesProps extends LessonPanelProps {
  readonly lesson: Lesson;
  readonly marked: string | undefined;
}

/** The notes, with everything that their exercises look at. */
function LessonNotes({ state, controller, lesson, marked }: LessonNotesProps): JSX.Element {
  const { learning, hyperparameters: running, start, frame } = state;
  const view = useMemo(
    () => ({ lesson, learning, running, actions: controller.exerciseActions }),
    [lesson, learning, running],
  );
  const run = useMemo(() => shownRun(state), [start, frame, running]);
  const meanings = useMemo(() => meaningsOf(state.terms), [state.terms]);
  return (
    <MeaningsContext.Provider value={meanings}>
      <Notes
        view={view}
        run={run}
        marked={marked}
        cause={scrollCause(state)}
        step={state.step}
        onChoosePassage={controller.highlight.choosePassage}
        onShowStep={controller.showStep}
        onVisit={controller.visit}
      />
    </MeaningsContext.Provider>
  );
}

/** The whole panel of a lesson. */
export function LessonPanel({ state, controller }: LessonPanelProps): JSX.Element {
  const { lesson, activity, frame, start, choice } = state;
  const marked = markedPassage(state);
  const invited = isFirstOpen(state);
  // While the stage invites to the first round nothing competes with its button.
  const lit = useMemo(
    () => (invited && choice === undefined ? litBy(undefined, undefined) : litBy(marked, choice)),
    [invited, marked, choice],
  );
  const sleepers = useMemo(() => sleepersOf(state.hyperparameters), [state.hyperparameters]);
  const root = useRef<HTMLElement>(null);
  // Who opens a lesson at some place is to stay there: only what a step or a choice lights is brought into view.
  const followed = choice !== undefined || (state.stepped && !(state.playing && frame?.wholeRounds === true));
  useScrollToHighlighted(root, followed ? lit.regions[0] : undefined);
  const oneColumn = useOneColumn();
  useRunInView(root, oneColumn, frame, state.playing, lit.regions[0]);
  usePresentation(state.presenting);
  const onPlane = isOnPlane(state);
  const canCommand = activity.kind === 'ready' && frame !== undefined;
  const evidence = (
    <>
      <EvidenceArea state={state} controller={controller} />
      <BackendLine start={start} />
    </>
  );
  return (
    <LitContext.Provider value={lit}>
      <SleepersContext.Provider value={sleepers}>
        <main ref={root} class="panel" aria-busy={activity.kind !== 'ready' && activity.kind !== 'stopped'}>
          <div class="main-column">
            <PhaseRail
              frame={frame}
              destination={state.checkpoint}
              ready={canCommand}
              onPhase={controller.choosePhase}
            >
              {oneColumn && lesson !== undefined && (
                <WayLine
                  lesson={lesson}
                  step={state.step}
                  progress={state.learning.progress}
                  onBackToNow={
                    frame !== undefined && isLookingBack(frame) ? controller.run.rounds.backToNow : undefined
                  }
                  onVisit={controller.visit}
                />
              )}
            </PhaseRail>
            <div class="stage-place">
              {onPlane ? (
                <PlaneStage
                  frame={frame}
                  motion={prefersReducedMotion() ? 'none' : 'full'}
                  slowness={slowness(state.speed)}
                  layers={state.layers}
                  onShowLayers={controller.run.showLayers}
                  onChooseRegion={controller.highlight.chooseRegion}
                  onFirstRound={invited ? controller.showFirstRound : undefined}
                  onMotionEnd={controller.run.motionEnded}
                />
              ) : (
                <Stage
                  start={start}
                  frame={frame}
                  motion={prefersReducedMotion() ? 'none' : 'full'}
                  slowness={slowness(state.speed)}
                  onChooseRegion={controller.highlight.chooseRegion}
                  onFirstRound={invited ? controller.showFirstRound : undefined}
                  onMotionEnd={controller.run.motionEnded}
                />
              )}
            </div>
            <StoryLine
              activity={activity}
              story={state.story}
              spoken={state.spoken}
              aside={state.aside}
              illnesses={(frame?.diagnoses ?? []).map(({ problem: illness }) => illnessName(illness))}
              onOpenLog={() => controller.evidence.open('log')}
              onShowIllness={() => controller.evidence.open('progress')}
            >
              {activity.kind === 'stopped' && (
                <ProblemCard
                  problem={activity.problem}
                  checkpoint={state.checkpoint}
                  onRestart={controller.restart}
                  onGoBack={controller.run.goBackToCheckpoint}
                />
              )}
            </StoryLine>
            {state.keepingProblem !== undefined && <KeepingNotice problem={state.keepingProblem} />}
            <section class="deck" aria-label={l10n.t('Controls')}>
              <Transport
                frame={frame}
                playing={state.playing}
                until={state.until}
                ready={canCommand}
                quiet={invited}
                speed={state.speed}
                step={lesson?.steps[state.step]}
                actions={controller}
              />
              <FilmTrack
                frame={frame}
                onPlane={onPlane}
                film={state.seen.samplesOverTime}
                cell={state.cell}
                onShowCell={controller.showCell}
                actions={controller.run.rounds}
              />
              <ToolsBar
                ready={canCommand}
                onCommand={controller.runCommand}
                onCharts={() => controller.evidence.open('progress')}
              />
            </section>
            {!oneColumn && evidence}
          </div>
          {lesson !== undefined && (
            <LessonNotes state={state} controller={controller} lesson={lesson} marked={marked?.id} />
          )}
          {oneColumn && evidence}
          {state.drawing !== undefined && (
            <DrawingDialog drawing={state.drawing} onEnd={controller.endDrawing} />
          )}
          {state.comparing !== undefined && state.hyperparameters !== undefined && (
            <ComparisonDialog
              comparison={controller.comparing.comparison}
              running={state.hyperparameters}
              suggestion={state.comparing}
              onCompare={controller.comparing.begin}
              onTake={controller.comparing.takeOver}
              onClose={controller.comparing.close}
            />
          )}
          <CurrentGame games={controller.run.games} />
          <KeyboardHelp
            open={state.helpOpen}
            characterKeys={state.characterKeys}
            onCharacterKeys={controller.useCharacterKeys}
            onClose={controller.hideHelp}
          />
        </main>
      </SleepersContext.Provider>
    </LitContext.Provider>
  );
}

/** The game that is open, if one is. */
function CurrentGame({ games }: { games: GameController }): JSX.Element | null {
  const game = useGame(games);
  return game === undefined ? null : <GameDialog key={game.ticket} game={game} games={games} />;
}

/** Says on what the networks train and why, and how large they are. */
function BackendLine({ start }: { start: RunStart | undefined }): JSX.Element | null {
  if (start === undefined) {
    return null;
  }
  const { backend, generatorParameters, discriminatorParameters } = start;
  const name =
    backend.backend === 'webgl' ? l10n.t('Trains on the graphics card.') : l10n.t('Trains on the processor.');
  return (
    <p id="backend" class="backend">
      <InfoGlyph />
      <span>
        <b>{name}</b> {backend.reason}{' '}
        {l10n.t(
          'Forger: {0} weights, inspector: {1}.',
          generatorParameters.toLocaleString(),
          discriminatorParameters.toLocaleString(),
        )}
      </span>
    </p>
  );
}

/** The open game, drawn anew with each of its changes and of nothing else. */
function useGame({ store }: GameController): GameState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.subscribe(setState);
  }, [store]);
  return state;
}

/** Shows that the run goes on, but is not kept; a screen reader was told when that began. */
function KeepingNotice({ problem }: { readonly problem: Problem }): JSX.Element {
  return (
    <p class="keeping-notice">
      <WarningGlyph class="warning" /> {problem.message} {problem.next}
    </p>
  );
}
