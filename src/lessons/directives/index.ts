import type { SectionKind } from '../../shared/domain/lesson';
import { activity } from './activity';
import { deeper } from './deeper';
import { experiment } from './experiment';
import { figure } from './figure';
import { formula } from './formula';
import { goal } from './goal';
import { passage } from './passage';
import { prediction } from './prediction';
import { question } from './question';
import type { SectionReader } from './sectionReader';
import { tryOut } from './try';

/** How each kind of section is read, by the name of its directive. */
export const SECTION_READERS: Readonly<Record<SectionKind, SectionReader>> = {
  passage,
  prediction,
  question,
  experiment,
  try: tryOut,
  goal,
  formula,
  activity,
  figure,
  deeper,
};

export function isSectionKind(name: string): name is SectionKind {
  return Object.hasOwn(SECTION_READERS, name);
}

/** The kinds of section, in the order in which they are explained. */
export const SECTION_KINDS: readonly SectionKind[] = Object.keys(SECTION_READERS).filter(isSectionKind);
