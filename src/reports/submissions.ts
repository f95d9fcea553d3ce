import * as l10n from '@vscode/l10n';
import { unzipSync } from 'fflate';
import { describeError } from '../emitter';
import { failure, success, type Result } from '../shared/result';
import { LONGEST_REPORT } from './reportFile';

/** How the files of reports end. */
export const REPORT_ENDING = '.md';
/** How the archives end that learning platforms hand out. */
export const ARCHIVE_ENDING = '.zip';
/** More than any class hands in; the rest of a folder is left out, and that is said. */
export const MOST_SUBMISSIONS = 2000;
/** The size of an archive, and of what is unpacked from it, in bytes. */
export const LARGEST_ARCHIVE = 500_000_000;

/** A file that somebody handed in. */
export interface Submission {
  /** Below the folder or in the archive of the class, with `/`. */
  readonly path: string;
  readonly student: Student | undefined;
  readonly text: Result<string>;
}

/** Who handed a file in, as far as its path says so. */
export interface Student {
  readonly name: string;
  /** The learning platform's own number. */
  readonly id: string | undefined;
}

/** Moodle's folders: `Ada Beispiel_1234_assignsubmission_file`, with an underscore at the end in older versions. */
const MOODLE = /^(?<name>.+)_(?<id>\d+)_assignsubmission_(?:file|onlinetext)_?$/;
/** Canvas's files: `beispielada_1234_56789_report.md`, with LATE between for those that came late. */
const CANVAS = /^(?<name>[^_]+)_(?:LATE_)?(?<id>\d+)_\d+_./;

/** Who handed in the file at this path: from the name of a folder of Moodle's, of a file of Canvas's, or of any folder. */
export function studentOf(path: string): Student | undefined {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const named = folders.map((folder) => MOODLE.exec(folder)?.groups).find((groups) => groups !== undefined);
  const { name, id } = named ?? CANVAS.exec(file)?.groups ?? {};
  const found = name ?? folders.at(-1);
  return found === undefined ? undefined : { name: found.normalize('NFC'), id };
}

/** A file of which the bytes are known. */
export function submissionOf(path: string, bytes: Uint8Array): Submission {
  return { path, student: studentOf(path), text: textOf(bytes) };
}

/** A file that could not be read. */
export function unreadableSubmission(path: string, reason: string): Submission {
  return {
    path,
    student: studentOf(path),
    text: failure(l10n.t('It cannot be read: {0}', reason), l10n.t('Check that it is there and try again.')),
  };
}

/**
 * The reports in an archive, at any depth.
 *
 * @param path of the archive, which stands before the paths within it
 */
export function submissionsOfArchive(path: string, bytes: Uint8Array): Submission[] {
  let size = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isReportPath(name)) {
          return false;
        }
        size += originalSize;
        count += 1;
        return size <= LARGEST_ARCHIVE && count <= MOST_SUBMISSIONS;
      },
    });
    return Object.entries(files).map(([name, content]) => ({
      ...submissionOf(name, content),
      path: `${path}/${name}`,
    }));
  } catch (error) {
    return [unreadableSubmission(path, describeError(error))];
  }
}

/** Whether a path may be that of a report: systems leave files of their own in folders and archives. */
export function isReportPath(path: string): boolean {
  const parts = path.split('/');
  return (
    path.toLowerCase().endsWith(REPORT_ENDING) &&
    parts.every((part) => !part.startsWith('.') && part !== '__MACOSX')
  );
}

/** The text of a file in UTF-8, or in UTF-16 where it says so by its first two bytes. */
function textOf(bytes: Uint8Array): Result<string> {
  // Twice as many bytes are too many in any encoding.
  if (bytes.length > 2 * LONGEST_REPORT) {
    return failure(
      l10n.t('This file is too long for a report.'),
      l10n.t('Choose a file that “GAN: Write Report…” has written, as it was written.'),
    );
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return success(new TextDecoder('utf-16le').decode(bytes));
  }
  if (first === 0xfe && second === 0xff) {
    return success(new TextDecoder('utf-16be').decode(bytes));
  }
  return success(new TextDecoder().decode(bytes));
}
