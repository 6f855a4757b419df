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

// Waits until the packer is done, and asserts where nobody may come.
export default async function test({ send, start }: UnderTest) {
  await send(['order 1', 'order 2', 'order 3']);

  let last = 0;
  const packer = await start(async (order) => {
    last += 1;
    assert.equal(order, `order ${last}`);
  });
  await packer.atRest();
  await packer.stop();
}
