// Verifies the hand-in reports of a class without a window, for autograding:
//   npm run verify -- FOLDER [--csv FILE] [--table comma|semicolon|moodle|canvas] [--lessons FOLDER]... [--language en] [--threads N]
// Reports are found in the folder, below it and in its .zip files. Their runs are trained again, each in a thread of its
// own. Prints the results of the class in Markdown, or writes a table. Ends with 1 when there was nothing to read.
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { judgeClass, type ReadSubmission } from '../src/reports/classResults';
import { classTable, TABLE_KINDS } from '../src/reports/classTable';
import { classView } from '../src/reports/classView';
import { jobsOf } from '../src/reports/reportCheck';
import { readReport } from '../src/reports/reportFile';
import { version } from '../package.json';
import { lessonsIn, submissionsBelow } from './verify/files';
import { trainInThread, trainInThreads } from './threads/trainInThreads';

const USAGE =
  'Usage: npm run verify -- FOLDER [--csv FILE] [--table comma|semicolon|moodle|canvas] [--lessons FOLDER]... [--language en] [--threads N]';

if (!(await trainInThread())) {
  try {
    await verify();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
  }
}

async function verify(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      csv: { type: 'string' },
      table: { type: 'string', default: 'comma' },
      lessons: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: 'en' },
      threads: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [folder] = positionals;
  const kind = TABLE_KINDS.find((one) => one === values.table);
  const threads = Number(values.threads);
  if (folder === undefined || kind === undefined || !Number.isInteger(threads) || threads < 1) {
    complain(USAGE);
    return;
  }
  const lessons = await lessonsIn([...values.lessons, path.join('lessons', values.language)]);
  const read = (await submissionsBelow(folder)).map(({ path: file, student, text }): ReadSubmission => {
    const report = text.ok ? readReport(text.value) : text;
    if (!report.ok) {
      return { path: file, student, content: { problem: report.problem.message } };
    }
    const { id, title } = report.value.report.lesson;
    const lesson = lessons.get(id);
    return {
      path: file,
      student,
      content: lesson
        ? { ...report.value, lesson }
        : { problem: `There is no lesson "${title}" here: name its folder with --lessons.` },
    };
  });
  if (read.length === 0) {
    complain(`There is no report in ${folder}, in the folders below it or in its .zip files.`);
    return;
  }
  const jobs = jobsOf(read.flatMap(({ content }) => ('problem' in content ? [] : [content])));
  let done = 0;
  const outcomes = await trainInThreads(new URL(import.meta.url), jobs, threads, () => {
    done += 1;
    console.error(`${done} of ${jobs.length} runs are trained again.`);
  });
  const entries = judgeClass(read, outcomes, { language: values.language, program: version });
  if (values.csv === undefined) {
    console.log(classView(entries, path.basename(path.resolve(folder))));
  } else {
    await writeFile(values.csv, classTable(entries, kind));
    console.log(`${entries.length} rows are in ${values.csv}.`);
  }
}

function complain(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
