import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { KafkaFiles } from './files.ts';

/** What a JVM is started with; the same explicit, sorted class path every time, or the archive would not match it. */
export function javaArguments(jvm: {
  readonly kafka: KafkaFiles;
  readonly heapMB: number;
  readonly archive: string | null;
  readonly logging: string;
  readonly log?: string;
  readonly main: string;
  readonly args: readonly string[];
}): readonly string[] {
  return [
    `-Xmx${jvm.heapMB}m`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:-UsePerfData',
    ...(jvm.archive ? [`-XX:SharedArchiveFile=${jvm.archive}`, '-Xshare:auto'] : []),
    '-Djava.awt.headless=true',
    '-Dlog4j2.disableJmx=true',
    `-Dlog4j2.configurationFile=${jvm.logging}`,
    ...(jvm.log ? [`-Dproving.log=${jvm.log}`] : []),
    '-cp',
    classPath(jvm.kafka.libs),
    jvm.main,
    ...jvm.args,
  ];
}

/** The surroundings of a JVM: the learner's, without what would change the JVM behind our back. */
export function javaEnvironment(): NodeJS.ProcessEnv {
  const { JAVA_TOOL_OPTIONS: _a, JDK_JAVA_OPTIONS: _b, _JAVA_OPTIONS: _c, CLASSPATH: _d, ...rest } = process.env;
  // glibc keeps up to eight arenas per core; two keep the resident size of a many-threaded JVM down.
  return { ...rest, MALLOC_ARENA_MAX: '2' };
}

function classPath(libs: string): string {
  return readdirSync(libs)
    .filter((name) => name.endsWith('.jar'))
    .toSorted()
    .map((name) => join(libs, name))
    .join(delimiter);
}
