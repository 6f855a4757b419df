import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../driver.ts';
import { writeDurably } from '../../durable.ts';
import { makesArchive } from '../../jvm/archive.ts';
import { markOf } from '../../jvm/jdk.ts';
import { self } from '../../processes.ts';
import { pass } from '../../turnstile.ts';
import { kafkaVersion } from '../../version.ts';
import { repeat, waitFor } from '../../wait.ts';
import { Plain } from '../../words.ts';
import type { RunningStreams } from '../service.ts';
import { applicationFolder, startApplication } from './application.ts';
import type { PreparedStreams } from './prepare.ts';
import { rehearsalSource } from './version.ts';

/**
 * Runs an application that finds no broker, once per JDK, for the archive of classes that it leaves behind: with it one starts in a
 * third of the time. One that ends without leaves none, and applications start without.
 */
export async function rehearseStreams(prepared: PreparedStreams, tell: (progress: Progress) => void): Promise<void> {
  const archive = prepared.files.archive(markOf(prepared.jdk));
  const isDone = () => existsSync(archive) || existsSync(noArchive(archive));
  if (isDone()) return;
  const doing = `Preparing Kafka Streams ${kafkaVersion} for Java ${prepared.jdk.version}, once`;
  using _told = repeat(() => tell({ doing }), '1.5s');
  using _ = await pass(prepared.files.lock, 'exclusive', 'preparing Kafka Streams');
  if (isDone()) return;
  // Nobody listens at port 1 of this machine.
  const settings = { 'bootstrap.servers': '127.0.0.1:1' };
  const applicationId = `rehearsal-${self.pid}`;
  const draft = join(applicationFolder(prepared, applicationId), 'archive.jsa');
  const run = { source: rehearsalSource, applicationId, settings };
  const rehearsal = await startApplication(prepared, run, makesArchive(prepared.jdk, draft));
  try {
    // What is not written to its end is no archive.
    if ((await itsEnd(rehearsal)) !== 'exit 0') return;
    if (existsSync(draft)) renameSync(draft, archive);
    else writeDurably(noArchive(archive), 'This JVM made no archive of classes; Kafka Streams starts without one.\n');
  } finally {
    await rehearsal.end();
  }
}

/** How it ended; null: it has not, in its time. */
async function itsEnd(rehearsal: RunningStreams): Promise<string | null> {
  try {
    await waitFor('Kafka Streams to keep its classes', () => rehearsal.ended() !== null, { within: '120s' });
    return await rehearsal.over;
  } catch (failure) {
    if (failure instanceof Plain && failure.code === 'not-in-time') return null;
    throw failure;
  }
}

/** Says that this JVM was asked for an archive and made none. */
const noArchive = (archive: string): string => `${archive}.none`;
