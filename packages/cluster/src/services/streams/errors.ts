import type { Jdk } from '../../jvm/jdk.ts';
import { Plain } from '../../words.ts';

const fix = 'install a JDK 17 or newer and Maven (adoptium.net and maven.apache.org, or your package manager)';
const lacking = (what: string) =>
  new Plain('not-provable-here', `Not provable here: Kafka Streams is a JVM library, and ${what}. Try: ${fix}.`, { fix, exit: 2 });

/** @param newest the newest Java there is, with a compiler or without */
export const noJdkForStreams = (newest: Jdk | null): Plain =>
  lacking(
    newest === null
      ? 'no Java was found'
      : `no JDK with a compiler, 17 or newer, was found (Java ${newest.version} in ${newest.home})`,
  );

export const noMavenForStreams = (): Plain => lacking('Maven, which fetches it, was not found');

export const notBesideTheirs = (): Plain =>
  new Plain(
    'not-provable-here',
    'Not provable here: Kafka Streams is run beside a cluster of your own, and these brokers are not.',
    {
      fix: 'Leave PROVING_BOOTSTRAP out to use a cluster of your own.',
      exit: 2,
    },
  );

/** @param said what the compiler said */
export const notCompiled = (file: string, said: string): Plain =>
  new Plain('java-refused', `${file} does not compile.`, { saw: said, fix: 'mend that line' });
