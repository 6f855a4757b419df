import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Writer } from '../../src/external/wire.ts';

/** Something that listens on a port of loopback, and how many connections to it are open. */
export interface Listener extends AsyncDisposable {
  readonly port: number;
  open(): number;
}

export const silent = () => listen(createServer((socket) => socket.resume()));
export const hangsUp = () => listen(createServer((socket) => socket.destroy()));
export const webPage = () => listen(createHttpServer((_, response) => response.end('hello')));

/** Answers ApiVersions as Kafka 3.9 does, where Produce ends at 11; `flexible: false` as Kafka 2.1 does, which knows no version 3. */
export const olderKafka = ({ flexible }: { readonly flexible: boolean }) =>
  listen(createServer((socket) => socket.on('data', (request) => socket.write(answerTo(request as Buffer, flexible)))));

export async function closedPort(): Promise<number> {
  await using listener = await silent();
  return listener.port;
}

function answerTo(request: Buffer, flexible: boolean): Buffer {
  const [api, version, id] = [request.readInt16BE(4), request.readInt16BE(6), request.readInt32BE(8)];
  const body = new Writer().int32(id);
  if (api === 18 && version === 3 && flexible) {
    // One API, throttle time, then two tagged fields: the supported features, here metadata.version 7 to 21, and an epoch.
    const feature = new Writer().int8(2).compact('metadata.version').int16(7).int16(21).int8(0).done();
    body.int16(0).int8(2).int16(0).int16(0).int16(11).int8(0).int32(0);
    body.int8(2).int8(0).int8(feature.length).raw(feature).int8(1).int8(8).raw(Buffer.alloc(8));
  } else if (api === 18) {
    body
      .int16(version === 3 ? 35 : 0)
      .int32(1)
      .int16(0)
      .int16(0)
      .int16(flexible ? 11 : 7);
  } else {
    body.int32(0).int32(1).int32(1).string('127.0.0.1').int32(9092).int16(-1);
  }
  return new Writer().bytes(body.done()).done();
}

async function listen(server: Server): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
