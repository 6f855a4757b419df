import { connect } from 'node:net';

/** What an address does with an ApiVersions request: a live broker answers, a frozen one is silent, a dead one refuses. */
export type Reached = 'answers' | 'silent' | 'refuses';

/** Asks over a connection of its own. Two seconds of silence are silence: a broker that lives answers within milliseconds. */
export function reaches(address: string): Promise<Reached> {
  const [host = '', port = ''] = address.split(/:(?=\d+$)/);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: 2_000 });
    const end = (reached: Reached) => {
      socket.destroy();
      resolve(reached);
    };
    // ApiVersions (key 18) version 0, correlation id 7, no client id, no body.
    socket.once('connect', () => socket.write(Buffer.from('0000000a0012000000000007ffff', 'hex')));
    socket.once('data', () => end('answers'));
    socket.once('timeout', () => end('silent'));
    socket.once('error', () => end('refuses'));
    socket.once('close', () => end('refuses'));
  });
}
