import { streamsFiles } from '../../jvm/files.ts';
import type { Jdk } from '../../jvm/jdk.ts';
import { haveJars } from '../../jvm/maven.ts';
import { kafkaVersion } from '../../version.ts';
import { jdkForStreams } from './prepare.ts';

/** What this machine has for Kafka Streams, a library for the JVM: its version is Kafka's own. */
export interface StreamsProbe {
  readonly version: string;
  readonly fetched: boolean;
  /** The JDK that would compile and run it; null: none here is new enough and has a compiler. */
  readonly runsOn: Pick<Jdk, 'version' | 'home'> | null;
}

export function probeStreams(): StreamsProbe {
  const jdk = jdkForStreams();
  const runsOn = jdk && { version: jdk.version, home: jdk.home };
  return { version: kafkaVersion, fetched: haveJars(streamsFiles()), runsOn };
}
