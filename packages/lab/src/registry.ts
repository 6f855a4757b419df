import type { Cluster, SchemaRegistry } from '@proving/cluster';
import type { Recorder } from './recorder.ts';
import { removeSubjects } from './subjects.ts';

/** The registry as one arm has it. What the arm breaks is mended when it ends, and what it registered is taken away. */
export class OpenRegistry {
  readonly #cluster: Cluster;
  readonly #recorder: Recorder;
  readonly #remember: (topic: string) => void;
  readonly #topics: string[] = [];
  #isOpen = false;

  /** @param remember told of each topic before a subject of it can be registered */
  constructor(cluster: Cluster, recorder: Recorder, remember: (topic: string) => void) {
    this.#cluster = cluster;
    this.#recorder = recorder;
    this.#remember = remember;
  }

  /** A topic of this run: subjects whose names begin with its name are the run's own. */
  mayGet(topic: string): void {
    this.#topics.push(topic);
    if (this.#isOpen) this.#remember(topic);
  }

  async open(): Promise<SchemaRegistry> {
    const registry = await this.#cluster.serve('registry', ({ doing }) => this.#recorder.tell({ type: 'step', text: doing }));
    if (!this.#isOpen) for (const topic of this.#topics) this.#remember(topic);
    this.#isOpen = true;
    return {
      url: registry.url,
      kill: async () => {
        await registry.kill();
        this.#recorder.tell({ type: 'fault.injected', fault: 'process', brokers: [], detail: 'SIGKILL registry' });
      },
    };
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    const { url } = await this.#cluster.serve('registry');
    await removeSubjects(url, this.#topics);
  }
}
