import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { PRESETS } from '../../shared/domain/presets';
import { renderHtml } from '../lessonMarkdown';
import { changesSchema } from '../vocabulary/hyperparameters';
import { described } from '../vocabulary/words';
import { problemOfRun } from './runChanges';
import { sectionReader } from './sectionReader';
import { LastRoundSchema, OwnIdSchema } from './values';

const ExperimentDirectiveSchema = described(
  v.strictObject({
    id: OwnIdSchema,
    preset: v.optional(
      described(v.picklist(PRESETS.map(({ id }) => id)), {
        describe: () => l10n.t('A run that fails on purpose, measured on several seeds.'),
        describeChoice: (choice) => PRESETS.find(({ id }) => id === choice)?.title(),
      }),
    ),
    run: v.optional(
      changesSchema(() =>
        l10n.t('Hyperparameters that differ from the preset, or without one from the recipe of the data.'),
      ),
      {},
    ),
    rounds: v.optional(
      described(LastRoundSchema, () => l10n.t('The round at which it stops playing by itself.')),
    ),
  }),
  () => l10n.t('A run that the lesson proposes: a button starts it from round 0.'),
);

/** `<!-- experiment: { id: …, preset: modeCollapse, run: { seed: 1 }, rounds: 400 } -->` */
export const experiment = sectionReader(
  ExperimentDirectiveSchema,
  ({ values, title, content, report, offsetOf }) => {
    const preset = PRESETS.find(({ id }) => id === values.preset);
    const run = { ...preset?.changes, ...values.run };
    const problem = problemOfRun(run);
    if (problem !== undefined) {
      report.error(offsetOf('run'), problem);
      return undefined;
    }
    const { id, rounds } = values;
    const html = renderHtml(content);
    return { kind: 'experiment', id, title, html, run, ...(rounds === undefined ? {} : { rounds }) };
  },
);
