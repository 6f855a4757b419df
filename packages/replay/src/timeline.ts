import type { RunEvent } from '@proving/spec';
import { foldOf } from './fold.ts';
import { type Gathered, gather, type Open, type Pending } from './gather.ts';
import { happenings } from './happenings.ts';

/** What happened, one line each, in order of time. Sends, reads and commits that follow each other are gathered into one line. */
export interface Timeline {
  readonly items: readonly Happening[];
  /** The lines that may still grow: the stream each belongs to, and its place in `items`. */
  readonly open: Readonly<Record<string, Open>>;
  /** Sends without an answer, by send id. */
  readonly pending: Readonly<Record<string, Pending>>;
  /** Waits that have not ended, oldest first. */
  readonly waits: readonly { readonly id: number; readonly until: string; readonly deadline: number; readonly since: number }[];
  readonly known: Known;
}

/** One line: `0.31 s  send 1–10  ok ×10`. */
export interface Happening {
  /** When it began and when it last grew, ms. */
  readonly t: number;
  readonly until: number;
  readonly kind:
    | 'send'
    | 'answer'
    | 'read'
    | 'commit'
    | 'fault'
    | 'replicas'
    | 'group'
    | 'transaction'
    | 'storage'
    | 'step'
    | 'error';
  readonly verb: string;
  readonly what: string;
  /** What came of it; empty when there is nothing to add. */
  readonly came: string;
  /** The same as a whole sentence, without the time. */
  readonly sentence: string;
}

/** What must be remembered to tell a change from a repetition, and a short name from a long one. */
export interface Known {
  readonly titles: Readonly<Record<string, string>>;
  /** Leader and in-sync replicas by `topic/partition`. */
  readonly partitions: Readonly<Record<string, { readonly leader: number | null; readonly isr: readonly number[] }>>;
  /** First offset and number of records of each log that was looked into, by `topic/partition broker`. */
  readonly logs: Readonly<Record<string, { readonly start: number; readonly records: number }>>;
  readonly senders: readonly string[];
  readonly readers: readonly string[];
}

const initial: Timeline = {
  items: [],
  open: {},
  pending: {},
  waits: [],
  known: { titles: {}, partitions: {}, logs: {}, senders: [], readers: [] },
};

export const timeline = { ...foldOf<Timeline>(initial, step), seal };

function step(model: Timeline, event: RunEvent): Timeline {
  const gathered = gather(model, event);
  if (gathered) return withGathered(model, gathered);
  const { items, known } = happenings(model.known, event);
  const waits = waitsAfter(model, event);
  if (items.length === 0) return known === model.known && waits === model.waits ? model : { ...model, known, waits };
  return { ...model, items: [...model.items, ...items], known, waits, open: {} };
}

/** The same, with no line that may still grow: for a printer that has just printed them all. */
function seal(model: Timeline): Timeline {
  return Object.keys(model.open).length === 0 ? model : { ...model, open: {} };
}

function withGathered(model: Timeline, { index, item, open, pending, known }: Gathered): Timeline {
  const items = index < model.items.length ? model.items.with(index, item) : [...model.items, item];
  return { ...model, items, open, pending, known };
}

function waitsAfter(model: Timeline, event: RunEvent): Timeline['waits'] {
  if (event.type === 'wait.begin')
    return [...model.waits, { id: event.id, until: event.until, deadline: event.deadline, since: event.t }];
  if (event.type === 'wait.end') return model.waits.filter((wait) => wait.id !== event.id);
  if (event.type === 'arm.end') return [];
  return model.waits;
}
