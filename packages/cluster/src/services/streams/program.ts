import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { PreparedStreams } from './prepare.ts';

/** What the JVM of an application is started with. */
export function streamsArguments(
  { files }: PreparedStreams,
  run: {
    readonly kept: string;
    readonly classes: string;
    readonly main: string;
    readonly folder: string;
    /** What `makesArchive` or `usesArchive` said. */
    readonly archive: readonly string[];
  },
): readonly string[] {
  return [
    '-Xmx128m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:-UsePerfData',
    ...run.archive,
    '-Djava.awt.headless=true',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    [...jarsOf(files.libs), run.kept].join(delimiter),
    'Kept',
    run.classes,
    run.main,
    join(run.folder, 'settings.properties'),
  ];
}

/** Always in one order: an archive fits one class path. */
const jarsOf = (libs: string): readonly string[] =>
  readdirSync(libs)
    .filter((name) => name.endsWith('.jar'))
    .toSorted()
    .map((name) => join(libs, name));
