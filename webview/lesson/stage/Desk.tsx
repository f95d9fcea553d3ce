import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Pictures, RunFrame } from '../../../src/shared/wire/run';
import { unreachable } from '../../../src/shared/result';
import { Arrow, MaskBadge, SealBadge } from '../../ui/icons';
import { Inspector } from './characters/Inspector';
import { SleepersContext } from './characters/sleepers';
import { RegionFrame, RegionHeading } from './RegionFrame';
import { Tile } from './Tile';
import type { CardView } from './view/cards';
import { inspectorMood } from './view/moods';
import type { Scene } from './view/scene';
import { inspectorSays } from './view/speech';
import { join, percent } from '../../ui/l10n';
import { mean } from './view/words';

/** Cards that can be seen of the pile. */
const FAN = 4;

interface DeskProps {
  readonly frame: RunFrame | undefined;
  readonly scene: Scene;
  readonly cards: readonly CardView[];
}

/** The pile of pictures and the inspector who judges them. */
export function Desk({ frame, scene, cards }: DeskProps): JSX.Element {
  const { inspector: asleep } = useContext(SleepersContext);
  const fooled = scene === 'reveal' && cards.some(({ wrong, truth }) => wrong && truth === 'forged');
  return (
    <>
      <RegionFrame region="pile" label={l10n.t('Pile')} class="pile">
        <RegionHeading region="pile">{l10n.t('Pile')}</RegionHeading>
        <PileContent frame={frame} scene={scene} shown={cards.length} />
      </RegionFrame>
      <Arrow length={38} name="to-inspector" />
      <RegionFrame region="inspector" label={l10n.t('Inspector')} class="inspector">
        <p class="bubble">{inspectorSays(frame)}</p>
        <RegionHeading region="inspector">{l10n.t('Inspector')}</RegionHeading>
        <div class="inspector-figure">
          <Inspector mood={inspectorMood(frame)} fooled={fooled} asleep={asleep} />
        </div>
      </RegionFrame>
    </>
  );
}

interface PileContentProps {
  readonly frame: RunFrame | undefined;
  readonly scene: Scene;
  readonly shown: number;
}

/** The pile itself; once it lies on the ruler, what came of it, measured on the whole batch. */
function PileContent({ frame, scene, shown }: PileContentProps): JSX.Element {
  switch (scene) {
    case 'start':
      return <Fan />;
    case 'drawReal':
      return <Fan faceDown />;
    case 'forge':
      return <Fan pictures={frame?.batch?.pictures} />;
    case 'judge':
      return <p class="pile-note">{howMany(shown, frame?.batch?.total ?? shown)}</p>;
    case 'reveal':
      return <Tally frame={frame} shown={shown} title={l10n.t('He was right about')} />;
    case 'trainDiscriminator':
      return <Tally frame={frame} shown={shown} title={l10n.t('Before, he was right about')} />;
    case 'forgeAgain':
      return (
        <p class="pile-note">
          {join(
            l10n.t('{0} fresh forgeries, {1} shown.', frame?.generatorBatch?.total ?? shown, shown),
            frame?.generatorBatch?.hints && l10n.t('Below each: its hint.'),
          )}
        </p>
      );
    case 'trainGenerator':
      return <Improvement frame={frame} />;
    default:
      return unreachable(scene);
  }
}

function howMany(shown: number, total: number): string {
  return shown < total ? l10n.t('{0} of {1} on the ruler', shown, total) : l10n.t('all {0} judged', total);
}

interface FanProps {
  readonly pictures?: Pictures | undefined;
  readonly faceDown?: boolean;
}

/** Cards on top of each other: faces, backs, or outlines while there are none. */
function Fan({ pictures, faceDown = false }: FanProps): JSX.Element {
  const kind = faceDown ? 'backs' : pictures ? 'faces' : 'outlines';
  return (
    <div class={`fan ${kind}`}>
      {Array.from({ length: FAN }, (_, index) => (
        <span class="fan-card" style={{ '--at-card': index }} key={index}>
          <Tile pictures={faceDown ? undefined : pictures} index={index} />
        </span>
      ))}
    </div>
  );
}

interface TallyProps {
  readonly frame: RunFrame | undefined;
  readonly shown: number;
  readonly title: string;
}

/** How often the inspector was right, about each kind, in the whole batch. */
function Tally({ frame, shown, title }: TallyProps): JSX.Element {
  const { metrics, batch: pile } = frame ?? {};
  return (
    <dl class="tally">
      <dt>{title}</dt>
      <dd>
        <SealBadge size={18} /> {metrics ? percent(metrics.accuracyOnReal) : '–'}
        <span class="visually-hidden">{l10n.t('of the real ones')}</span>
      </dd>
      <dd>
        <MaskBadge size={18} /> {metrics ? percent(metrics.accuracyOnFake) : '–'}
        <span class="visually-hidden">{l10n.t('of the forgeries')}</span>
      </dd>
      <dd class="tally-note">{howMany(shown, pile?.total ?? shown)}</dd>
    </dl>
  );
}

/** The mean score of the same latent vectors before and after the generator's update. */
function Improvement({ frame }: { readonly frame: RunFrame | undefined }): JSX.Element {
  const { generatorBatch: handIn } = frame ?? {};
  if (handIn === undefined || handIn.probabilitiesAfter === undefined) {
    return <Fan />;
  }
  return (
    <dl class="tally">
      <dt>{l10n.t('Their mean score')}</dt>
      <dd>
        {percent(mean(handIn.probabilities))} <Arrow length={18} /> {percent(mean(handIn.probabilitiesAfter))}
      </dd>
      <dd class="tally-note">
        {join(l10n.t('Same noise, repainted.'), handIn.hints && l10n.t('Below each: forgery + hint.'))}
      </dd>
    </dl>
  );
}
