import { labelText, labelWith, noLabel } from '../label.ts';
import { isMoved, type Letters, type Stop, type Travelled } from '../letters.ts';

/** Records that went the same way without being set aside, told together; the others one by one. */
export interface Flow {
  readonly told: readonly Travelled[];
  readonly plain: readonly { readonly way: string; readonly records: readonly Travelled[] }[];
}

/** Which records are worth a line of their own: those that were set aside, or that are where they were sent first. */
export function flowOf({ topics, records }: Letters): Flow {
  const aside = new Set(topics.filter((each) => each.aside).map(({ topic }) => topic));
  // Where nobody leaves a trace of what is done, to stand still is nothing to tell.
  const ends = records.some(({ stops }) => isMoved(stops.filter(({ topic }) => !aside.has(topic))));
  const isTold = ({ stops }: Travelled) => stops.some(({ topic }) => aside.has(topic)) || (ends && !isMoved(stops));
  const ways = new Map<string, Travelled[]>();
  for (const record of records.filter((each) => !isTold(each))) {
    const way = [...new Set(record.stops.map(({ topic }) => titleOf(topics, topic)))].join(', then ');
    ways.set(way, [...(ways.get(way) ?? []), record]);
  }
  return { told: records.filter(isTold), plain: [...ways].map(([way, all]) => ({ way, records: all })) };
}

/** Each record's way through the topics, in sentences. */
export function lettersInSentences(model: Letters): readonly string[] {
  const { told, plain } = flowOf(model);
  return [
    ...told.map(({ value, stops }) => `${value}: ${stops.map((stop) => placeOf(model, stop)).join(', then ')}.`),
    ...plain.map(({ way, records }) => `${recordsOf(records)}: ${way}.`),
  ];
}

/** A few records in as few words as possible: `order 5, 9`, `8 records`. */
export function recordsOf(records: readonly Travelled[]): string {
  const label = records.reduce((all, { value }) => labelWith(all, value), noLabel);
  const text = labelText(label);
  return label.noun && label.runs.length <= 4 ? `${label.noun}${text}` : text;
}

const placeOf = ({ topics }: Letters, { topic, partition, offset }: Stop) =>
  `${titleOf(topics, topic)}/${partition}${offset === null ? '' : ` at ${offset}`}`;

export const titleOf = (topics: Letters['topics'], topic: string): string =>
  topics.find((each) => each.topic === topic)?.title ?? topic;
