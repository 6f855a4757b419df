import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { home } from '../home.ts';

/** The file at the root of the course that says what runs in containers. */
export const composeFile = fileURLToPath(new URL('../../../../docker-compose.yml', import.meta.url));

/** What this driver keeps on the machine; the records are in volumes of the engine. */
export function dockerFiles(at: string = home()) {
  const cluster = join(at, 'cluster', 'docker');
  return {
    home: at,
    cluster,
    state: join(cluster, 'state.json'),
    /** There while the containers are meant to run. */
    runs: join(cluster, 'runs'),
    /** What compose lays over the file of the course. */
    laidOver: join(cluster, 'laid-over.yml'),
    /** Touched by every command; holds how long idle containers may run. */
    used: join(cluster, 'used'),
    logs: join(cluster, 'logs'),
    run: join(cluster, 'run'),
    record: (name: 'keeper') => join(cluster, 'run', `${name}.pid`),
    lock: join(cluster, 'lock'),
    users: join(cluster, 'users'),
    leases: join(at, 'cluster', 'leases'),
    /** Copies of what brokers keep, one folder for each process that asked. */
    copies: join(cluster, 'copies'),
    /** What compose calls this cluster: another home has another one, and one that was started by hand is never touched. */
    project: `kafka-proving-ground-${createHash('sha256').update(at).digest('hex').slice(0, 8)}`,
  };
}
export type DockerFiles = ReturnType<typeof dockerFiles>;

/** A member of the cluster by its name in the compose file, and by its container's. */
export const serviceOf = (id: number): string => (id === 100 ? 'controller' : `broker-${id}`);
export const containerOf = ({ project }: Pick<DockerFiles, 'project'>, id: number): string => `${project}-${serviceOf(id)}-1`;
