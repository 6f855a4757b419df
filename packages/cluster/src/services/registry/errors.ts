import type { Jdk } from '../../jvm/jdk.ts';
import { Plain } from '../../words.ts';
import { registryJava } from './version.ts';

const fix = `install a JDK ${registryJava} or newer (adoptium.net, or your package manager), or set PROVING_REGISTRY to a registry that runs already`;

/** One message with what to do in it: a proof that is left out says nothing else. @param newest the newest Java there is */
export function noJavaForRegistry(newest: Jdk | null): Plain {
  const found = newest === null ? 'no Java was found' : `the newest found is Java ${newest.version} in ${newest.home}`;
  return new Plain(
    'not-provable-here',
    `Not provable here: the schema registry needs Java ${registryJava} or newer, and ${found}. Try: ${fix}.`,
    { fix, exit: 2 },
  );
}

export const registryDied = (log: string, saw: string) =>
  new Plain('registry-died', 'The schema registry did not start.', { saw, fix: `read ${log}, then try: pnpm cluster reset` });

export const registryLate = (log: string, within: string) =>
  new Plain('registry-late', `The schema registry runs, and did not answer within ${within}.`, {
    fix: `read ${log}, or start afresh: pnpm cluster reset`,
  });
