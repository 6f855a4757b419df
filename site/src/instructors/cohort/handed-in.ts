import { type Exported, readExportFile } from '@proving/progress/browser';

/** What came of files that were dropped or chosen. */
export interface HandedIn {
  readonly files: readonly Exported[];
  /** One sentence for each file that is no progress file, or that could not be read whole. */
  readonly notices: readonly string[];
}

/** Anything with a name and a text: a `File`, or a file of the made-up example. */
export interface TextFile {
  readonly name: string;
  text(): Promise<string>;
}

/** Reads files one after the other. One that is no progress file is named, and the others still count. */
export async function readHandedIn(all: readonly TextFile[], tell: (done: number, of: number) => void): Promise<HandedIn> {
  const files: Exported[] = [];
  const notices: string[] = [];
  for (const [i, file] of all.entries()) {
    tell(i, all.length);
    const { read, says } = await readOne(file);
    if (read) files.push(read);
    if (says) notices.push(says);
  }
  return { files, notices };
}

async function readOne(file: TextFile): Promise<{ readonly read: Exported | null; readonly says: string | null }> {
  try {
    const read = readExportFile(await file.text(), file.name);
    if (read === null)
      return {
        read,
        says: `${file.name} is no progress file: no line of it is an entry. Its learner makes one with pnpm progress export --as NAME.`,
      };
    const { length } = read.unreadable;
    const says =
      length === 0
        ? null
        : `${file.name}: ${length === 1 ? 'one line' : `${length} lines`} could not be read and ${length === 1 ? 'was' : 'were'} skipped.`;
    return { read, says };
  } catch (error) {
    return { read: null, says: `${file.name} could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
