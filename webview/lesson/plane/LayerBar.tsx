import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PLANE_LAYERS, type PlaneLayer } from '../../../src/shared/wire/plane';
import { moveFocusWithArrows } from '../transport/arrowKeys';
import { layerHint, layerName } from './view/words';
import './layerBar.css';

interface LayerBarProps {
  readonly layers: readonly PlaneLayer[];
  readonly onShowLayers: (layers: readonly PlaneLayer[]) => void;
}

/** Switches for what is drawn on the plane: one stop of the tabulator key, walked with the arrow keys. */
export function LayerBar({ layers, onShowLayers }: LayerBarProps): JSX.Element {
  const [stop, setStop] = useState(0);
  const toggle = (layer: PlaneLayer): void =>
    onShowLayers(
      PLANE_LAYERS.filter((other) => (other === layer ? !layers.includes(layer) : layers.includes(other))),
    );
  return (
    <div class="layer-bar" role="toolbar" aria-label={l10n.t('Layers')} onKeyDown={moveFocusWithArrows}>
      {PLANE_LAYERS.map((layer, index) => (
        <button
          type="button"
          key={layer}
          aria-pressed={layers.includes(layer)}
          data-tip={layerHint(layer)}
          tabIndex={index === stop ? 0 : -1}
          data-layer={layer}
          onFocus={() => setStop(index)}
          onClick={() => toggle(layer)}
        >
          {isMarked(layer) && <LayerGlyph layer={layer} />}
          {layerName(layer)}
        </button>
      ))}
    </div>
  );
}

const GLYPHS = {
  real: 'M3.5 8a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0',
  generated: 'M8 2.5 13.5 8 8 13.5 2.5 8Z',
  arrows: 'M2.5 13 13 3M7 3h6v6',
} as const;

type MarkedLayer = keyof typeof GLYPHS;

function isMarked(layer: PlaneLayer): layer is MarkedLayer {
  return Object.hasOwn(GLYPHS, layer);
}

/** A mark as it is drawn on the plane. */
export function LayerGlyph({ layer }: { readonly layer: MarkedLayer }): JSX.Element {
  return (
    <svg class={`layer-glyph ${layer}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={GLYPHS[layer]} />
    </svg>
  );
}
