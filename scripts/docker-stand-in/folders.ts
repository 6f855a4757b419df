import { homedir } from 'node:os';
import { join } from 'node:path';
import { home } from '@proving/cluster';

/** What was fetched and built once is kept for the next time, as Maven keeps its jars. Nothing of it runs, nothing is installed. */
export const kept = (at: string = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')) => {
  const folder = join(at, 'kafka-proving-ground', 'docker');
  return {
    folder,
    debs: join(folder, 'debs'),
    engine: join(folder, 'engine'),
    /** Written last: the engine is whole. */
    whole: join(folder, 'engine.whole'),
    /** A `DOCKER_CONFIG`: docker looks for its plugins here. */
    config: join(folder, 'config'),
    compose: join(folder, 'config', 'cli-plugins', 'docker-compose'),
    build: join(folder, 'compose-build'),
  };
};

/** What runs: gone without a trace when it is stopped. */
export const scratch = (at: string = home()) => {
  const folder = join(at, 'docker-stand-in');
  return {
    folder,
    home: at,
    data: join(folder, 'data'),
    run: join(folder, 'run'),
    pid: join(folder, 'dockerd.pid'),
    log: join(folder, 'dockerd.log'),
    socket: join(folder, 'docker.sock'),
    rootfs: join(folder, 'rootfs'),
  };
};
export type Scratch = ReturnType<typeof scratch>;
