import type { BrokerProxy, Lab, Topic } from '@proving/lab';

/** Produce requests that have passed the proxy. */
export const produced = ({ seen }: BrokerProxy) =>
  seen.filter(({ api }) => api === 'Produce').length;

/** Produce requests that came to the leader, and records that it wrote, when neither has grown for ten looks. */
export async function whileOneStandsStill(lab: Lab, topic: Topic, proxy: BrokerProxy) {
  let before = '';
  let still = 0;
  return lab.eventually('nothing more comes to the leader', async () => {
    const records = (await lab.batchesOf(topic)).reduce((sum, batch) => sum + batch.records, 0);
    const seen = { requests: produced(proxy), records };
    still = records > 0 && JSON.stringify(seen) === before ? still + 1 : 0;
    before = JSON.stringify(seen);
    if (still < 10) return false;
    lab.step(
      `meanwhile: requests at the leader ${seen.requests}, records in its log ${records}`,
    );
    return seen;
  });
}
