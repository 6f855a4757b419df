import type { RunEvent } from '@proving/spec';
import { calledBy, type Label, labelText, labelWith, noLabel, type Runs, runsText, runsWith } from './label.ts';
import type { Happening, Known, Timeline } from './timeline.ts';

/** A line that may still grow. */
export interface Open {
  readonly index: number;
  readonly kind: 'send' | 'answer' | 'read' | 'commit';
  readonly client: string;
  readonly topic: string;
  readonly group: string | null;
  readonly t: number;
  readonly label: Label;
  /** Offsets by partition; a partition that did not say its offset has none. */
  readonly places: Readonly<Record<string, Runs>>;
  readonly ok: number;
  /** How often each error came, by its code or name. */
  readonly errors: Readonly<Record<string, number>>;
  readonly pending: number;
}
export interface Pending {
  readonly stream: string;
  readonly index: number;
  readonly values: readonly (string | null)[];
}
export interface Gathered {
  readonly index: number;
  readonly item: Happening;
  readonly open: Timeline['open'];
  readonly pending: Timeline['pending'];
  readonly known: Known;
}

/** The line an event belongs to, grown by it; null for an event that stands alone. */
export function gather(model: Timeline, event: RunEvent): Gathered | null {
  switch (event.type) {
    case 'client.send': {
      const stream = key('send', event.client, event.topic);
      const values = event.records.map(calledBy);
      const line = grown(model, stream, event, 'send', values);
      const pending = { ...model.pending, [event.id]: { stream, index: line.index, values } };
      return close(model, stream, { ...line, pending: line.pending + values.length }, event, pending, {
        ...model.known,
        senders: including(model.known.senders, event.client),
      });
    }
    case 'client.ack': {
      const { line, stream, rest } = answered(model, event.id, event.client, event.topic, event);
      const ok = line.ok + event.placed.length;
      const places = event.placed.reduce((all, at) => placed(all, at.partition, at.offset), line.places);
      return close(model, stream, { ...line, ok, places }, event, rest, model.known);
    }
    case 'client.error': {
      const send = event.id === null ? undefined : model.pending[event.id];
      if (!send || event.id === null) return null;
      const { line, stream, rest } = answered(model, event.id, event.client, '', event);
      const name = event.error.code ?? event.error.name;
      const errors = { ...line.errors, [name]: (line.errors[name] ?? 0) + Math.max(1, send.values.length) };
      return close(model, stream, { ...line, errors }, event, rest, model.known);
    }
    case 'client.deliver': {
      const stream = key('read', event.client, event.topic);
      const line = grown(model, stream, event, 'read', [calledBy(event)]);
      const read = { ...line, places: placed(line.places, event.partition, event.offset) };
      return close(model, stream, read, event, model.pending, {
        ...model.known,
        readers: including(model.known.readers, event.client),
      });
    }
    case 'client.commit': {
      const stream = key('commit', event.client, event.topic);
      const line = { ...grown(model, stream, event, 'commit', []), group: event.group };
      const committed = { ...line, places: { ...line.places, [event.partition]: [[event.offset, event.offset]] as Runs } };
      return close(model, stream, committed, event, model.pending, model.known);
    }
    default:
      return null;
  }
}

/** The answer to a send grows the send's own line while that is open; later it is a line of its own, at its own time. */
function answered(model: Timeline, id: number, client: string, topic: string, event: RunEvent) {
  const { [id]: send, ...rest } = model.pending;
  const line = send && model.open[send.stream];
  if (send && line && line.index === send.index)
    return { stream: send.stream, rest, line: { ...line, pending: line.pending - send.values.length } };
  const stream = key('answer', client, topic);
  return { stream, rest, line: grown(model, stream, { client, topic, t: event.t }, 'answer', send?.values ?? []) };
}

function grown(
  model: Timeline,
  stream: string,
  event: { readonly client: string; readonly topic: string; readonly t: number },
  kind: Open['kind'],
  values: readonly (string | null)[],
): Open {
  const old = model.open[stream];
  const fresh = { index: model.items.length, kind, client: event.client, topic: event.topic, group: null, t: event.t };
  const line = old ?? { ...fresh, label: noLabel, places: {}, ok: 0, errors: {}, pending: 0 };
  return { ...line, label: values.reduce(labelWith, line.label) };
}

function close(model: Timeline, stream: string, line: Open, event: RunEvent, pending: Gathered['pending'], known: Known): Gathered {
  const item = happening(line, Math.max(line.t, event.t), known);
  return { index: line.index, item, open: { ...model.open, [stream]: line }, pending, known };
}

function happening(line: Open, until: number, known: Known): Happening {
  const { kind, t } = line;
  const what = kind === 'commit' ? `for ${line.group}` : labelText(line.label);
  const came = cameOf(line, known);
  const verb = kind;
  const topic = known.titles[line.topic] ?? line.topic;
  const sentence = [`${line.client} ${sentences[kind]} ${what}`, topic && ` ${kind === 'read' ? 'from' : 'of'} ${topic}`];
  return { t, until, kind, verb, what, came, sentence: `${sentence.join('')}${came && `: ${came.replaceAll('  ', ', ')}`}` };
}

const sentences = { send: 'sends', answer: 'gets the answer to', read: 'reads', commit: 'commits' } as const;

function cameOf(line: Open, known: Known): string {
  const errors = Object.entries(line.errors).map(([name, n]) => `${name} ×${n}`);
  const answers = [line.ok > 0 ? `ok ×${line.ok}` : '', ...errors, line.pending > 0 ? 'no answer yet' : ''].filter(Boolean);
  const place = line.kind === 'commit' ? positions(line.places) : placesText(line.places);
  const many = line.kind === 'read' ? known.readers : known.senders;
  const who = line.kind !== 'commit' && many.length > 1 ? `by ${line.client}` : '';
  return [answers.join(', '), place, who].filter(Boolean).join('  ');
}

function placesText(places: Open['places']): string {
  const partitions = Object.keys(places).map(Number);
  if (partitions.length === 0) return '';
  if (partitions.length > 1) return `partitions ${runsText(partitions.reduce<Runs>(runsWith, []))}`;
  const runs = Object.values(places)[0] ?? [];
  const one = runs.length === 1 && runs[0]?.[0] === runs[0]?.[1];
  return `partition ${partitions[0]}${runs.length > 0 ? `, offset${one ? '' : 's'} ${runsText(runs)}` : ''}`;
}

const positions = (places: Open['places']) =>
  Object.entries(places)
    .map(([partition, runs]) => `partition ${partition} at ${runs.at(-1)?.[1]}`)
    .join(', ');

const placed = (places: Open['places'], partition: number, offset: number | null): Open['places'] => {
  const runs = places[partition] ?? [];
  return { ...places, [partition]: offset === null ? runs : runsWith(runs, offset) };
};
const including = (all: readonly string[], one: string) => (all.includes(one) ? all : [...all, one]);
const key = (kind: string, client: string, topic: string) => `${kind} ${client} ${topic}`;
