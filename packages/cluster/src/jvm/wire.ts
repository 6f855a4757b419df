import { connect } from 'node:net';

/** What a broker knows of the cluster: its id, and the brokers that are registered and unfenced. */
export interface Sight {
  readonly clusterId: string;
  readonly brokers: readonly number[];
}

/**
 * Asks a broker for its metadata without topics (Metadata v4). The brokers it names are those its copy of the metadata log
 * holds registered and unfenced. Null: no answer in time, or not Kafka's.
 */
export async function sightOf(port: number, within = 1_000): Promise<Sight | null> {
  const noTopicsNoAutoCreation = Buffer.from([0, 0, 0, 0, 0]);
  const body = await ask(port, { key: 3, version: 4, body: noTopicsNoAutoCreation }, within);
  try {
    return body && readSight(body);
  } catch {
    return null;
  }
}

/** Whether it answers an ApiVersions request. */
export async function answers(port: number, within = 1_000): Promise<boolean> {
  return (await ask(port, { key: 18, version: 0, body: Buffer.alloc(0) }, within)) !== null;
}

/**
 * Whether it has producer ids to hand out (InitProducerId v0). A broker that was just started has none: it answers the first who asks
 * with COORDINATOR_LOAD_IN_PROGRESS, and fetches a block of 1,000 from the controller (AllocateProducerIds, KIP-730).
 */
export async function hasProducerIds(port: number, within = 1_000): Promise<boolean> {
  const body = Buffer.alloc(6);
  body.writeInt16BE(-1, 0); // no transactional id
  body.writeInt32BE(within, 2);
  const answer = await ask(port, { key: 22, version: 0, body }, within);
  const afterThrottleTime = 4;
  return answer !== null && answer.length >= 6 && answer.readInt16BE(afterThrottleTime) === 0;
}

interface Request {
  readonly key: number;
  readonly version: number;
  readonly body: Buffer;
}

/** One request on a connection of its own; resolves to the answer behind its correlation id, or null. */
function ask(port: number, request: Request, within: number): Promise<Buffer | null> {
  return new Promise((answer) => {
    const parts: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, signal: AbortSignal.timeout(within) });
    const end = (body: Buffer | null) => {
      socket.destroy();
      answer(body);
    };
    socket.once('connect', () => socket.write(frame(request)));
    socket.once('error', () => end(null));
    socket.once('close', () => end(null));
    socket.on('data', (part) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.length >= 8 && all.length >= 4 + all.readInt32BE(0)) end(all.subarray(8, 4 + all.readInt32BE(0)));
    });
  });
}

function frame({ key, version, body }: Request): Buffer {
  const client = Buffer.from('proving');
  const head = Buffer.alloc(14);
  head.writeInt32BE(10 + client.length + body.length, 0);
  head.writeInt16BE(key, 4);
  head.writeInt16BE(version, 6);
  head.writeInt32BE(1, 8);
  head.writeInt16BE(client.length, 12);
  return Buffer.concat([head, client, body]);
}

function readSight(body: Buffer): Sight {
  let at = 4; // throttle_time_ms
  const int32 = () => {
    at += 4;
    return body.readInt32BE(at - 4);
  };
  const string = () => {
    const from = at + 2;
    at = from + Math.max(0, body.readInt16BE(at));
    return body.toString('utf8', from, at);
  };
  const brokers = Array.from({ length: int32() }, () => {
    const id = int32();
    string(); // host
    int32(); // port
    string(); // rack
    return id;
  });
  return { clusterId: string(), brokers };
}
