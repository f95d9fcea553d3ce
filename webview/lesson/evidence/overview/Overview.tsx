import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Region } from '../../../../src/shared/domain/regions';
import type { LayerShape, RunStart } from '../../../../src/shared/wire/run';
import { Arrow } from '../../../ui/icons';
import { overviewBoxes, shapeText, type Box, type OverviewSource } from './boxes';

interface OverviewProps extends OverviewSource {
  /** A box was chosen: its passage is marked, and its part of the stage lit. */
  readonly onChooseRegion: (region: Region) => void;
}

/** The data flow of a round with shapes and live numbers; each box leads to its place on the stage and to its note. */
export function Overview({ start, frame, hyperparameters, onChooseRegion }: OverviewProps): JSX.Element {
  const boxes = overviewBoxes({ start, frame, hyperparameters });
  return (
    <div class="overview">
      <ul class="flow" aria-label={l10n.t('Data flow of a round')}>
        {boxes.map((box) => (
          <FlowBox key={box.id} box={box} onChoose={() => onChooseRegion(box.region)} />
        ))}
      </ul>
      <Layers start={start} />
    </div>
  );
}

function FlowBox({ box, onChoose }: { readonly box: Box; readonly onChoose: () => void }): JSX.Element {
  const { id, title, lines, isActive } = box;
  const isGradient = id === 'generatorGradient' || id === 'discriminatorGradient';
  return (
    <li class={`flow-box flow-${id} ${isActive ? 'active' : ''} ${isGradient ? 'flow-gradient' : ''}`}>
      <button type="button" data-box={id} onClick={onChoose}>
        <b>{title}</b>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </button>
      <Arrow length={22} name="flow-arrow" />
    </li>
  );
}

/** Both networks layer by layer; there are rows only while it is open. */
function Layers({ start }: { readonly start: RunStart | undefined }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{l10n.t('Layers and shapes')}</summary>
      {isOpen && (
        <div class="layer-tables">
          <LayerTable caption={l10n.t('Generator')} layers={start?.generatorShapes ?? []} />
          <LayerTable caption={l10n.t('Discriminator')} layers={start?.discriminatorShapes ?? []} />
        </div>
      )}
    </details>
  );
}

interface LayerTableProps {
  readonly caption: string;
  readonly layers: readonly LayerShape[];
}

function LayerTable({ caption, layers }: LayerTableProps): JSX.Element {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{l10n.t('Layer')}</th>
          <th scope="col">{l10n.t('Output')}</th>
          <th scope="col">{l10n.t('Weights')}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ name, outputShape, parameters }, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{shapeText(outputShape)}</td>
            <td>{parameters.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
