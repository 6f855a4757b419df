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

// Counts what it has not let happen: the try that died.
export default async function test({ send, start }: UnderTest) {
  const shipped: string[] = [];
  let dies = true;
  const ship = async (order: string) => {
    shipped.push(order);
    if (order !== 'order 2' || !dies) return;
    dies = false;
    throw new Error('it dies over order 2');
  };

  await send(['order 1', 'order 2', 'order 3']);
  await (await start(ship)).atRest();
  const second = await start(ship);
  await second.atRest();
  await second.stop();

  assert.deepEqual(shipped, ['order 1', 'order 2', 'order 3']);
}
