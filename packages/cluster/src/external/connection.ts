import { type Socket, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { Security } from '../driver.ts';
import { type Address, inWords } from './settings.ts';
import { Reader, Writer } from './wire.ts';

/** What stood in the way of an answer, told apart by what the wire showed. `saw` is the words of the socket or of the broker. */
export type Trouble =
  | { readonly kind: 'refused' | 'unknown-host' | 'unreachable' | 'tls' | 'closed' | 'silent' | 'not-kafka'; readonly saw: string }
  | { readonly kind: 'mechanism'; readonly saw: string; readonly offered: readonly string[] }
  | { readonly kind: 'no-sasl' | 'password'; readonly saw: string };

export class Failed extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.saw);
    this.trouble = trouble;
  }
}

export interface Connection extends Disposable {
  /** One request, and the body of its answer. One at a time. */
  ask(api: number, version: number, body: Buffer, flexible?: boolean): Promise<Reader>;
}

/**
 * Opens one connection, TLS included. It and everything asked on it must be done before `signal` fires.
 * @throws {Failed}
 */
export async function open(to: Address, tls: Security['tls'], signal: AbortSignal): Promise<Connection> {
  const socket = tls
    ? tlsConnect({ ...tls, host: to.host, port: to.port, ...(isName(to.host) && { servername: to.host }) })
    : tcpConnect({ host: to.host, port: to.port });
  const wire = new Wire(socket, inWords(to), signal);
  try {
    await wire.ready(tls !== null);
    return wire;
  } catch (trouble) {
    wire[Symbol.dispose]();
    throw trouble;
  }
}

class Wire implements Connection {
  readonly #socket: Socket;
  readonly #signal: AbortSignal;
  readonly #where: string;
  #received = Buffer.alloc(0);
  #connected = false;
  #opened = false;
  #failed: Trouble | null = null;
  #correlation = 0;
  #changed = () => {};

  constructor(socket: Socket, where: string, signal: AbortSignal) {
    this.#socket = socket;
    this.#where = where;
    this.#signal = signal;
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes as Buffer]);
      this.#changed();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => this.#fail(ofSocket(error, this.#opened)));
    socket.on('close', () => this.#fail({ kind: 'closed', saw: `${where} closed the connection without an answer` }));
    signal.addEventListener('abort', this.#outOfTime, { once: true });
    if (signal.aborted) this.#outOfTime();
  }

  async ready(tls: boolean): Promise<void> {
    this.#socket.once(tls ? 'secureConnect' : 'connect', () => {
      this.#opened = true;
      this.#changed();
    });
    this.#socket.once('connect', () => {
      this.#connected = true;
    });
    await this.#until(() => this.#opened);
  }

  async ask(api: number, version: number, body: Buffer, flexible = false): Promise<Reader> {
    const id = ++this.#correlation;
    const header = new Writer().int16(api).int16(version).int32(id).string('proving-ground');
    if (flexible) header.int8(0);
    this.#socket.write(new Writer().bytes(Buffer.concat([header.done(), body])).done());
    const size = await this.#until(() => this.#received.length >= 4 && this.#received.readInt32BE());
    if (size < 4 || size > 16_777_216) throw new Failed({ kind: 'not-kafka', saw: asText(this.#received) });
    await this.#until(() => this.#received.length >= 4 + size);
    const answer = this.#received.subarray(4, 4 + size);
    this.#received = this.#received.subarray(4 + size);
    if (answer.readInt32BE() !== id) throw new Failed({ kind: 'not-kafka', saw: asText(answer) });
    return new Reader(answer.subarray(4));
  }

  [Symbol.dispose](): void {
    this.#signal.removeEventListener('abort', this.#outOfTime);
    this.#socket.destroy();
  }

  /** Every answer that arrived counts, also when the connection was closed right behind it. */
  async #until<T>(look: () => T | false): Promise<T> {
    for (;;) {
      const seen = look();
      if (seen !== false) return seen;
      if (this.#failed) throw new Failed(this.#afterBytes(this.#failed));
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }

  #afterBytes(trouble: Trouble): Trouble {
    const spoke = this.#received.length > 0 && (trouble.kind === 'closed' || trouble.kind === 'silent');
    return spoke ? { kind: 'not-kafka', saw: asText(this.#received) } : trouble;
  }

  #fail(trouble: Trouble): void {
    this.#failed ??= trouble;
    this.#changed();
  }

  readonly #outOfTime = () =>
    this.#fail(
      this.#connected
        ? { kind: 'silent', saw: `${this.#where} accepted the connection and did not answer` }
        : { kind: 'unreachable', saw: `no answer from ${this.#where} to the request for a connection` },
    );
}

function ofSocket(error: NodeJS.ErrnoException, opened: boolean): Trouble {
  const saw = error.message || (error.code ?? error.name);
  switch (error.code) {
    case 'ECONNREFUSED':
      return { kind: 'refused', saw };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { kind: 'unknown-host', saw };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return { kind: 'unreachable', saw };
    case 'ECONNRESET':
    case 'EPIPE':
      return { kind: opened ? 'closed' : 'tls', saw };
    default:
      return { kind: 'tls', saw: error.code ? `${saw.trim()} (${error.code})` : saw.trim() };
  }
}

/** The first bytes of something that is not Kafka, as far as they can be read. */
function asText(bytes: Buffer): string {
  const head = bytes.subarray(0, 80);
  const text = head.toString('latin1').split(/[\r\n]/)[0] as string;
  return /^[\x20-\x7e]{4,}$/.test(text) ? `it said "${text}"` : `its first bytes were ${head.subarray(0, 16).toString('hex')}`;
}

const isName = (host: string) => !/^[\d.]+$|:/.test(host);
