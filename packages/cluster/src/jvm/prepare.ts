import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../driver.ts';
import { writeDurably } from '../durable.ts';
import { javaMissing, mavenMissing } from '../errors.ts';
import { pass } from '../turnstile.ts';
import { kafkaVersion } from '../version.ts';
import { Plain } from '../words.ts';
import { type KafkaFiles, kafkaFiles } from './files.ts';
import { bestJdk, findJdks, type Jdk, markOf } from './jdk.ts';
import { serverLogging, toolLogging } from './logging.ts';
import { fetchJars, findMaven, haveJars } from './maven.ts';
import { rehearse } from './rehearsal.ts';

/** Everything a JVM of the cluster is started from. */
export interface Prepared {
  readonly kafka: KafkaFiles;
  readonly jdk: Jdk;
  /** Class-data archive; null where this JVM cannot make one. */
  readonly archive: string | null;
}

/**
 * Kafka's jars, the bootstrap checkpoint and the class-data archive of the newest JDK: found, or made now. Made once per
 * Kafka version, the archive once per JDK as well.
 */
export async function prepare(tell: (progress: Progress) => void): Promise<Prepared> {
  const jdk = bestJdk(findJdks());
  if (!jdk) throw new Plain('java-missing', 'Kafka needs Java 17 or newer, and none was found.', { fix: javaMissing().fix });
  const kafka = kafkaFiles();
  using _ = await pass(kafka.lock, 'exclusive', 'fetching Kafka', {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which prepares Kafka` }),
  });
  if (!haveJars(kafka)) await fetch(kafka, jdk, tell);
  writeIfOther(kafka.serverLogging, serverLogging);
  writeIfOther(kafka.toolLogging, toolLogging);
  const archive = kafka.archive(markOf(jdk), 'server');
  const without = `${archive}.none`;
  if (!existsSync(kafka.checkpoint) || !(existsSync(archive) || existsSync(without))) {
    await rehearse(kafka, jdk, archive, tell);
    if (!existsSync(archive)) writeDurably(without, 'This JVM made no class-data archive; brokers start without one.\n');
  }
  return { kafka, jdk, archive: existsSync(archive) ? archive : null };
}

async function fetch(kafka: KafkaFiles, jdk: Jdk, tell: (progress: Progress) => void): Promise<void> {
  const maven = findMaven();
  if (!maven)
    throw new Plain('maven-missing', 'Kafka is not fetched yet, and Maven, which fetches it, was not found.', {
      fix: mavenMissing().fix,
    });
  if (existsSync(kafka.libs)) tell({ doing: `The jars of Kafka ${kafkaVersion} are not whole; fetching them again` });
  await fetchJars(kafka, maven, jdk.home, tell);
  // An archive names its jars by size and date; the old one would be refused.
  for (const name of readdirSync(kafka.kafka)) if (/\.jsa(\.none)?$/.test(name)) rmSync(join(kafka.kafka, name));
}

function writeIfOther(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeDurably(file, text);
}
