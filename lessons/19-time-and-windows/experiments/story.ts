import type { Lab, Topic } from '@proving/lab';

/** The story begins at a full minute, ten minutes ago: to every clock its windows ended long since. */
export const base = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;

// #region send
/** Sends `a@1 b@9.5`: views of page a at second 1 and of page b at 9.5, in this order. */
export async function send(lab: Lab, views: Topic, story: string, partition = 0) {
  const producer = await lab.connect(lab.kafka.producer());
  const messages = story.split(' ').map((view) => {
    const [key = '', second] = view.split('@');
    return { partition, key, value: view, timestamp: `${base + Number(second) * 1_000}` };
  });
  await producer.send({ topic: views.name, messages });
}
// #endregion
