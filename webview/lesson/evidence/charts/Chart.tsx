import * as l10n from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { MaskBadge, SealBadge } from '../../../ui/icons';
import { onThemeChange } from '../../../ui/theme';
import { nearestIndex, valueAt, type ChartData } from './data';
import type { GoalLine, Pin } from './pins';
import { dashOf, Plot, type PlotPicture } from './plot';
import { axisFor } from './scales';
import type { ChartSpec, LineLook, LineSpec } from './specs';
import { pointText, summaryOf } from './words';

interface ChartProps {
  readonly spec: ChartSpec;
  readonly data: ChartData;
  /** Latest round of the run, where the horizontal axis ends. */
  readonly latest: number;
  /** The shown round, while a person looks back; absent at the latest one. */
  readonly shown: number | undefined;
  readonly pins: readonly Pin[];
  readonly goals: readonly GoalLine[];
  /** The place on the axis that a person points at, on this chart or beside it. */
  readonly probe: number | undefined;
  readonly onProbe: (round: number | undefined) => void;
  /** A round was chosen: the run is shown as it was then. Absent where there is no going back. */
  readonly onGoTo?: ((round: number) => void) | undefined;
}

/** One chart: what it is of, its values at the shown round or where a person points, and its lines. */
export function Chart(props: ChartProps): JSX.Element {
  const { spec, data, latest, shown, pins, probe, onProbe, onGoTo } = props;
  const place = useRef<HTMLDivElement>(null);
  const plot = usePlot(place, props);
  const pointed = probe === undefined ? undefined : nearestIndex(data.rounds, probe);
  useLayoutEffect(() => plot.current?.pointAt(pointed), [pointed, data]);
  const index = pointed ?? nearestIndex(data.rounds, shown ?? latest);
  const round = data.rounds[index] ?? 0;
  const pinsHere =
    pointed === undefined ? [] : pins.filter((pin) => nearestIndex(data.rounds, pin.round) === pointed);
  const move = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const target = walk(event.key, index, data.rounds.length);
    if (event.key === 'Escape' && probe !== undefined) {
      onProbe(undefined);
    } else if (event.key === 'Enter' && onGoTo !== undefined) {
      onGoTo(round);
    } else if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    } else {
      onProbe(data.rounds[target]);
    }
    // The panel's own keys step through the phases and rounds.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <figure class="chart" data-chart={spec.id} aria-label={spec.title}>
      <figcaption>
        <span class="chart-title">
          {spec.title} {pointed !== undefined && <small>{l10n.t('round {0}', round)}</small>}
        </span>
        <span class="chart-values" aria-hidden="true">
          {spec.lines.map((line, at) => (
            <Value key={at} line={line} spec={spec} value={valueAt(data.lines[at] ?? [], index)} />
          ))}
        </span>
        <span class="visually-hidden">{summaryOf(spec, data)}</span>
      </figcaption>
      <div
        ref={place}
        class={onGoTo === undefined ? 'plot' : 'plot leads-back'}
        role="slider"
        tabIndex={0}
        aria-label={l10n.t('{0}: walk through the rounds', spec.title)}
        aria-valuemin={data.rounds[0] ?? 0}
        aria-valuemax={data.rounds.at(-1) ?? 0}
        aria-valuenow={round}
        aria-valuetext={pointText(spec, data, index, pinsHere)}
        onPointerMove={(event) => onProbe(plot.current?.roundUnder(event.clientX))}
        onPointerLeave={() => onProbe(undefined)}
        onClick={() => pointed !== undefined && onGoTo?.(round)}
        onKeyDown={move}
        onBlur={() => onProbe(undefined)}
      />
      <p class="chart-ends" aria-hidden="true">
        <span>0</span>
        <span class={pinsHere.length > 0 ? 'pin-text' : 'hint'}>
          {pinsHere.length > 0 ? pinsHere.map(({ text }) => text).join(' · ') : spec.hint}
        </span>
        <span>{l10n.t('round {0}', latest)}</span>
      </p>
    </figure>
  );
}

const PAGE = 10;

/** Where a key leads among so many rounds; `undefined` for other keys. */
function walk(key: string, from: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    PageDown: from - PAGE,
    PageUp: from + PAGE,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

interface ValueProps {
  readonly line: LineSpec;
  readonly spec: ChartSpec;
  readonly value: number | undefined;
}

/** The mark of a line with its value; a chart's only line needs no mark. */
function Value({ line, spec, value }: ValueProps): JSX.Element {
  const alone = spec.lines.length === 1;
  return (
    <b class={`chart-value ${alone ? 'plain' : line.look}`} data-tip={line.name}>
      {!alone && <LineMark line={line} isPair={spec.lines.some(({ look }) => look === 'real')} />}
      {value === undefined ? '–' : spec.format(value)}
    </b>
  );
}

/** The seal and the mask where a chart is of both kinds of samples; else a piece of the line and its name. */
function LineMark({ line, isPair }: { readonly line: LineSpec; readonly isPair: boolean }): JSX.Element {
  if (isPair) {
    return line.look === 'real' ? <SealBadge size={16} /> : <MaskBadge size={16} />;
  }
  return (
    <>
      <Swatch look={line.look} />
      <span class="line-name">{line.name}</span>
    </>
  );
}

function Swatch({ look }: { readonly look: LineLook }): JSX.Element {
  return (
    <svg class={`swatch ${look}`} width="18" height="4" viewBox="0 0 18 4">
      <path d="M0 2h18" stroke-dasharray={dashOf(look)?.join(' ')} />
    </svg>
  );
}

function pictureOf({ spec, data, latest, shown, pins, goals }: ChartProps): PlotPicture {
  const reference = spec.reference;
  return {
    data,
    axis: axisFor(
      spec.scale,
      data.lines,
      goals.map(({ value }) => value),
    ),
    latest,
    marks: { pins, goals, reference, shown },
    format: spec.formatOnAxis,
  };
}

/** The drawing, made anew when the chart becomes another one, and painted with the next frame of the screen. */
function usePlot(
  place: { readonly current: HTMLDivElement | null },
  props: ChartProps,
): { readonly current: Plot | undefined } {
  const plot = useRef<Plot | undefined>(undefined);
  const last = useRef(props);
  last.current = props;
  const looks = props.spec.lines.map(({ look }) => look);
  useLayoutEffect(() => {
    const { current: element } = place;
    if (element === null) {
      return;
    }
    const created = new Plot(element, looks, pictureOf(last.current));
    plot.current = created;
    const sizes = new ResizeObserver(() => created.resize(element.clientWidth));
    sizes.observe(element);
    const stopListening = onThemeChange(() => created.recolour());
    return () => {
      sizes.disconnect();
      stopListening();
      created.dispose();
      plot.current = undefined;
    };
  }, [props.spec.id, props.spec.scale.kind]);
  const { data, latest, shown, pins, goals, spec } = props;
  useEffect(() => {
    const request = requestAnimationFrame(() => plot.current?.show(pictureOf(last.current)));
    return () => cancelAnimationFrame(request);
  }, [data, latest, shown, pins, goals, spec.reference?.value]);
  return plot;
}
