// Trains a GAN with the very engine of the lessons, on the CPU and without a browser:
//   npm run train -- --data portraits --seed 3 --rounds 800 --set loss=hinge --set gSteps=2 [--json] [--sheet FILE.png]
//   npm run train -- --help
import { writeFile } from 'node:fs/promises';
import type { Problem } from '../src/shared/result';
import { parseCommand, usage, type Command } from './train/command';
import { contactSheet } from './train/contactSheet';
import { describeRun, runAsJson } from './train/report';
import { trainRun } from './train/trainedRun';

const command = parseCommand(process.argv.slice(2));
if (!command.ok) {
  complain(command.problem);
} else if (command.value.kind === 'help') {
  console.log(usage());
} else {
  await train(command.value);
}

async function train({
  hyperparameters,
  rounds,
  json,
  sheet,
}: Extract<Command, { kind: 'train' }>): Promise<void> {
  const run = await trainRun(hyperparameters, rounds);
  if (!run.ok) {
    complain(run.problem);
    return;
  }
  console.log(json ? runAsJson(run.value) : describeRun(run.value));
  if (sheet !== undefined) {
    await writeFile(sheet, contactSheet(run.value));
  }
}

function complain({ message, next }: Problem): void {
  console.error(`${message} ${next}`);
  process.exitCode = 1;
}
