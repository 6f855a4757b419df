import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kept } from './folders.ts';
import { run } from './run.ts';

/** Docker Compose, which Debian does not package, by Go's module proxy. */
const version = 'v2.39.4';

/**
 * Builds the compose plugin once. `go install` refuses it, because its go.mod has exclude directives; as the main module of a build
 * of its own it is taken.
 * @throws {Error} where there is no Go, or no module proxy
 */
export async function buildCompose(signal?: AbortSignal): Promise<void> {
  const { compose, build } = kept();
  if (existsSync(compose)) return;
  rmSync(build, { recursive: true, force: true });
  mkdirSync(build, { recursive: true });
  const env = {
    ...process.env,
    CGO_ENABLED: '0',
    GOMODCACHE: join(build, 'modules'),
    GOCACHE: join(build, 'cache'),
    GOFLAGS: '-modcacherw -buildvcs=false',
  };
  const module = JSON.parse(
    await run('go', ['mod', 'download', '-json', `github.com/docker/compose/v2@${version}`], { env, cwd: build, signal }),
  );
  const source = join(build, 'source');
  cpSync((module as { Dir: string }).Dir, source, { recursive: true });
  await run('chmod', ['-R', 'u+w', source]);
  const flags = `-s -w -X github.com/docker/compose/v2/internal.Version=${version}`;
  await run('go', ['build', '-trimpath', '-ldflags', flags, '-o', join(build, 'docker-compose'), './cmd'], {
    env,
    cwd: source,
    signal,
  });
  mkdirSync(dirname(compose), { recursive: true });
  renameSync(join(build, 'docker-compose'), compose);
  chmodSync(compose, 0o755);
  rmSync(build, { recursive: true, force: true });
}
