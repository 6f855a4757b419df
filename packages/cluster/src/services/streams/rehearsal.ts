import { existsSync } from 'node:fs';
import type { Progress } from '../../driver.ts';
import { markOf } from '../../jvm/jdk.ts';
import { self } from '../../processes.ts';
import { pass } from '../../turnstile.ts';
import { kafkaVersion } from '../../version.ts';
import { repeat } from '../../wait.ts';
import { startApplication } from './application.ts';
import type { PreparedStreams } from './prepare.ts';
import { noArchive } from './program.ts';
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
  const rehearsal = await startApplication(prepared, { source: rehearsalSource, applicationId: `rehearsal-${self.pid}`, settings });
  await rehearsal.end();
}
