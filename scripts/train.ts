// Trains a GAN with the very engine of the lessons, on the CPU and without a browser:
//   npm run train -- --data portraits --seed 3 --rounds 800 --set loss=hinge --set gSteps=2 [--json] [--sheet FILE.png]
//   npm run train -- --seeds 1-20 --vary loss=nonSaturating,hinge --jobs 2 [--csv FILE]
//   npm run train -- --help
// A sweep trains each of its runs in a thread of its own.
import { writeFile } from 'node:fs/promises';
import { sweepTable } from '../src/sweeps/sweepTable';
import { unreachable, type Problem } from '../src/shared/result';
import { parseCommand, usage, type Command } from './train/command';
import { contactSheet } from './train/contactSheet';
import { describeRun, runAsJson } from './train/report';
import { describeSweep, sweepAsJson } from './train/sweepReport';
import { trainSweep } from './train/trainedSweep';
import { trainRun } from './train/trainedRun';
import { trainInThread } from './threads/trainInThreads';

if (!(await trainInThread())) {
  await obey();
}

async function obey(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  if (!command.ok) {
    complain(command.problem);
    return;
  }
  switch (command.value.kind) {
    case 'help':
      console.log(usage());
      return;
    case 'train':
      return train(command.value);
    case 'sweep':
      return sweep(command.value);
    default:
      unreachable(command.value);
  }
}

async function sweep({ plan, runs, jobs, json, csv }: Extract<Command, { kind: 'sweep' }>): Promise<void> {
  const began = performance.now();
  let done = 0;
  const ends = await trainSweep(new URL(import.meta.url), plan, runs, jobs, () => {
    done += 1;
    console.error(`${done} of ${runs.length} runs are done.`);
  });
  const seconds = (performance.now() - began) / 1000;
  console.log(json ? sweepAsJson(plan, runs, ends) : describeSweep(plan, runs, ends, seconds));
  if (csv !== undefined) {
    await writeFile(csv, sweepTable(plan, runs, ends));
  }
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
