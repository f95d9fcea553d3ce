import * as l10n from '@vscode/l10n';
import type { Token } from 'markdown-it';
import * as v from 'valibot';
import type { AnswerSpec, Option } from '../../shared/domain/lesson';
import { unreachable } from '../../shared/result';
import { renderHtml } from '../lessonMarkdown';
import { described, type Described } from '../vocabulary/words';
import { findOptions, finalQuotation, type ListedOption, type OptionList } from './optionList';
import type { SectionSource } from './sectionReader';
import { ValueSchema } from './values';

const ToleranceSchema = v.pipe(
  ValueSchema,
  v.minValue(0, (issue) => l10n.t('A tolerance is 0 or more, not {0}.', issue.received)),
);

function typeSchema<const Schema extends v.GenericSchema>(schema: Schema): Described<Schema> {
  return described(schema, {
    describe: () => l10n.t('How it is answered: by one option, by several, or by a number.'),
    describeChoice: describeType,
  });
}

function describeType(type: string): string | undefined {
  switch (type) {
    case 'single':
      return l10n.t('Exactly one option is right and begins with "[x]", the others with "[ ]".');
    case 'multiple':
      return l10n.t('One or more options are right; choose all of them.');
    case 'number':
      return l10n.t('A number is typed; "answer" and "tolerance" say what is right.');
    default:
      return undefined;
  }
}

/** The keys of a section that asks for one or several of its options. */
export const ChoiceKeys = { type: typeSchema(v.picklist(['single', 'multiple'])) };

/** The keys of a section that asks for a number. */
export const NumberKeys = {
  type: typeSchema(v.literal('number')),
  answer: described(ValueSchema, () => l10n.t('The right number.')),
  tolerance: v.optional(
    described(ToleranceSchema, () => l10n.t('How far from it an answer may be and still be right.')),
    0,
  ),
  unit: v.optional(
    described(v.string(), () => l10n.t('What the number counts, such as "rounds".')),
    '',
  ),
};

interface NumberValues {
  readonly type: 'number';
  readonly answer: number;
  readonly tolerance: number;
  readonly unit: string;
}

/** What a directive says about the answer that is asked for. */
type AnswerValues = { readonly type: 'single' | 'multiple' } | NumberValues;

/** A question without its answers. */
interface AskedText {
  /** HTML of what is asked. */
  readonly html: string;
  readonly answer: AnswerSpec;
}

const EXAMPLE = '- [x] …\n\n  > …';

/** Reads the question, its answers and the feedback for each; `undefined` after at least one error was reported. */
export function readAnswer(source: SectionSource<AnswerValues>): AskedText | undefined {
  const { values } = source;
  switch (values.type) {
    case 'single':
    case 'multiple':
      return readChoice(source, values.type);
    case 'number':
      return readNumber(source, values);
    default:
      return unreachable(values);
  }
}

function readNumber(source: SectionSource<unknown>, values: NumberValues): AskedText | undefined {
  const { content, report, offsetOf } = source;
  const list = findOptions(content);
  if (list) {
    report.error(
      report.positions.lineStart(list.line),
      l10n.t('A number is typed, so it has no options. Write "type: single" or delete the list.'),
    );
    return undefined;
  }
  const final = finalQuotation(content);
  if (!final) {
    report.error(
      offsetOf('type'),
      l10n.t('The feedback is missing: end the section with a quotation, "> …", that explains the number.'),
    );
    return undefined;
  }
  const { answer, tolerance, unit } = values;
  const feedback = renderHtml(final.quotation);
  return {
    html: renderHtml(final.before),
    answer: { type: 'number', value: answer, tolerance, unit, feedback },
  };
}

function readChoice(source: SectionSource<unknown>, type: 'single' | 'multiple'): AskedText | undefined {
  const { content, report, offsetOf } = source;
  const list = findOptions(content);
  if (!list) {
    report.error(
      offsetOf('type'),
      l10n.t(
        'The options are missing: a list whose items begin with "[ ]" or, if right, "[x]": {0}',
        EXAMPLE,
      ),
    );
    return undefined;
  }
  const options = list.options
    .map((option) => readOption(option, source))
    .filter((option) => option !== undefined);
  if (options.length < list.options.length) {
    // What is wrong with the list as a whole may come from that.
    return undefined;
  }
  const rest = firstLine(list.after);
  if (rest !== undefined) {
    report.error(
      report.positions.lineStart(rest),
      l10n.t('The options end their section. Move this above them, or under a heading of its own.'),
    );
    return undefined;
  }
  const problem = problemOf(list, type);
  if (problem !== undefined) {
    report.error(report.positions.lineStart(list.line), problem);
    return undefined;
  }
  return { html: renderHtml(list.before), answer: { type, options } };
}

/** What is wrong with the options as a whole. */
function problemOf({ options }: OptionList, type: 'single' | 'multiple'): string | undefined {
  const right = options.filter(({ correct }) => correct).length;
  if (options.length < 2) {
    return l10n.t('One option is no choice: write at least two.');
  }
  if (type === 'single' && right !== 1) {
    return l10n.t(
      'Exactly one option of "type: single" is right and begins with "[x]"; here {0} do. For several write "type: multiple".',
      right,
    );
  }
  return right === 0 ? l10n.t('No option is right: begin at least one with "[x]".') : undefined;
}

function readOption(option: ListedOption, { report }: SectionSource<unknown>): Option | undefined {
  const { correct, content, feedback, line } = option;
  const offset = report.positions.lineStart(line);
  const [only] = feedback;
  if (correct === undefined) {
    report.error(offset, l10n.t('An option begins with "[ ]" or, if it is right, "[x]".'));
    return undefined;
  }
  const html = renderHtml(content);
  if (html.trim() === '') {
    report.error(offset, l10n.t('This option has no words.'));
    return undefined;
  }
  if (!only || feedback.length > 1) {
    report.error(
      offset,
      l10n.t(
        'Each option has one quotation as its feedback, indented below it after an empty line: "{0}". This one has {1}.',
        '  > …',
        feedback.length,
      ),
    );
    return undefined;
  }
  return { html, correct, feedback: renderHtml(only) };
}

function firstLine(tokens: readonly Token[]): number | undefined {
  return tokens.find(({ map }) => map)?.map?.[0];
}
