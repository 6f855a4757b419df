import type { BrokerProxy, Lab, Topic } from '@proving/lab';

/** Produce requests that have passed the proxy. */
export const produced = ({ seen }: BrokerProxy) =>
  seen.filter(({ api }) => api === 'Produce').length;

/**
 * Produce requests that came to the leader, and records that it wrote, when neither has grown for five looks. The frozen follower
 * must still be in sync by then: one that is counted out is waited for no more, and nothing could be judged.
 */
export async function whileOneStandsStill(lab: Lab, topic: Topic, proxy: BrokerProxy) {
  let before = '';
  let still = 0;
  const seen = await lab.eventually('nothing more comes to the leader', async () => {
    const records = (await lab.batchesOf(topic)).reduce((sum, batch) => sum + batch.records, 0);
    const now = { requests: produced(proxy), records };
    still = records > 0 && JSON.stringify(now) === before ? still + 1 : 0;
    before = JSON.stringify(now);
    return still === 5 && now;
  });
  const { requests, records } = seen;
  lab.step(`meanwhile: requests at the leader ${requests}, records in its log ${records}`);
  await topic.hasInSync(lab.cluster.brokers, { giveUpAfter: '1s' });
  return seen;
}
