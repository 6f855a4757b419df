import { complaint, docker as run } from '../../docker/command.ts';
import { elsewhere, type Lacking, noAnswer, noCommand } from './errors.ts';

/** What this machine has for a container engine. */
export interface EngineProbe {
  /** `28.2.2`; null: none answers. */
  readonly version: string | null;
  /** Where it listens, as `DOCKER_HOST` would say: `unix:///var/run/docker.sock`. */
  readonly host: string | null;
  /** Why a test cannot start containers here, and what would help; null: it can. */
  readonly lacking: Lacking | null;
}

/** @param docker the command, for a test of what is said where it is missing */
export async function probeEngine(docker = 'docker'): Promise<EngineProbe> {
  const engine = await run(['version', '--format', '{{.Server.Version}}'], 5_000, docker);
  const none = (lacking: Lacking): EngineProbe => ({ version: null, host: null, lacking });
  if (engine.exit === null && engine.err.includes('ENOENT')) return none(noCommand);
  if (engine.exit !== 0) return none(noAnswer(complaint(engine)));
  const host = process.env['DOCKER_HOST'] || (await ofContext(docker));
  return { version: engine.out.trim(), host, lacking: /^(unix|npipe):/.test(host) ? null : elsewhere(host) };
}

/** Libraries know `DOCKER_HOST`, not the contexts of the docker command, in which Docker Desktop and others name their socket. */
async function ofContext(docker: string): Promise<string> {
  const context = await run(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'], 5_000, docker);
  return context.exit === 0 && context.out.trim() !== '' ? context.out.trim() : 'unix:///var/run/docker.sock';
}
