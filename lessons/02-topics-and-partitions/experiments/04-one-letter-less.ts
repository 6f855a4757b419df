import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// The shop's topic is called orders, and somebody has typed order. What becomes of that send?
//
// Brokers learn of topics in the order in which these are made. So a third topic is made after
// the send, and a broker that lists it would list the misspelt one too.
export default experiment(lesson, 'typos-create-topics', {
  arms: {
    treatment: { allowAutoTopicCreation: true },
    control: { allowAutoTopicCreation: false },
  },

  async run({ allowAutoTopicCreation }, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const misspelt = lab.topicName('order');
    // #region send
    const retry = { initialRetryTime: 100, retries: 5 };
    const own = { allowAutoTopicCreation, retry };
    const producer = await lab.connect(lab.kafka.producer(own));
    const messages = [{ key: 'ada', value: 'a teapot' }];
    const sending = producer.send({ topic: misspelt, messages });
    const answer = await sending.catch(lab.noted);
    // #endregion

    const payments = await lab.topic({ title: 'payments' });
    const admin = await lab.connect(lab.kafka.admin());
    const names = await lab.eventually('a broker lists payments', async () => {
      const listed = await admin.listTopics();
      return listed.includes(payments.name) && listed;
    });
    const { stored } = await lab.history(orders).counts('stored');
    const said = answer ? 'ok' : 'an error';
    return { said, misspeltExists: names.includes(misspelt), storedInOrders: stored };
  },

  expect: {
    treatment: { said: 'ok', misspeltExists: true, storedInOrders: 0 },
    control: { said: 'an error', misspeltExists: false, storedInOrders: 0 },
  },
});
