import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../driver.ts';
import { type StreamsFiles, streamsFiles } from '../../jvm/files.ts';
import { findJdks, type Jdk, oldestJava } from '../../jvm/jdk.ts';
import { fetchJarsOf, findMaven, haveJars } from '../../jvm/maven.ts';
import { pass } from '../../turnstile.ts';
import { kafkaVersion } from '../../version.ts';
import { noJdkForStreams, noMavenForStreams } from './errors.ts';
import { streamsPom } from './version.ts';

/** What an application of Kafka Streams is compiled and run with. */
export interface PreparedStreams {
  readonly files: StreamsFiles;
  readonly jdk: Jdk;
}

/**
 * The jars of Kafka Streams: found, or fetched now (92 MB, once per version of Kafka).
 * @throws {Plain} code `not-provable-here`, exit 2, without a JDK or, while the jars are not here, without Maven
 */
export async function prepareStreams(tell: (progress: Progress) => void): Promise<PreparedStreams> {
  const jdk = jdkForStreams();
  if (jdk === null) throw noJdkForStreams(findJdks()[0] ?? null);
  const files = streamsFiles();
  if (haveJars(files)) return { files, jdk };
  using _ = await pass(files.lock, 'exclusive', 'fetching Kafka Streams', {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid})` }),
  });
  if (haveJars(files)) return { files, jdk };
  const maven = findMaven();
  if (maven === null) throw noMavenForStreams();
  const what = `Kafka Streams ${kafkaVersion} (92 MB)`;
  const defines = [`-Dkafka.version=${kafkaVersion}`];
  await fetchJarsOf(files, { what, pom: streamsPom, maven, javaHome: jdk.home, defines }, tell);
  return { files, jdk };
}

/** The newest JDK that can compile; a Java without `javac` is none. */
export const jdkForStreams = (): Jdk | null =>
  findJdks().find(({ home, major }) => major >= oldestJava && existsSync(join(home, 'bin', 'javac'))) ?? null;

/** What this machine lacks for Kafka Streams, in words; null: nothing. */
export function lackingForStreams(): string | null {
  if (jdkForStreams() === null) return noJdkForStreams(findJdks()[0] ?? null).message;
  return haveJars(streamsFiles()) || findMaven() !== null ? null : noMavenForStreams().message;
}
