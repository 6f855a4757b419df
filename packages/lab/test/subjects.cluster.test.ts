import { type Cluster, openCluster, probeDrivers, stopCluster } from '@proving/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeSubjects } from '../src/index.ts';

// Where no Java is new enough for the registry these are skipped: what was not looked at is not green.
const { registry } = await probeDrivers();

describe.skipIf(registry.runsOn === null)('subjects of a run', () => {
  let cluster: Cluster;
  let url: string;
  beforeAll(async () => {
    cluster = await openCluster();
    ({ url } = await cluster.serve('registry'));
  }, 600_000);
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]();
    await stopCluster();
  });

  const register = async (subject: string, schema: object | readonly string[], references: readonly object[] = []) => {
    const answer = await fetch(`${url}/subjects/${subject}/versions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ schema: JSON.stringify(schema), references }),
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
  };
  const left = async () => ((await (await fetch(`${url}/subjects`)).json()) as string[]).toSorted();
  const record = (name: string) => ({ type: 'record', name, namespace: 'shop', fields: [{ name: 'id', type: 'string' }] });

  it('go for good, also those to which another one refers; nobody else’s do', async () => {
    await register('orders-1-shop.Order', record('Order'));
    await register('orders-1-value', ['shop.Order'], [{ name: 'shop.Order', subject: 'orders-1-shop.Order', version: 1 }]);
    await register('payments-value', record('Payment'));
    await removeSubjects(url, ['orders-1', 'returns-1']);
    expect(await left()).toEqual(['payments-value']);
  });

  it('of another subject’s reference are kept, and that is said', async () => {
    await register('orders-2-shop.Stock', record('Stock'));
    await register('theirs-value', ['shop.Stock'], [{ name: 'shop.Stock', subject: 'orders-2-shop.Stock', version: 1 }]);
    await expect(removeSubjects(url, ['orders-2'])).rejects.toThrow('The registry keeps orders-2-shop.Stock: 422');
  });
});
