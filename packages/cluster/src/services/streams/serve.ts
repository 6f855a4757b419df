import type { Progress } from '../../driver.ts';
import { kafkaVersion } from '../../version.ts';
import type { KafkaStreams } from '../service.ts';
import { startApplication } from './application.ts';
import { prepareStreams } from './prepare.ts';
import { rehearseStreams } from './rehearsal.ts';
import { sweepApplications } from './sweep.ts';

/**
 * Kafka Streams, ready to run applications on this machine. Nothing of it runs before one is started.
 * @throws {Plain} code `not-provable-here`, exit 2, where there can be none; or what stopped it from being fetched
 */
export async function serveStreams(tell: (progress: Progress) => void = () => {}): Promise<KafkaStreams> {
  const prepared = await prepareStreams(tell);
  sweepApplications(prepared.files.applications);
  await rehearseStreams(prepared, tell);
  return { version: kafkaVersion, start: (run) => startApplication(prepared, run) };
}
