import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../driver.ts';
import type { Files } from '../../jvm/files.ts';
import { type Launched, launch } from '../../jvm/launch.ts';
import { killMember } from '../../jvm/members.ts';
import { tail } from '../../jvm/why.ts';
import { repeat, waitFor } from '../../wait.ts';
import { portLike, untilItAnswers } from '../starting.ts';
import { postgresDied, postgresLate } from './errors.ts';
import type { PreparedPostgres } from './prepare.ts';
import { initdbArguments, postgresArguments } from './program.ts';
import { folderOf, type PostgresState, passwordFile, readPostgres, urlOf, writePostgres } from './state.ts';
import { answers } from './wire.ts';

type Tell = (progress: Progress) => void;
const within = '60s';

/**
 * Starts Postgres on its tables, at its port if that is free. Tables on which it twice refuses to start are wiped, with a word about
 * it. Called with the cluster's lock held, when nobody answers.
 * @throws {Plain} codes `postgres-died`, `postgres-late`
 */
export async function raisePostgres(files: Files, prepared: PreparedPostgres, tell: Tell): Promise<PostgresState> {
  using _ = repeat(() => tell({ doing: 'Starting Postgres' }), '1.5s');
  let mayWipe = existsSync(files.tables);
  const leftovers = performance.now() + 5_000;
  for (let refusals = 0, attempt = 0; ; attempt++) {
    await killMember(files, 'postgres');
    const state = await placed(files, prepared, tell);
    if (!isWhole(files)) await makeFolder(files, prepared);
    const started = await begin(files, prepared, state);
    const ended = await untilItAnswers(started, () => answers(urlOf(files, state) ?? ''), {
      within,
      late: () => postgresLate(files.out('postgres'), within),
    });
    if (ended === null) return state;
    const died = lastWords(files) ?? `it wrote nothing (${ended})`;
    // The helpers of one that was killed notice it within a second; until then they hold its folder.
    if (stillHeld.test(died) && performance.now() < leftovers) continue;
    if (attempt >= 50) throw postgresDied(files.out('postgres'), died);
    // One that somebody killed says nothing about its tables, one that found its port taken neither; one that gave up twice does.
    if (!gaveUp.test(ended) || portTaken.test(died) || ++refusals < 2) continue;
    if (!mayWipe) throw postgresDied(files.out('postgres'), died);
    mayWipe = false;
    tell({ doing: `The tables of Postgres are damaged (${died}); starting afresh without them` });
    rmSync(files.tables, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/** What it will be is written before anything is started. */
async function placed(files: Files, { version }: PreparedPostgres, tell: Tell): Promise<PostgresState> {
  const state = { format: 1, version, port: await portLike(readPostgres(files)?.port, tell) } as const;
  writePostgres(files, state);
  return state;
}

/** Made by `initdb` to its end: the mark is written last. */
const isWhole = (files: Files) => existsSync(join(files.tables, 'made'));

async function makeFolder(files: Files, { initdb, before, owner }: PreparedPostgres): Promise<void> {
  rmSync(files.tables, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  mkdirSync(files.tables, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile(files), `${randomBytes(18).toString('hex')}\n`, { mode: 0o600 });
  if (owner) for (const each of [files.tables, passwordFile(files)]) chownSync(each, owner.uid, owner.gid);
  // Recorded like the server itself: one that a killed command left behind is found, and ended.
  const started = await run(files, [...before, initdb, ...initdbArguments(folderOf(files), passwordFile(files))]);
  // Gone is not enough: how it ended is heard a moment later.
  const end = () => (started.ended() === 'gone' ? null : started.ended());
  const ended = await waitFor('initdb to end', end, { within, every: '10ms' });
  if (ended !== 'exit 0') throw postgresDied(files.out('postgres'), lastWords(files) ?? `initdb wrote nothing (${ended})`);
  writeFileSync(join(files.tables, 'made'), '');
}

const begin = (files: Files, { postgres, before }: PreparedPostgres, { port }: PostgresState) =>
  run(files, [...before, postgres, ...postgresArguments(folderOf(files), port)]);

function run(files: Files, [command = '', ...args]: readonly string[]): Promise<Launched> {
  return launch(command, args, { record: files.record('postgres'), out: files.out('postgres'), cwd: '/', env: environment });
}

/** The line of its log that tells most about its end. */
function lastWords(files: Files): string | null {
  const lines = tail(files.out('postgres')).split('\n');
  const said = lines.find((line) => portTaken.test(line)) ?? lines.findLast((line) => /\b(PANIC|FATAL|ERROR|error):/.test(line));
  return said?.replace(/^.*?\] /, '').trim() ?? lines.findLast((line) => line.trim() !== '') ?? null;
}

/** It aborts where its folder is damaged. */
const gaveUp = /^(exit|SIGABRT)/;
const portTaken = /Address already in use|could not bind/i;
const stillHeld = /postmaster\.pid|pre-existing shared memory/;
const environment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
