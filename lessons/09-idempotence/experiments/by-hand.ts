import { Connection, initProducerIdV4, NumericMap, produceV9 } from '@platformatic/kafka';
import type { Lab } from '@proving/lab';
import type { BrokerId } from '@proving/spec';

/** A producer that keeps order 1 under number 0, order 2 under number 1, and repeats nothing: that is up to the caller. */
export async function producerByHand(lab: Lab, leader: BrokerId, numbers: boolean) {
  const at = lab.cluster.brokers.indexOf(leader);
  const { hostname, port } = new URL(`kafka://${lab.cluster.proxied[at]}`);
  const connect = async () => {
    const made = new Connection('by hand', { requestTimeout: 2_000 });
    await made.connect(hostname, Number(port));
    return made;
  };
  let connection = await connect();

  // #region id
  const initProducerId = initProducerIdV4.api.async;
  const { producerId, producerEpoch } = await initProducerId(connection, null, 0);
  // #endregion

  const produce = async (topic: string, order: string) => {
    const number = Number(order.replace('order ', '')) - 1;
    // #region produce
    const record = { topic, partition: 0, value: Buffer.from(order) };
    const sequences = new NumericMap([[`${topic}:0`, number]]);
    const sender = numbers ? { producerId, producerEpoch, sequences } : {};
    await produceV9.api.async(connection, acksAll, 1_000, [record], sender);
    // #endregion
  };

  return {
    /** One request with one record for partition 0. Resolves with what the leader says. */
    async send(topic: string, order: string): Promise<string> {
      const used = connection;
      const answer = await produce(topic, order).then(() => 'ok', codeOf);
      // A request that timed out has taken its connection with it.
      if (answer === unanswered && connection === used) connection = await connect();
      lab.step(`${order}: ${answer}`);
      return answer;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await connection.close();
    },
  };
}

const acksAll = -1;
const unanswered = 'no answer';

/** The broker's own word for the error; a request without an answer has none. */
function codeOf(error: { readonly errors?: readonly { readonly apiId?: string }[] }): string {
  return error.errors?.find(({ apiId }) => apiId)?.apiId ?? unanswered;
}
