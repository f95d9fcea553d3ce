import * as l10n from '@vscode/l10n';
import type { LessonStep } from '../shared/domain/lesson';
import { isSectionKind, SECTION_READERS } from './directives';
import { readDirective, type OutlineSection } from './directives/directive';
import type { ReadSection, SectionNeeds } from './directives/sectionReader';
import { StepDirectiveSchema } from './directives/step';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { renderHtml } from './lessonMarkdown';
import type { Outline } from './lessonOutline';

/** The steps of a lesson, with what has to be looked at when all of them are known. */
export interface ReadSteps {
  readonly steps: LessonStep[];
  /** The ids of all steps and sections, also of those with an error of their own. */
  readonly ids: ReadonlySet<string>;
  /** Whether the ids are known of all headings. */
  readonly complete: boolean;
  /** What the sections ask of others, in the order of the text. */
  readonly sections: readonly PlacedNeeds[];
}

/** What a section needs, and by which name the others know it. */
export interface PlacedNeeds {
  readonly id: string;
  readonly kind: string;
  readonly needs: SectionNeeds;
  /** The round at which an experiment stops; absent for all else. */
  readonly rounds?: number;
}

/** Reads the directives of all headings and what stands below them. */
export function readSteps(outline: Outline, report: DiagnosticCollector): ReadSteps {
  const steps: LessonStep[] = [];
  const ids = new Set<string>();
  const sections: PlacedNeeds[] = [];
  let complete = outline.complete;
  const claim = (id: string, offset: number): void => {
    if (ids.has(id)) {
      report.error(offset, l10n.t('The id "{0}" is already taken in this lesson. Choose another.', id));
    }
    ids.add(id);
  };
  for (const part of outline.sections) {
    if (part.rank === 'step') {
      const read = readDirective(part.directive, StepDirectiveSchema, report);
      complete &&= read !== undefined;
      if (read) {
        claim(read.value.id, read.offsetOf('id'));
        steps.push({ ...read.value, title: part.title, html: renderHtml(part.content), sections: [] });
      }
      continue;
    }
    const read = readSection(part, report);
    complete &&= read !== undefined;
    if (read) {
      claim(read.id, read.idOffset);
      sections.push(placedNeeds(part, read));
      if (read.section) {
        steps.at(-1)?.sections.push(read.section);
      }
    }
  }
  if (outline.sections.length === 0) {
    report.error(
      report.positions.text.length,
      l10n.t('The lesson has no step: a heading that begins with "##".'),
    );
  }
  return { steps, ids, complete, sections };
}

function readSection(part: OutlineSection, report: DiagnosticCollector): ReadSection | undefined {
  const { name } = part.directive;
  return isSectionKind(name) ? SECTION_READERS[name].read(part, report) : undefined;
}

function placedNeeds({ directive }: OutlineSection, { id, needs, section }: ReadSection): PlacedNeeds {
  const rounds = section?.kind === 'experiment' ? section.rounds : undefined;
  return { id, kind: directive.name, needs, ...(rounds === undefined ? {} : { rounds }) };
}
