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

// Looks at what was shipped, and never at where the next one begins.
export default async function test({ send, start }: UnderTest) {
  const shipped: string[] = [];
  await send(['order 1', 'order 2', 'order 3']);

  const packer = await start(async (order) => void shipped.push(order));
  await packer.atRest();
  await packer.stop();

  assert.deepEqual(shipped, ['order 1', 'order 2', 'order 3']);
}
