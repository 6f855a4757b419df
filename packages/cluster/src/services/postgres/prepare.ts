import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Files } from '../../jvm/files.ts';
import { noPostgres } from './errors.ts';
import { type Lacking, type RunsAs, runsAs } from './user.ts';
import { type Binaries, binaries, platformPackage } from './version.ts';

/** Everything Postgres is started from. */
export interface PreparedPostgres extends Binaries, RunsAs {}

/** @throws {Plain} code `not-provable-here`, exit 2, where Postgres cannot run */
export async function preparePostgres(files: Files): Promise<PreparedPostgres> {
  mkdirSync(dirname(files.tables), { recursive: true });
  const found = await lookForPostgres(dirname(files.tables));
  if ('because' in found) throw noPostgres(found);
  return found;
}

/** @param folder one that exists, below which its data would lie */
export async function lookForPostgres(folder: string): Promise<PreparedPostgres | Lacking> {
  const found = binaries();
  if (found === null) return notInstalled;
  const as = await runsAs(found, folder);
  return 'because' in as ? as : { ...found, ...as };
}

const notInstalled: Lacking = {
  because: `the npm package ${platformPackage}, which holds Postgres for this machine, is not installed`,
  fix: 'install what is missing: npx -y pnpm@12 install',
};
