import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import type { RunFrame } from '../../../src/shared/run';
import { InfoGlyph } from '../../ui/controlIcons';
import { MaskBadge, SealBadge } from '../../ui/icons';
import { measure, percent } from '../../ui/l10n';
import { accuracyHint, distanceHint, kindsText, lossesHint } from './words';
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
  const kinds = quality && kindsText(quality);
  return (
    <section id="measures" class="measures" aria-label={l10n.t('Measures')}>
      <dl>
        <Measure name={l10n.t('Inspector is right')} hint={accuracyHint(metrics)}>
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
          <Measure name={l10n.t('Distance from real')} hint={distanceHint(quality, frame?.initialQuality)}>
            <span class="value">{measure(quality.miniFid)}</span>
          </Measure>
        )}
        {kinds !== undefined && (
          <Measure name={l10n.t('Kinds she paints')} hint={l10n.t('of those in the museum')}>
            <span class="value">{kinds}</span>
          </Measure>
        )}
        <Measure name={l10n.t('Losses')} hint={lossesHint(metrics)}>
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
