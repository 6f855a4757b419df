import { Plain } from '../../words.ts';
import type { SchemaRegistry } from '../service.ts';
import { answers } from './wire.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The registry that `PROVING_REGISTRY` names; null when it names none. @throws {Plain} code `setting`, exit 64 */
export function registryNamed(env: Environment = process.env): string | null {
  const wanted = env['PROVING_REGISTRY'];
  if (!wanted) return null;
  if (/^https?:$/.test(URL.parse(wanted)?.protocol ?? '')) return wanted.replace(/\/+$/, '');
  throw new Plain('setting', `PROVING_REGISTRY is "${wanted}".`, {
    fix: 'write the address at which its Confluent-compatible API begins: http://127.0.0.1:8081',
    exit: 64,
  });
}

/** Somebody else's registry: nothing is started, and nothing is broken. @throws {Plain} code `registry-silent` */
export async function callOn(url: string): Promise<SchemaRegistry> {
  if (!(await answers(url, 5_000)))
    throw new Plain('registry-silent', `No schema registry answers at ${url}.`, {
      saw: `GET ${url}/subjects gave no list of subjects`,
      fix: 'check PROVING_REGISTRY, or leave it out to use a registry of this machine',
    });
  return {
    url,
    kill: () =>
      Promise.reject(
        new Plain('not-provable-here', 'Not provable here: this registry is not ours to kill.', {
          fix: 'Leave PROVING_REGISTRY out to see this with a registry of your own.',
          exit: 2,
        }),
      ),
  };
}
