import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noPostgres } from '../../src/services/postgres/errors.ts';
import { callOnPostgres, postgresNamed, withoutPassword } from '../../src/services/postgres/named.ts';
import { postgresArguments } from '../../src/services/postgres/program.ts';
import { runsAs } from '../../src/services/postgres/user.ts';
import { binaries } from '../../src/services/postgres/version.ts';

test('where it cannot run, one message says why and what to do', () => {
  const lacking = noPostgres({ because: 'Postgres does not run as root', fix: 'run the course as an ordinary user' });
  expect(lacking).toMatchObject({
    code: 'not-provable-here',
    exit: 2,
    message:
      'Not provable here: Postgres does not run as root. Try: run the course as an ordinary user, or set PROVING_POSTGRES to a server that runs already.',
  });
});

test('PROVING_POSTGRES names a server by its address, and its password is not shown', () => {
  expect([postgresNamed({}), postgresNamed({ PROVING_POSTGRES: '' })]).toEqual([null, null]);
  const url = 'postgres://ada:secret@db:5432/shop';
  expect([postgresNamed({ PROVING_POSTGRES: url }), withoutPassword(url)]).toEqual([url, 'postgres://ada@db:5432/shop']);
  expect(() => postgresNamed({ PROVING_POSTGRES: 'ada:secret@db' })).toThrow('PROVING_POSTGRES is "ada:…@db".');
});

test('a server that does not answer is said plainly', async () => {
  await expect(callOnPostgres('postgres://ada:secret@127.0.0.1:9/shop')).rejects.toMatchObject({
    code: 'postgres-silent',
    exit: 3,
    message: 'No Postgres lets us in at postgres://ada@127.0.0.1:9/shop.',
  });
});

test('it listens on loopback alone, and has no socket file', () => {
  const args = postgresArguments('/data', 20_040);
  expect(args).toContain('listen_addresses=127.0.0.1');
  expect(args).toContain('unix_socket_directories=');
});

const root = process.getuid?.() === 0 && process.platform === 'linux';
test.skipIf(!root || binaries() === null)(
  'under root it becomes another user, also behind a folder that is closed to it',
  async () => {
    const closed = mkdtempSync(join(tmpdir(), 'proving-'));
    try {
      const found = binaries();
      if (found === null) throw new Error('unreachable');
      const open = await runsAs(found, tmpdir());
      const behind = await runsAs(found, closed);
      expect([open, behind].map((as) => 'before' in as && [as.before[0], (as.owner?.uid ?? 0) > 0])).toEqual([
        ['setpriv', true],
        ['setpriv', true],
      ]);
      expect('before' in behind && behind.before.at(-1)).toBe('--securebits=+no_setuid_fixup');
    } finally {
      rmSync(closed, { recursive: true });
    }
  },
);
