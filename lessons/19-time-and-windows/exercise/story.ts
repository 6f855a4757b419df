import type { Lab, Topic } from '@proving/lab';

/** The stories begin at a full minute, 40 minutes ago. */
export const base = Math.floor(Date.now() / 60_000) * 60_000 - 40 * 60_000;

// #region stories
/** Two views come late and in time (b@45, a@58), one comes too late by nothing (a@30, behind a@90). a@1500 closes all before it. */
export const first = 'a@5 b@20 a@50 a@61 b@45 a@70 b@89 a@58 a@90 a@30 b@130 a@150 a@1500';
/** The first minute is over with c@95; the second is not over. */
export const second = 'c@10 c@30 c@65 c@40 c@95';
// #endregion

export interface View {
  readonly page: string;
  readonly time: number;
}

export const viewsOf = (story: string): readonly View[] =>
  story.split(' ').map((view) => {
    const [page = '', second] = view.split('@');
    return { page, time: base + Number(second) * 1_000 };
  });

export async function tell(
  lab: Lab,
  views: Topic,
  story: string,
  partition: number,
): Promise<void> {
  const producer = await lab.connect(lab.kafka.producer());
  const messages = viewsOf(story).map(({ page, time }) => ({
    partition,
    key: page,
    value: 'viewed',
    timestamp: `${time}`,
  }));
  await producer.send({ topic: views.name, messages });
}
