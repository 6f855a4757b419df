import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { kept } from './folders.ts';

/** Why a stand-in cannot be made and run on this machine, in words that say what to do; null: what can be known beforehand is there. */
export function lackingForStandIn(
  path: string = process.env['PATH'] ?? '',
  user: number | undefined = process.getuid?.(),
  has: Readonly<{ engine: boolean; compose: boolean }> = { engine: existsSync(kept().whole), compose: existsSync(kept().compose) },
): string | null {
  if (process.platform !== 'linux') return 'no docker engine answers, and the stand-in for one is Debian’s';
  if (user !== 0) return 'no docker engine answers, and the stand-in for one must be started by root';
  const wanted = [
    ...(has.engine ? [] : [['apt-get', 'it fetches Debian’s engine'] as const, ['dpkg', 'it unpacks Debian’s engine'] as const]),
    ...(has.compose ? [] : [['go', 'Compose is built with it: Go 1.21 or newer, from go.dev/dl'] as const]),
    ...(['bash', 'ldd', 'tar', 'chown'] as const).map((name) => [name, 'the image is made with it'] as const),
  ];
  const missing = wanted.filter(([name]) => !isThere(name, path)).map(([name, why]) => `there is no ${name} (${why})`);
  return missing.length === 0 ? null : `no docker engine answers, and for the stand-in of one ${missing.join('; ')}`;
}

function isThere(name: string, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
