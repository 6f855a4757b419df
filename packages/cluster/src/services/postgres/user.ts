import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Binaries } from './version.ts';

/** As whom Postgres runs. */
export interface RunsAs {
  /** In front of each of its commands; empty for an ordinary user. */
  readonly before: readonly string[];
  /** Who owns its data; null: whoever runs this. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

export type Lacking = { readonly because: string; readonly fix: string };

/**
 * Postgres refuses to be root. Under root it becomes the system's user `postgres`, or else `nobody`; none is made. Where that user may
 * not pass the folders above (`/root` has mode 700), it keeps one of root's capabilities, which lets it pass, and nothing else.
 * @param folder that it must reach: where its data will lie; it exists
 */
export async function runsAs({ postgres }: Binaries, folder: string): Promise<RunsAs | Lacking> {
  if (process.getuid?.() !== 0) return (await starts([], postgres, folder)) ? { before: [], owner: null } : broken(postgres);
  const owner = otherUser();
  if (owner === null || process.platform !== 'linux') return notAsRoot;
  for (const keeps of [[], ['dac_read_search'], ['dac_override']]) {
    const before = becoming(owner, keeps);
    if (await starts(before, postgres, folder)) return { before, owner };
  }
  return (await starts([], postgres, folder)) ? notAsRoot : broken(postgres);
}

/** `setpriv` of util-linux, which is there on each Debian and its kin. */
function becoming({ uid, gid }: { readonly uid: number; readonly gid: number }, keeps: readonly string[]): readonly string[] {
  const capabilities = ['-all', ...keeps.map((name) => `+${name}`)].join(',');
  // Without this bit `access` asks as if there were no capability, and initdb takes its own program for unusable.
  const bits = keeps.length > 0 ? ['--securebits=+no_setuid_fixup'] : [];
  const sets = ['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=${capabilities}`);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...sets, ...bits];
}

async function starts(before: readonly string[], postgres: string, folder: string): Promise<boolean> {
  const [command = '', ...args] = [...before, '/bin/sh', '-c', 'test -x "$0" && cd "$1" && exec "$0" --version', postgres, folder];
  return promisify(execFile)(command, args, { cwd: '/' }).then(
    () => true,
    () => false,
  );
}

function otherUser(): RunsAs['owner'] {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

const broken = (postgres: string): Lacking => ({
  because: `Postgres was installed by npm, and ${postgres} does not start`,
  fix: 'repeat the installation with its scripts allowed: npx -y pnpm@12 rebuild',
});

const notAsRoot: Lacking = {
  because: 'Postgres does not run as root, and this machine did not let it become another user',
  fix: 'run the course as an ordinary user',
};
