import type { Security } from '@proving/cluster';
import type { Json } from '@proving/spec';
import type { Kafka } from 'kafkajs';
import { recordedKafka } from './kafkajs/kafka.ts';
import type { PlatformaticDoor } from './lab.ts';
import { RelayingRecorder } from './relay.ts';

export { askedAgain } from './asked-again.ts';
export { onceAtRest } from './at-rest.ts';

/** What a program that was started with `lab.process` is given. */
export interface Child<Args> {
  readonly args: Args;
  /** As `lab.kafka`: what its clients do is drawn and counted with the experiment's own, until the process dies. */
  readonly kafka: Kafka;
  /** As `lab.platformatic`, for what kafkajs cannot do; loads that library. */
  platformatic(): Promise<PlatformaticDoor>;
  /** A word to the experiment, which waits for it with `program.says`. What the clients did before it arrives before it. */
  say(word: Json): void;
}

/** What the experiment hands to a child process, in `PROVING_CHILD`. */
export interface Inheritance {
  readonly bootstrap: readonly string[];
  readonly security: Security | null;
  /** Titles of groups by their names on the brokers. */
  readonly groupTitles: readonly (readonly [string, string])[];
}

/**
 * Called once, by a program of an experiment that runs in a process of its own:
 * `const { args, kafka, say } = child<{ topic: string }>();`
 */
export function child<Args>(): Child<Args> {
  const { bootstrap, security, groupTitles } = JSON.parse(process.env['PROVING_CHILD'] ?? '{}') as Inheritance;
  const recorder = new RelayingRecorder((relayed) => process.send?.(relayed));
  for (const [group, title] of groupTitles) recorder.groupTitles.set(group, title);
  return {
    args: JSON.parse(process.env['PROVING_ARGS'] ?? '{}') as Args,
    kafka: recordedKafka(bootstrap, security, recorder, () => undefined),
    async platformatic() {
      const [library, { platformaticDoor }] = await Promise.all([import('@platformatic/kafka'), import('./platformatic/door.ts')]);
      return platformaticDoor(library, { bootstrap, security }, recorder, () => null);
    },
    say: (word) => void process.send?.(word),
  };
}
