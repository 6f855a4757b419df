import type { RunEvent } from '@proving/spec';
import type { Operation } from './history/operation.ts';
import { Recorder } from './recorder.ts';

/** What the clients of a child program tell, on its way to the experiment; marked, so that it is not taken for a word of the program's own. */
export interface Relayed {
  readonly relayed: { readonly event: RunEvent } | { readonly operation: Operation; readonly index: number };
}

/** In the child: passes on what its clients do. A send is passed on when it begins and again when its outcome is known. */
export class RelayingRecorder extends Recorder {
  readonly #pass: (relayed: Relayed) => void;
  readonly #open = new Map<number, Operation>();

  constructor(pass: (relayed: Relayed) => void) {
    super((event) => {
      if (settles.has(event.type)) this.#passOpen();
      pass({ relayed: { event } });
    });
    this.#pass = pass;
  }

  override record(operation: Operation): void {
    super.record(operation);
    const index = this.operations.length - 1;
    if ('outcome' in operation) this.#open.set(index, operation);
    this.#pass({ relayed: { operation, index } });
  }

  #passOpen(): void {
    for (const [index, operation] of this.#open) {
      this.#pass({ relayed: { operation, index } });
      if ('outcome' in operation && operation.outcome !== 'info' && operation.outcome !== 'open') this.#open.delete(index);
    }
  }
}

const settles: ReadonlySet<RunEvent['type']> = new Set(['client.ack', 'client.error', 'txn.commit', 'txn.abort']);

/**
 * In the experiment: writes down what a child's clients tell as if they were its own, under names and numbers of this run. A
 * producer is called after the program, and so is a consumer whose group has the program's name: they live and die together.
 * @param program `packer`; started a second time, its clients are `packer 2`
 */
export class Relay {
  readonly #program: string;
  readonly #recorder: Recorder;
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<number, number>();
  readonly #operations = new Map<number, Operation>();
  readonly #groups = new Map<string, string>();

  constructor(program: string, recorder: Recorder) {
    this.#program = program;
    this.#recorder = recorder;
  }

  /** @returns whether the message came from a client of the child; all others are the program's own words */
  hear(message: unknown): boolean {
    if (typeof message !== 'object' || message === null || !('relayed' in message)) return false;
    const { relayed } = message as Relayed;
    if ('event' in relayed) this.#tell(relayed.event);
    else this.#record(relayed.operation, relayed.index);
    return true;
  }

  /** The process by the names that its clients have in figures; by the program's, where none has said anything. */
  known(): string {
    return [...new Set(this.#names.values())].join(', ') || this.#program;
  }

  /** The process was killed: nobody told the coordinator. */
  killed(): void {
    this.#recorder.silenced([...this.#names.values()]);
    for (const [client, group] of this.#groups) this.#recorder.dead.set(client, group);
  }

  #tell({ t: _, ...event }: RunEvent): void {
    const named = 'client' in event ? { ...event, client: this.#nameOf(event.client) } : event;
    const own = 'id' in named && typeof named.id === 'number' ? { ...named, id: this.#idOf(named.id) } : named;
    if (own.type === 'group.assign') this.#groups.set(own.client, own.group);
    this.#recorder.tell(own as Parameters<Recorder['tell']>[0]);
  }

  #record(told: Operation, index: number): void {
    const known = this.#operations.get(index);
    const operation = { ...told, process: this.#nameOf(told.process), at: known?.at ?? this.#recorder.now() };
    if (known) return void Object.assign(known, operation);
    this.#operations.set(index, operation);
    this.#recorder.record(operation);
  }

  #nameOf(client: string): string {
    const name = /^producer\b/.test(client) ? this.#program : client;
    const known = this.#names.get(name) ?? this.#recorder.nameFor(name);
    this.#names.set(name, known);
    return known;
  }

  #idOf(id: number): number {
    const known = this.#ids.get(id) ?? this.#recorder.nextId();
    this.#ids.set(id, known);
    return known;
  }
}
