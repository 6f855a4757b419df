import { pathToFileURL } from 'node:url';
import { type Cluster, holdCluster, openCluster, removeContainers } from '@proving/cluster';
import { dropSchema, type Experiment, loadClients, Observer, removeSubjects } from '@proving/lab';
import { type DriverName, Plain, type Service, type Shape } from '@proving/spec';
import { endOfPrinted, type Job } from '../job.ts';
import { wellFormed } from '../well-formed.ts';
import { clientVersions } from './client-versions.ts';
import { judgeExercise } from './judge-exercise.ts';
import { type Beside, Leftovers } from './leftovers.ts';
import type { Outbox } from './outbox.ts';
import { runArm } from './run-arm.ts';

type Working = Exclude<Job, { do: 'stop' }>;
/** Kept from before a learner's program can replace it. */
const print = process.stdout.write.bind(process.stdout);
const disturbing = ['kill', 'freeze', 'proxy'];

/** Takes one job after another on one cluster, which it opens with the first of them. */
export class Workbench {
  readonly #outbox: Outbox;
  #cluster: Cluster | null = null;
  #busy: AsyncDisposableStack | null = null;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  async take(job: Working): Promise<void> {
    const cluster = await this.#open(job.shape, job.driver);
    const lacking = await this.#serve(cluster, job.services);
    this.#outbox.put({ say: 'ready', kafka: cluster.kafka, driver: cluster.driver, clients: await clientVersions() });
    if (job.do === 'warm') await loadClients();
    // A worker that is only warmed says nothing of it: the learner still reads, and hears it with the first run.
    if (job.do === 'experiment')
      await (lacking ? this.#outbox.put({ say: 'not-provable', because: lacking.message }) : this.#experiment(job, cluster));
    if (job.do === 'exercise') await (lacking ? Promise.reject(lacking) : this.#exercise(job, cluster));
  }

  /** Brings back what an unfinished arm has broken, as far as its time goes, then lets go of the lease and the cluster. */
  async close(): Promise<void> {
    if (this.#busy) await this.#cluster?.heal('3s').catch(() => undefined);
    await this.#busy?.disposeAsync().catch(() => undefined);
    await this.#cluster?.[Symbol.asyncDispose]();
  }

  async #open(shape: Shape, driver: DriverName | null): Promise<Cluster> {
    this.#cluster ??= await openCluster({
      shape,
      ...(driver && { driver }),
      tell: (progress) => this.#outbox.put({ say: 'progress', ...progress }),
    });
    return this.#cluster;
  }

  /** Starts or heals what runs beside the brokers. @returns why one of them cannot be had on this machine; null: all are there */
  async #serve(cluster: Cluster, services: readonly Service[]): Promise<Plain | null> {
    for (const service of services) {
      try {
        await cluster.serve(service, (progress) => this.#outbox.put({ say: 'progress', ...progress }));
      } catch (error) {
        if ((error as Plain).code === 'not-provable-here') return error as Plain;
        throw error;
      }
    }
    return null;
  }

  async #experiment(job: Working & { do: 'experiment' }, cluster: Cluster): Promise<void> {
    for (const need of job.needs) {
      if (cluster.powers.has(need as never)) continue;
      const because = await cluster.use(need as 'kill').then(
        () => '',
        (error: Plain) => error.message,
      );
      this.#outbox.put({ say: 'not-provable', because });
      return;
    }
    const { default: experiment } = (await import(pathToFileURL(job.file).href).catch(unreadable(job))) as { default: Experiment };
    if (typeof experiment?.run !== 'function')
      throw new Plain('not-an-experiment', `${job.name} has no default export made by experiment(…).`);
    wellFormed(experiment, job.name, job.claim);
    const arms = Object.keys(experiment.arms);
    await using _held = await this.#hold(
      job.needs.some((need) => disturbing.includes(need)) ? 'exclusive' : 'shared',
      job,
      cluster,
    );
    const leftovers = Leftovers.begin();
    for (const [index, arm] of arms.entries()) {
      this.#outbox.put({ say: 'arm', arm, index, of: arms.length });
      await runArm(experiment, {
        arm,
        seed: job.seed,
        file: job.file,
        budgetMs: job.budgetMs,
        cluster,
        emit: (event) => this.#outbox.put({ say: 'event', arm, event }),
        remember: (kind, name) => leftovers.remember(kind, name),
        over: (outcome) => this.#outbox.put({ say: 'outcome', arm, outcome, expected: experiment.expect[arm] ?? null }),
      });
    }
    await leftovers.end(() => new Observer(cluster));
  }

  async #exercise(job: Working & { do: 'exercise' }, cluster: Cluster): Promise<void> {
    await using _held = await this.#hold('exclusive', job, cluster);
    const leftovers = Leftovers.begin();
    this.#outbox.put({ say: 'arm', arm: 'exercise', index: 0, of: 1 });
    await judgeExercise({
      check: job.check,
      budgetMs: job.budgetMs,
      file: job.file,
      seed: job.seed,
      cluster,
      emit: (event) => this.#outbox.put({ say: 'event', arm: 'exercise', event }),
      remember: (kind, name) => leftovers.remember(kind, name),
      judged: (result) => {
        print(`\n${endOfPrinted}\n`);
        this.#outbox.put({ say: 'exercise', result });
      },
    });
    await leftovers.end(() => new Observer(cluster));
  }

  /** The lease, and under it a cluster that is whole and free of what a killed run left behind. */
  async #hold(
    mode: 'shared' | 'exclusive',
    { label, services }: { readonly label: string; readonly services: readonly Service[] },
    cluster: Cluster,
  ): Promise<AsyncDisposableStack> {
    const lease = await holdCluster(mode, { what: label, waiting: (holder) => this.#outbox.put({ say: 'waiting', for: holder }) });
    const scope = new AsyncDisposableStack();
    // Not before the lease: who only waits has broken nothing, and what is broken then is another one's arm.
    this.#busy = scope;
    scope.defer(() => {
      this.#busy = null;
    });
    scope.use(lease);
    if ([...cluster.states().values()].some((state) => state !== 'up')) await cluster.heal('30s');
    await this.#serve(cluster, services);
    await Leftovers.sweep(() => new Observer(cluster), besides(cluster, services));
    return scope;
  }
}

/** How a killed run's leavings are removed from the services of this lesson. */
function besides(cluster: Cluster, services: readonly Service[]): Beside {
  const subjects = async (topics: readonly string[]) => removeSubjects((await cluster.serve('registry')).url, topics);
  const schema = async (schemas: readonly string[]) => {
    const { url } = await cluster.serve('postgres');
    for (const each of schemas) await dropSchema(url, each);
  };
  // Whatever this lesson needs: a container of a killed test goes on for ever.
  const containers = (runs: readonly string[]) => removeContainers(runs);
  return { containers, ...(services.includes('registry') && { subjects }), ...(services.includes('postgres') && { schema }) };
}

/** An experiment that cannot even be loaded says where, as a compiler would. */
function unreadable({ file, name }: { readonly file: string; readonly name: string }): (error: unknown) => never {
  return (cause) => {
    const { stack = '', name: kind = '' } = cause as Error;
    // A file that it imports may be the one that is broken; then its own words name that one.
    // Node names a file by its path where it could not parse it, by its address where it could not run it.
    const [line] = [file, pathToFileURL(file).href].flatMap((name) => stack.split(name)[1]?.match(/^:(\d+)/)?.[1] ?? []);
    const what = kind === 'SyntaxError' ? 'is not valid TypeScript' : 'failed while it was loaded';
    throw new Plain('experiment-unreadable', `${name}${line ? `:${line}` : ''} ${what}.`, {
      saw: cause instanceof Error ? cause.message : String(cause),
      fix: 'mend that line',
      cause,
    });
  };
}
