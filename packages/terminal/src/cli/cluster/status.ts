import type { ClusterStatus } from '@proving/cluster';
import { padStart } from '../../text.ts';
import type { Call } from '../call.ts';
import { size } from '../size.ts';
import { table } from '../table.ts';

/** What runs, where, how much it takes, who uses it; and the one line with which any Kafka program finds it. */
export function showStatus({ out, paper }: Pick<Call, 'out' | 'paper'>, status: ClusterStatus, now = new Date()): void {
  out.json('cluster', status);
  const { driver, shape, kafka, java, members, registry, postgres } = status;
  out.line();
  out.line(`  ${paper.theme.strong(`Kafka ${kafka}`)}, ${shape}, ${driver}: ${stateInWords(status)}${since(status, now)}`);
  if (status.is === 'down') {
    out.line(`  ${paper.glyphs.next} ${paper.pnpm} cluster start`);
    return;
  }
  out.line();
  for (const line of paper.aloud ? spoken(status) : rows(status)) out.line(`  ${line}`);
  out.line();
  out.line(
    `  ${[memory(status), java === null ? null : `Java ${java}`].filter((each) => each !== null).join(', ')}; ${idle(status)}`,
  );
  for (const { pid, mode, what } of [...status.leases, ...status.users].filter(unique)) {
    out.line(`  ${mode === 'exclusive' ? 'held alone by' : 'used by'} ${what} (process ${pid})`);
  }
  out.line(
    driver === 'docker' ? `  logs: ${paper.pnpm} cluster logs; data: in volumes of docker` : `  logs and data: ${status.folder}`,
  );
  const bootstrap = bootstrapOf(status);
  if (bootstrap !== '') out.line(`  ${paper.glyphs.next} kcat -b ${bootstrap} -L`);
  if (registry?.is === 'up') out.line(`  ${paper.glyphs.next} curl ${registry.url}/subjects   Apicurio ${registry.version}`);
  if (postgres?.is === 'up') out.line(`  ${paper.glyphs.next} ${postgres.url}   PostgreSQL ${postgres.version}`);
  for (const [name, beside] of [['the registry', registry] as const, ['Postgres', postgres] as const])
    if (beside !== null && beside.is !== 'up') out.line(`  The lesson that asks for ${name} brings it back.`);
  if (members.some(({ is }) => is !== 'up'))
    out.line(`  ${paper.glyphs.next} ${paper.pnpm} cluster start   brings back what is not up`);
}

/** Of containers the system may not say it: they may run in a machine of their own. */
const memory = ({ residentBytes, driver }: ClusterStatus): string =>
  residentBytes === 0 && driver === 'docker' ? 'in containers' : `${size(residentBytes)} of memory`;

function idle({ idleLeft, driver, users, leases }: ClusterStatus): string {
  if (idleLeft !== null) return `stops by itself in ${minutes(idleLeft)} unless it is used`;
  // Of containers whose keeper was killed.
  return driver === 'docker' && users.length + leases.length === 0 ? 'runs until it is stopped' : 'in use';
}

/** The client addresses of all brokers, as `bootstrap.servers` takes them. */
export function bootstrapOf({ members }: Pick<ClusterStatus, 'members'>): string {
  const ports = members.flatMap(({ role, ports }) => (role === 'broker' && ports['client'] !== undefined ? [ports['client']] : []));
  return ports.map((port) => `127.0.0.1:${port}`).join(',');
}

function stateInWords({ is, members }: ClusterStatus): string {
  if (is === 'down') return 'not running';
  if (is === 'up') return 'up';
  return `${members.filter((member) => member.is === 'up').length} of ${members.length} processes up`;
}

function since({ since }: ClusterStatus, now: Date): string {
  return since === null ? '' : ` for ${minutes(now.getTime() - Date.parse(since))}`;
}

function rows({ members, registry, postgres }: ClusterStatus): readonly string[] {
  const cells = members.map(({ id, role, is, pid, ports, residentBytes }) => [
    `${role} ${id}`,
    is,
    pid === null ? '' : String(pid),
    Object.entries(ports)
      .filter(([name]) => name !== 'advertised')
      .map(([name, port]) => `${name} ${port}`)
      .join(' '),
    residentBytes === null ? '' : padStart(size(residentBytes), 7),
  ]);
  const beside = [['registry', 'http', registry] as const, ['postgres', 'sql', postgres] as const].flatMap(([name, port, it]) =>
    it === null
      ? []
      : [
          [
            name,
            it.is,
            it.pid === null ? '' : String(it.pid),
            `${port} ${it.port}`,
            it.residentBytes === null ? '' : padStart(size(it.residentBytes), 7),
          ],
        ],
  );
  return table([['', 'state', 'pid', 'ports on 127.0.0.1', 'memory'], ...cells, ...beside]);
}

function spoken({ members, registry, postgres }: ClusterStatus): readonly string[] {
  const processes = members.map(({ id, role, is, pid, ports }) => {
    const where = Object.entries(ports).map(([name, port]) => `${name} port ${port}`);
    return `${role} ${id}: ${[is, ...(pid === null ? [] : [`process ${pid}`]), ...where].join(', ')}`;
  });
  const beside = [['registry', registry] as const, ['postgres', postgres] as const].flatMap(([name, it]) =>
    it === null ? [] : [`${name}: ${[it.is, ...(it.pid === null ? [] : [`process ${it.pid}`]), it.url].join(', ')}`],
  );
  return [...processes, ...beside];
}

const minutes = (milliseconds: number): string =>
  milliseconds < 60_000 ? `${Math.max(0, Math.round(milliseconds / 1_000))} s` : `${Math.floor(milliseconds / 60_000)} min`;

const unique = (
  { pid, what }: { readonly pid: number; readonly what: string },
  i: number,
  all: readonly { readonly pid: number; readonly what: string }[],
) => all.findIndex((each) => each.pid === pid && each.what === what) === i;
