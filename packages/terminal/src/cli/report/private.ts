import { homedir, hostname, userInfo } from 'node:os';
import type { Private } from './scrub.ts';

/** What is private on this machine, so that it can be taken out of a report. */
export function privateHere(root: string, home: string): Private {
  const { env } = process;
  const users = [nameOfUser(), env['USER'], env['LOGNAME'], env['SUDO_USER'], env['USERNAME'], homedir().split(/[\\/]/).at(-1)];
  return {
    folders: { [root]: '<course>', [home]: '<PROVING_HOME>', [homedir()]: '~' },
    users: [...new Set(users.filter((name) => name !== undefined && name !== ''))] as string[],
    hosts: [...new Set([hostname(), env['HOSTNAME'], env['HOST']].filter((name) => name !== undefined && name !== ''))] as string[],
    env,
  };
}

function nameOfUser(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
