import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { markOf } from '../../jvm/jdk.ts';
import { makes, uses } from '../registry/program.ts';
import type { PreparedStreams } from './prepare.ts';

/** What the JVM of an application is started with. */
export interface StreamsProgram {
  readonly args: readonly string[];
  /** What it will leave when it ends by itself, and where that belongs; null: it is no rehearsal. */
  readonly archive: { readonly draft: string; readonly for: string } | null;
}

export function streamsProgram(
  { files, jdk }: PreparedStreams,
  run: { readonly kept: string; readonly classes: string; readonly main: string; readonly folder: string },
): StreamsProgram {
  const archive = files.archive(markOf(jdk));
  const isThere = existsSync(archive);
  const making = run.main === 'Rehearsal';
  const draft = join(run.folder, 'archive.jsa');
  const args = [
    '-Xmx128m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:-UsePerfData',
    ...(making ? makes(jdk, draft) : uses(jdk, isThere ? archive : null)),
    '-Djava.awt.headless=true',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    [...jarsOf(files.libs), run.kept].join(delimiter),
    'Kept',
    run.classes,
    run.main,
    join(run.folder, 'settings.properties'),
  ];
  return { args, archive: making ? { draft, for: archive } : null };
}

/** Says that this JVM was asked for an archive and made none. */
export const noArchive = (archive: string): string => `${archive}.none`;

/** Always in one order: an archive fits one class path. */
const jarsOf = (libs: string): readonly string[] =>
  readdirSync(libs)
    .filter((name) => name.endsWith('.jar'))
    .toSorted()
    .map((name) => join(libs, name));
