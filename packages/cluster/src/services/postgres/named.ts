import { Plain } from '../../words.ts';
import type { Postgres } from '../service.ts';
import { answers } from './wire.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The server that `PROVING_POSTGRES` names; null when it names none. @throws {Plain} code `setting`, exit 64 */
export function postgresNamed(env: Environment = process.env): string | null {
  const wanted = env['PROVING_POSTGRES'];
  if (!wanted) return null;
  if (/^postgres(ql)?:$/.test(URL.parse(wanted)?.protocol ?? '')) return wanted;
  throw new Plain('setting', `PROVING_POSTGRES is "${withoutPassword(wanted)}".`, {
    fix: 'write the address of a database in which schemas may be made: postgres://user:password@127.0.0.1:5432/database',
    exit: 64,
  });
}

/** Somebody else's server: nothing is started. @throws {Plain} code `postgres-silent` */
export async function callOnPostgres(url: string): Promise<Postgres> {
  if (await answers(url, 5_000)) return { url };
  throw new Plain('postgres-silent', `No Postgres lets us in at ${withoutPassword(url)}.`, {
    saw: 'it did not answer `select 1`',
    fix: 'check PROVING_POSTGRES, or leave it out to use a server of this machine',
  });
}

/** For the screen: who and where. */
export function withoutPassword(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed?.host) return url.replace(/:[^:@/]*@/, ':…@');
  parsed.password = '';
  return parsed.href;
}
