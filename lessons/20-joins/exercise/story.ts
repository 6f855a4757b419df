import type { Lab, Topic } from '@proving/lab';

/** The story begins at a full minute, 40 minutes ago. */
const base = Math.floor(Date.now() / 60_000) * 60_000 - 40 * 60_000;

// #region stories
/** Changes of status as they lie in the topic: `ada gold@10`. Ben's second one comes with his order; Cleo leaves; Dora's first one comes late. */
export const changes =
  'ada gold@10, ada silver@30, ben gold@10, ben silver@30, cleo gold@10, cleo null@30, dora silver@30, dora gold@10';
export const orders =
  'ada A0@5, ada A1@20, ada A2@40, ben B1@30, cleo C1@20, cleo C2@40, dora D1@20, dora D2@40, fay F1@20';
/** What comes when all of that has been read. */
export const laterChange = 'emil gold@60';
export const laterOrder = 'emil E1@61';
// #endregion

/** What is right, by what an order is about. */
export const right = {
  between: { A1: 'gold', A2: 'silver', C1: 'gold' },
  same: { B1: 'silver' },
  late: { D1: 'gold', D2: 'silver' },
  left: { C2: 'unknown' },
  before: { A0: 'unknown', F1: 'unknown' },
  live: { E1: 'gold' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export async function tell(lab: Lab, topic: Topic, story: string): Promise<void> {
  const producer = await lab.connect(lab.kafka.producer());
  const messages = story.split(', ').map((each) => {
    const [, key = '', value = '', second] = /^(\w+) (\w+)@(\d+)$/.exec(each) ?? [];
    const timestamp = `${base + Number(second) * 1_000}`;
    return { key, value: value === 'null' ? null : value, timestamp };
  });
  await producer.send({ topic: topic.name, messages });
}
