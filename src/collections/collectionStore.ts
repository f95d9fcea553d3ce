import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { describeError, type Disposable } from '../emitter';
import type { Log } from '../log';
import { readFile, replaceFile, type Folder } from '../session/folder';
import { isIntact, type OwnCollection } from '../shared/domain/collection';
import { OWN_DATA, type OwnData } from '../shared/domain/hyperparameters';
import { MemoryCollections, type OwnCollections } from './ownCollections';
import { MOST_SAMPLES, whole } from '../shared/domain/numbers';

/** Collections that stay on disk, the last ones used: at most 7 MB each, and a lesson's run needs only its own. */
export const KEPT_COLLECTIONS = 8;
const INDEX = 'collections.json';

const EntrySchema = v.object({
  data: v.picklist(OWN_DATA),
  name: v.string(),
  count: whole(1, MOST_SAMPLES),
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  /** Of its classes, whose numbers stand behind its bytes in the file; absent where it has none. */
  names: v.optional(v.array(v.string())),
  how: v.optional(v.string()),
});
/** All collections on disk, the one that was used last first. */
const IndexSchema = v.object({ version: v.literal(1), collections: v.array(EntrySchema) });

type Entry = v.InferOutput<typeof EntrySchema>;

/**
 * Keeps the learner's decoded collections: the bytes of each in a file of its own, named after their digest, and a list
 * of all, which is replaced when the bytes that it speaks of are complete. What cannot be kept or read is told
 * in the log and costs nothing but itself.
 */
export class CollectionStore implements OwnCollections, Disposable {
  private readonly present = new MemoryCollections();
  private entries: readonly Entry[] = [];
  private loading: Promise<void> | undefined;
  /** All work on the folder, one after the other. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: Folder,
    private readonly log: Log,
  ) {}

  load(): Promise<void> {
    this.loading ??= this.enqueue(() => this.readIndex());
    return this.loading;
  }

  latest(data: OwnData): OwnCollection | undefined {
    return this.present.latest(data);
  }

  async find(data: OwnData, digest: string | undefined): Promise<OwnCollection | undefined> {
    const latest = await this.present.find(data, digest);
    if (latest) {
      return latest;
    }
    let found: OwnCollection | undefined;
    await this.enqueue(async () => {
      const entry = this.entries.find((one) => one.data === data && one.digest === digest);
      found = entry && (await this.read(entry));
    });
    if (found) {
      this.add(found);
    }
    return found;
  }

  add(collection: OwnCollection): void {
    this.present.add(collection);
    void this.enqueue(() => this.write(collection));
  }

  /** Settles when everything that was handed over until now is on disk. */
  flush(): Promise<void> {
    return this.queue;
  }

  /** Lets what is being written end, as far as the host still lets it. */
  dispose(): void {
    void this.flush();
  }

  private async readIndex(): Promise<void> {
    const json = await readFile(this.folder, INDEX);
    if (!json) {
      return;
    }
    this.entries = v.parse(IndexSchema, JSON.parse(new TextDecoder().decode(json))).collections;
    for (const data of OWN_DATA) {
      await this.readLatest(data);
    }
  }

  /** Of a kind, the first that can be read. */
  private async readLatest(data: OwnData): Promise<void> {
    for (const entry of this.entries.filter((one) => one.data === data)) {
      const collection = await this.read(entry);
      if (collection) {
        this.present.add(collection);
        return;
      }
    }
  }

  private async read(entry: Entry): Promise<OwnCollection | undefined> {
    const content = await this.folder.read(fileName(entry));
    const collection = content && fromFile(entry, content);
    if (collection && isIntact(collection)) {
      return collection;
    }
    this.log.warn(
      collection
        ? l10n.t('The collection "{0}" was skipped: its file is damaged.', entry.name)
        : l10n.t('The collection "{0}" was skipped: its file is missing.', entry.name),
    );
    return undefined;
  }

  private async write(collection: OwnCollection): Promise<void> {
    const entry = entryOf(collection);
    await this.folder.write(fileName(entry), contentOf(collection));
    const others = this.entries.filter((one) => fileName(one) !== fileName(entry));
    const all = [entry, ...others];
    this.entries = all.slice(0, KEPT_COLLECTIONS);
    const index: v.InferInput<typeof IndexSchema> = { version: 1, collections: [...this.entries] };
    await replaceFile(this.folder, INDEX, new TextEncoder().encode(JSON.stringify(index)));
    for (const old of all.slice(KEPT_COLLECTIONS)) {
      await this.folder.remove(fileName(old));
    }
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      this.log.warn(
        l10n.t("The learner's own collections could not be kept or read back: {0}", describeError(error)),
      );
    });
    return this.queue;
  }
}

function fileName({ data, digest }: Pick<Entry, 'data' | 'digest'>): string {
  return `${data}.${digest}.collection`;
}

function entryOf({ data, name, count, digest, labels, how }: OwnCollection): Entry {
  return {
    data,
    name,
    count,
    digest,
    ...(labels && { names: labels.names }),
    ...(how !== undefined && { how }),
  };
}

/** What a collection's file holds: the samples and, behind them, their classes. */
function contentOf({ bytes, labels }: OwnCollection): Uint8Array<ArrayBuffer> {
  if (labels === undefined) {
    return bytes;
  }
  const content = new Uint8Array(bytes.length + labels.classes.length);
  content.set(bytes);
  content.set(labels.classes, bytes.length);
  return content;
}

function fromFile({ names, ...entry }: Entry, content: Uint8Array<ArrayBuffer>): OwnCollection {
  if (names === undefined) {
    return { ...entry, bytes: content };
  }
  const end = Math.max(0, content.length - entry.count);
  return { ...entry, bytes: content.slice(0, end), labels: { names, classes: content.slice(end) } };
}
