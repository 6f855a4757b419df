import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lab } from '@proving/lab';

/** A mail service outside of Kafka, reached over HTTP: what is posted to it has been sent, and stays sent. */
export async function mailbox(lab: Lab) {
  const sent: string[] = [];
  const server = createServer(async (request, response) => {
    const order = `${Buffer.concat(await request.toArray())}`;
    lab.step(`the mail about ${order} goes out`);
    sent.push(order);
    response.end('sent');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    sent,
    post: (_: unknown, body: string) =>
      fetch(`http://127.0.0.1:${port}`, { method: 'POST', body }),
    [Symbol.dispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
