import * as l10n from '@vscode/l10n';
import type { RunFrame } from '../../../src/shared/wire/run';
import { illnessName } from './words';

/** Tells of each illness once, when it is first found; of a cure when nothing is wrong any more. */
export class IllnessNews {
  private known: ReadonlySet<string> = new Set();

  /** @param say tells a screen reader once */
  constructor(private readonly say: (text: string) => void) {}

  frameArrived({ diagnoses }: RunFrame): void {
    if (diagnoses === undefined) {
      return;
    }
    const news = diagnoses.filter(({ problem: illness }) => !this.known.has(illness));
    const wasIll = this.known.size > 0;
    this.known = new Set(diagnoses.map(({ problem: illness }) => illness));
    for (const { problem: illness, evidence } of news) {
      this.say(l10n.t('Diagnosis: {0}. {1}', illnessName(illness), evidence));
    }
    if (wasIll && diagnoses.length === 0) {
      this.say(l10n.t('Diagnosis: no problems any more.'));
    }
  }

  /** Another run begins. */
  reset(): void {
    this.known = new Set();
  }
}
