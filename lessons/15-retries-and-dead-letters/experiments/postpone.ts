import type { Lab, Topic } from '@proving/lab';

/** In milliseconds. */
export const minute = 60_000;

/** Writes orders into a retry topic; the header `due` says when each may be tried again, by the experiment's clock. */
export async function postpone(lab: Lab, to: Topic, due: number, values: readonly string[]) {
  const producer = await lab.connect(lab.kafka.producer());
  const messages = values.map((value) => ({ value, headers: { due: `${due}` } }));
  await producer.send({ topic: to.name, messages });
}
