import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import type { RunFrame } from '../../../src/shared/run';
import { InfoGlyph } from '../../ui/controlIcons';
import { MaskBadge, SealBadge } from '../../ui/icons';
import { measure, percent } from '../../ui/l10n';
import './measures.css';

interface MeasureProps {
  readonly name: string;
  /** How to read it, in few words. */
  readonly hint: string;
  readonly children: ComponentChildren;
}

function Measure({ name, hint, children }: MeasureProps) {
  return (
    <div class="measure">
      <dt>{name}</dt>
      <dd>
        {children}
        <small>{hint}</small>
      </dd>
    </div>
  );
}

/** The run's measures in numbers. Nothing is shown before it exists. */
export function Measures({ frame }: { frame: RunFrame | undefined }) {
  const metrics = frame?.metrics;
  const quality = frame?.quality;
  if (metrics === undefined) {
    return (
      <section id="measures" class="measures empty" aria-label={l10n.t('Measures')}>
        <p>
          <InfoGlyph /> {l10n.t('Measures appear after the first round.')}
        </p>
      </section>
    );
  }
  const initial = frame?.initialQuality;
  return (
    <section id="measures" class="measures" aria-label={l10n.t('Measures')}>
      <dl>
        <Measure name={l10n.t('Inspector is right')} hint={l10n.t('of the pictures of this round')}>
          <span class="value real">
            <SealBadge size={16} />
            <span class="visually-hidden">{l10n.t('real:')}</span> {percent(metrics.accuracyOnReal)}
          </span>
          <span class="value fake">
            <MaskBadge size={16} />
            <span class="visually-hidden">{l10n.t('forged:')}</span> {percent(metrics.accuracyOnFake)}
          </span>
        </Measure>
        {quality !== undefined && (
          <Measure
            name={l10n.t('Distance from real')}
            hint={
              initial === undefined
                ? l10n.t('mini-FID, 0 is best')
                : l10n.t('mini-FID, 0 is best; began at {0}', measure(initial.miniFid))
            }
          >
            <span class="value">{measure(quality.miniFid)}</span>
          </Measure>
        )}
        {quality !== undefined && (
          <Measure name={l10n.t('Kinds of pictures')} hint={l10n.t('that the forger can paint')}>
            <span class="value">
              {l10n.t('{0} of {1}', quality.effectiveModes.toFixed(1), quality.modes)}
            </span>
          </Measure>
        )}
        <Measure name={l10n.t('Losses')} hint={l10n.t('not a measure of quality')}>
          <span class="value small">
            {l10n.t(
              'inspector {0}, forger {1}',
              measure(metrics.discriminatorLoss),
              measure(metrics.generatorLoss),
            )}
          </span>
        </Measure>
      </dl>
    </section>
  );
}
