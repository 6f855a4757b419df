import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { BrokerId } from '@proving/spec';
import { type Duration, ms, Plain } from '@proving/spec';
import { apiKeyOf, apiKeys, correlationOf, Frames } from './frames.ts';
import type { ApiName, BrokerProxy, Fault } from './lab.ts';
import type { Recorder } from './recorder.ts';

const nameOf = new Map<number, ApiName>(Object.entries(apiKeys).map(([name, key]) => [key, name as ApiName]));

/** A rule is asked about each frame, request or response, with the api of its request. */
interface Rule {
  decide(way: 'request' | 'response', api: ApiName | number, correlation: string): 'pass' | 'drop' | 'cut' | number;
}

/** A TCP proxy in front of one broker's PROXIED listener, on loopback. */
export class OpenProxy implements BrokerProxy {
  readonly broker: BrokerId;
  readonly seen: { api: ApiName | number; at: number; bytes: number }[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #rules: Rule[] = [];
  readonly #recorder: Recorder;
  #connections = 0;

  private constructor(broker: BrokerId, server: Server, recorder: Recorder) {
    this.broker = broker;
    this.#server = server;
    this.#recorder = recorder;
  }

  /** @throws {Plain} `port-busy` when something else listens on the advertised port */
  static async open(
    broker: BrokerId,
    route: { readonly listen: number; readonly forward: number },
    recorder: Recorder,
  ): Promise<OpenProxy> {
    const server = createServer();
    const proxy = new OpenProxy(broker, server, recorder);
    server.on('connection', (client) => proxy.#carry(client, route.forward));
    server.listen(route.listen, '127.0.0.1');
    await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
      throw new Plain('port-busy', `The proxy for broker ${broker} could not listen on port ${route.listen}.`, {
        saw: cause.message,
        fix: 'pnpm cluster stop, then try again',
        cause,
      });
    });
    return proxy;
  }

  dropResponses(api: ApiName, count = 1): Fault {
    return this.#strike(
      `drops ${count} ${api} ${count === 1 ? 'answer' : 'answers'}`,
      (way, seen) => (way === 'response' && seen === api ? 'drop' : 'pass'),
      count,
    );
  }

  swallowRequests(api: ApiName, count = 1): Fault {
    return this.#strike(
      `swallows ${count} ${api} ${count === 1 ? 'request' : 'requests'}`,
      (way, seen) => (way === 'request' && seen === api ? 'drop' : 'pass'),
      count,
    );
  }

  cutOnResponse(api: ApiName): Fault {
    return this.#strike(
      `cuts the connection on a ${api} answer`,
      (way, seen) => (way === 'response' && seen === api ? 'cut' : 'pass'),
      1,
    );
  }

  delay(by: Duration): Fault {
    return this.#strike(`holds answers back for ${by}`, (way) => (way === 'response' ? ms(by) : 'pass'), Number.POSITIVE_INFINITY);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #strike(
    detail: string,
    decide: (way: 'request' | 'response', api: ApiName | number) => 'pass' | 'drop' | 'cut' | number,
    count: number,
  ): Fault {
    let struck = 0;
    const rule: Rule = {
      decide: (way, api) => {
        if (struck >= count) return 'pass';
        const decision = decide(way, api);
        if (decision !== 'pass') struck += 1;
        return decision;
      },
    };
    this.#rules.push(rule);
    this.#recorder.tell({ type: 'fault.injected', fault: 'proxy', brokers: [this.broker], detail });
    return {
      get struck() {
        return struck;
      },
      [Symbol.dispose]: () => {
        const at = this.#rules.indexOf(rule);
        if (at < 0) return;
        this.#rules.splice(at, 1);
        this.#recorder.tell({
          type: 'fault.healed',
          fault: 'proxy',
          brokers: [this.broker],
          detail: `${detail}: struck ${struck} times`,
        });
      },
    };
  }

  #carry(client: Socket, port: number): void {
    this.#connections += 1;
    const connection = this.#connections;
    const broker = connect(port, '127.0.0.1');
    const waiting = new Map<string, ApiName | number>();
    for (const socket of [client, broker]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        broker.destroy();
      });
    }
    this.#pump(client, broker, (frame) => {
      const api = nameOf.get(apiKeyOf(frame)) ?? apiKeyOf(frame);
      const id = `${connection}:${correlationOf(frame, 'request')}`;
      waiting.set(id, api);
      this.seen.push({ api, at: this.#recorder.now(), bytes: frame.length });
      return this.#decide('request', api, id);
    });
    this.#pump(broker, client, (frame) => {
      const id = `${connection}:${correlationOf(frame, 'response')}`;
      const api = waiting.get(id) ?? -1;
      waiting.delete(id);
      return this.#decide('response', api, id);
    });
  }

  #pump(from: Socket, to: Socket, decide: (frame: Buffer) => 'pass' | 'drop' | 'cut' | number): void {
    const frames = new Frames();
    from.on('data', (chunk: Buffer) => {
      for (const frame of frames.push(chunk)) {
        const decision = decide(frame);
        if (decision === 'cut') from.destroy();
        else if (typeof decision === 'number') setTimeout(() => to.writable && to.write(frame), decision);
        else if (decision === 'pass' && to.writable) to.write(frame);
      }
    });
  }

  #decide(way: 'request' | 'response', api: ApiName | number, id: string): 'pass' | 'drop' | 'cut' | number {
    for (const rule of this.#rules) {
      const decision = rule.decide(way, api, id);
      if (decision !== 'pass') return decision;
    }
    return 'pass';
  }
}
