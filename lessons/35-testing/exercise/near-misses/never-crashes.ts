import assert from 'node:assert/strict';

interface Packer {
  /** Resolves when it is done with all that lies in the topic, or has crashed. */
  atRest(): Promise<void>;
  stop(): Promise<void>;
}

interface UnderTest {
  /** Puts orders into the topic, which is this test's own. Returns when they are acknowledged. */
  send(orders: string[]): Promise<void>;
  /** Starts a packer. It goes on where the last one was. If `ship` throws, it crashes. */
  start(ship: (order: string) => Promise<void>): Promise<Packer>;
}

// Stops it politely between two orders, where everything is in order.
export default async function test({ send, start }: UnderTest) {
  const shipped: string[] = [];
  const ship = async (order: string) => void shipped.push(order);
  await send(['order 1', 'order 2', 'order 3']);
  for (const more of ['order 4', 'order 5']) {
    const packer = await start(ship);
    await packer.atRest();
    await packer.stop();
    await send([more]);
  }
  const last = await start(ship);
  await last.atRest();
  await last.stop();

  assert.deepEqual(shipped, ['order 1', 'order 2', 'order 3', 'order 4', 'order 5']);
}
