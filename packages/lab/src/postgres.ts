import { askingPostgres, type Cluster, type Postgres } from '@proving/cluster';
import { eventually } from './wait.ts';

/** Postgres as one arm has it: a schema of its own, which is dropped with all that is in it when the arm ends. */
export class OpenPostgres {
  readonly #cluster: Cluster;
  readonly #fresh: () => string;
  readonly #remember: (schema: string) => void;
  readonly #tell: (text: string) => void;
  #schema: string | null = null;
  #opening: Promise<Postgres> | null = null;

  /**
   * @param fresh a name that no other run uses
   * @param remember told of the schema before it is made
   */
  constructor(cluster: Cluster, fresh: () => string, remember: (schema: string) => void, tell: (text: string) => void) {
    this.#cluster = cluster;
    this.#fresh = fresh;
    this.#remember = remember;
    this.#tell = tell;
  }

  /** The same schema at each call. */
  open(): Promise<Postgres> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<Postgres> {
    const { url } = await this.#cluster.serve('postgres', ({ doing }) => this.#tell(doing));
    const schema = this.#fresh().replaceAll(/[^a-z0-9]+/g, '_');
    this.#remember(schema);
    await askingPostgres(url, (client) => client.query(`create schema ${schema}`));
    this.#schema = schema;
    return { url: within(url, schema) };
  }

  /** Programs that were killed may have left connections that Postgres has not missed yet; what they lock, it waits for. */
  async close(): Promise<void> {
    const schema = this.#schema;
    if (schema === null) return;
    const { url } = await this.#cluster.serve('postgres');
    await dropSchema(url, schema);
  }
}

/** Takes a schema away, with all that is in it. */
export async function dropSchema(url: string, schema: string): Promise<void> {
  const drop = () => askingPostgres(url, (client) => client.query(`drop schema if exists ${schema} cascade`)).then(() => true);
  await eventually('the tables of the run are gone', () => drop().catch(() => false), { giveUpAfter: '20s' });
}

/** A connection that finds and makes its tables in that schema, whichever client opens it. */
function within(url: string, schema: string): string {
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.href.replaceAll('+', '%20');
}
