import type { RunEvent, RunEventOf } from '@proving/spec';
import { foldOf } from './fold.ts';

/**
 * Dead-letter flow: through which topics each record came. A record is known by its value, wherever it is written again. Only
 * runs with a topic that sets records aside are followed: dead letters, retries, a car park.
 */
export interface Letters {
  readonly topics: readonly LetterTopic[];
  /** In the order in which they were first seen; at most `letterWindow`. */
  readonly records: readonly Travelled[];
  /** Sends without an answer, by send id. */
  readonly open: Readonly<Record<string, { readonly topic: string; readonly values: readonly string[] }>>;
}
export interface LetterTopic {
  readonly topic: string;
  readonly title: string;
  /** Whether records are set aside there. */
  readonly aside: boolean;
}
export interface Travelled {
  readonly value: string;
  /** Where it was stored, in order of time; the same record twice in a topic has two stops there. */
  readonly stops: readonly Stop[];
}
export interface Stop {
  readonly topic: string;
  readonly partition: number;
  /** Null where the broker was not asked to say. */
  readonly offset: number | null;
}

/** More records than these are not followed: a flow is read record by record. */
export const letterWindow = 256;

export const letters = foldOf<Letters>({ topics: [], records: [], open: {} }, step);

/** Whether a record went from one topic into one that sets aside, or out of it: there is a flow to be seen. */
export function isFlow({ topics, records }: Letters): boolean {
  const asideOf = new Set(topics.filter(({ aside }) => aside).map(({ topic }) => topic));
  return records.some(({ stops }) => stops.some(({ topic }) => asideOf.has(topic)) && isMoved(stops));
}

export const isMoved = (stops: readonly Stop[]): boolean => new Set(stops.map(({ topic }) => topic)).size > 1;

function step(model: Letters, event: RunEvent): Letters {
  switch (event.type) {
    case 'topic.created': {
      const { topic, title } = event;
      if (model.topics.some((each) => each.topic === topic)) return model;
      return { ...model, topics: [...model.topics, { topic, title, aside: setsAside.test(title) }] };
    }
    case 'client.send':
      return isFollowed(model, event.topic) ? sent(model, event) : model;
    case 'client.ack': {
      const send = model.open[event.id];
      if (!send) return model;
      const stored = event.placed.reduce((all, place, i) => {
        const value = send.values[i];
        return value === undefined ? all : stopped(all, value, { topic: send.topic, ...place });
      }, model.records);
      return { ...model, records: stored, open: without(model.open, event.id) };
    }
    case 'client.error':
      return event.id !== null && model.open[event.id] ? { ...model, open: without(model.open, event.id) } : model;
    default:
      return model;
  }
}

const setsAside = /^(dead-letters|parked|retr(y|ies)\b.*)$/;

const isFollowed = ({ topics }: Letters, topic: string) =>
  topics.some(({ aside }) => aside) && topics.some((each) => each.topic === topic);

function sent(model: Letters, { id, topic, records }: RunEventOf<'client.send'>): Letters {
  const values = records.map(({ key, value }) => value ?? `null (${key ?? 'no key'})`);
  return { ...model, open: { ...model.open, [id]: { topic, values } } };
}

function stopped(records: readonly Travelled[], value: string, stop: Stop): readonly Travelled[] {
  const at = records.findIndex((each) => each.value === value);
  const old = records[at];
  if (old) return records.with(at, { value, stops: [...old.stops, stop] });
  return records.length < letterWindow ? [...records, { value, stops: [stop] }] : records;
}

function without(open: Letters['open'], id: number): Letters['open'] {
  const { [id]: _, ...rest } = open;
  return rest;
}
