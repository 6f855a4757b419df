import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Cluster, holdCluster, openCluster, type Progress } from '@proving/cluster';
import { eventually, type Incident, type OpenSite, openSite, removeSubjects, type Site } from '@proving/lab';
import { type DriverName, differences, fits, Plain } from '@proving/spec';
import { differenceInWords } from './judge.ts';

export interface IncidentSetting {
  /** The folder that holds `incident.ts`. */
  readonly dir: string;
  readonly seed: number;
  /** What its names on the cluster end with, from `freshEnding`: by it they are found again. */
  readonly ending: string;
  readonly driver?: DriverName;
  readonly tell?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface IncidentResult {
  readonly repaired: boolean;
  readonly conditions: readonly {
    readonly id: string;
    readonly title: string;
    readonly met: boolean;
    readonly differences: readonly string[];
    readonly evidence: readonly string[];
  }[];
}

/** An incident on a running cluster, which is held in company with others as long as this is open. */
export interface OpenIncident extends AsyncDisposable {
  readonly incident: Incident;
  /** On the cluster, by title; and where what runs beside it is. */
  readonly names: Readonly<Record<string, string>>;
  /** For controls, which repair or spoil it. */
  readonly site: OpenSite;
  /** How many of its topics are there. */
  topics(): Promise<number>;
  plant(): Promise<void>;
  /** Changes nothing. */
  check(): Promise<IncidentResult>;
  /**
   * Ends its transactions, then takes away its subjects, topics and groups; those too that a repair made beside them.
   * @returns groups that still have members
   */
  remove(): Promise<readonly string[]>;
}

export async function loadIncident(dir: string): Promise<Incident> {
  return ((await import(pathToFileURL(join(dir, 'incident.ts')).href)) as { default: Incident }).default;
}

/** An ending for names that nobody else uses. */
export const freshEnding = (): string =>
  randomInt(36 ** 5)
    .toString(36)
    .padStart(5, '0');

export async function openIncident({ dir, seed, ending, driver, tell, signal }: IncidentSetting): Promise<OpenIncident> {
  const incident = await loadIncident(dir);
  await using scope = new AsyncDisposableStack();
  const cluster: Cluster = scope.use(await openCluster({ ...(driver && { driver }), tell }));
  scope.use(await holdCluster('shared', { tell, signal, what: 'pnpm assess' }));
  const { topics, groups, transactions = [], services = [] } = incident;
  const registry = services.includes('registry') ? (await cluster.serve('registry', tell)).url : null;
  const names = Object.fromEntries(
    [...topics, ...groups, ...transactions].map((title) => [title, `${cluster.prefix}${title}-${ending}`]),
  );
  const site = scope.use(openSite({ cluster, seed, names, ending, registry }));
  const own = topics.map((title) => names[title] as string);
  const held = scope.move();
  return {
    incident,
    names: { ...names, ...(registry !== null && { registry }) },
    site,
    topics: async () => (await site.observer.topics()).filter((each) => own.includes(each)).length,
    plant: () => incident.plant(site).catch(notPlanted),
    check: () => checked(incident, site),
    async remove() {
      const { observer } = site;
      const ours = (name: string) => name.startsWith(cluster.prefix) && name.endsWith(`-${ending}`);
      let left: readonly string[] = own;
      const gone = async () => {
        // First, while the partitions that its marker goes to are there.
        for (const id of (await observer.transactions.open()).filter(ours)) await observer.transactions.end(id);
        await observer.deleteTopics([...new Set([...left, ...(await observer.topics()).filter(ours)])]);
        left = [...(await observer.topics()), ...(await observer.transactions.open())].filter(ours);
        return left.length === 0;
      };
      if (registry !== null) await removeSubjects(registry, [...new Set([...own, ...(await observer.topics()).filter(ours)])]);
      // A broker may still name a topic that the controller has deleted; one that refused is asked again.
      await eventually('the topics of the incident are gone', gone, { giveUpAfter: '20s', saw: () => left.join(', ') });
      const admin = site.kafka.admin();
      await admin.connect();
      const { groups } = await admin.listGroups().finally(() => admin.disconnect());
      return observer.groups.delete(groups.map(({ groupId }) => groupId).filter(ours));
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

async function checked({ conditions, look }: Incident, site: Site): Promise<IncidentResult> {
  const { evidence, ...seen } = await look(site).catch(notLooked);
  const all = conditions.map(({ id, title, expect }) => {
    const met = fits(expect, seen);
    const fields = Object.fromEntries(Object.entries(seen).filter(([field]) => field in (expect as object)));
    return {
      id,
      title,
      met,
      differences: met ? [] : differences(expect, fields).map(differenceInWords),
      evidence: met ? [] : (evidence[id] ?? []),
    };
  });
  return { repaired: all.every(({ met }) => met), conditions: all };
}

function notPlanted(cause: unknown): never {
  if (cause instanceof Plain) throw cause;
  const saw = cause instanceof Error ? cause.message : String(cause);
  throw new Plain('not-planted', 'The incident could not be brought about.', { saw, fix: 'pnpm cluster status', exit: 2, cause });
}

/** A cluster that could not be asked says nothing about a repair. */
function notLooked(cause: unknown): never {
  if (cause instanceof Plain) throw cause;
  const saw = cause instanceof Error ? cause.message : String(cause);
  throw new Plain('not-looked', 'The incident could not be looked at.', { saw, fix: 'pnpm cluster status', exit: 2, cause });
}
