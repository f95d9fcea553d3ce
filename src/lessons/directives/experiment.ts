import * as v from 'valibot';
import { HyperparameterChangesSchema } from '../../shared/hyperparameters';
import { PRESETS } from '../../shared/presets';
import { renderHtml } from '../lessonMarkdown';
import { problemOfRun } from './runChanges';
import { sectionReader } from './sectionReader';
import { CountSchema, SlugSchema } from './values';

const ExperimentDirectiveSchema = v.strictObject({
  id: SlugSchema,
  preset: v.optional(v.picklist(PRESETS.map(({ id }) => id))),
  run: v.optional(HyperparameterChangesSchema, {}),
  rounds: v.optional(CountSchema),
});

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
