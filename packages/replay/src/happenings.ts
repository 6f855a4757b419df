import type { RunEvent, RunEventOf } from '@proving/spec';
import type { Happening, Known } from './timeline.ts';

/** The lines an event makes by itself, and what is known after it. */
export function happenings(known: Known, event: RunEvent): { readonly items: readonly Happening[]; readonly known: Known } {
  switch (event.type) {
    case 'topic.created': {
      const titles = { ...known.titles, [event.topic]: event.title };
      const came = `${count(event.partitions, 'partition')}, ${count(event.replicas, 'copy', 'copies')} each`;
      return { items: [line(event, 'step', 'create', event.title, came)], known: { ...known, titles } };
    }
    case 'records.found': {
      const titles = { [event.topic]: event.title, ...known.titles };
      return { items: [found(event, titles[event.topic] ?? event.title)], known: { ...known, titles } };
    }
    case 'cluster.snapshot':
      return changes(known, event);
    case 'storage.snapshot':
      return lessStored(known, event);
    default:
      return { items: single(known, event), known };
  }
}

function single(known: Known, event: RunEvent): readonly Happening[] {
  switch (event.type) {
    case 'step':
      return [line(event, 'step', '', event.text, '')];
    case 'printed':
      return [line(event, 'step', 'printed', event.text, '')];
    case 'fault.injected':
      return [fault(event, injected[event.fault])];
    case 'fault.healed':
      return [fault(event, healed[event.fault])];
    case 'client.error':
      return [
        line(event, 'error', 'error', `${event.client}: ${event.call}`, `${named(event.error)} ${event.error.message}`.trim()),
      ];
    case 'group.join':
      return [
        line(
          event,
          'group',
          'join',
          event.client,
          event.generation === null ? event.group : `${event.group}, generation ${event.generation}`,
        ),
      ];
    case 'group.assign':
      return [line(event, 'group', 'assign', event.client, owned(known, event.owned))];
    case 'group.revoke':
      return [line(event, 'group', 'revoke', event.client, owned(known, event.owned))];
    case 'group.leave':
      return [line(event, 'group', 'leave', event.client, event.group)];
    case 'txn.begin':
      return [transaction(event, 'begin', 'begins')];
    case 'txn.commit':
      return [transaction(event, 'commit', 'has committed')];
    case 'txn.abort':
      return [transaction(event, 'abort', 'has aborted')];
    case 'wait.end':
      return event.met ? [] : [line(event, 'error', 'gave up', 'waiting', `last seen: ${event.saw}`)];
    default:
      return [];
  }
}

function found(event: RunEventOf<'records.found'>, title: string): Happening {
  const sum = event.partitions.reduce((all, { records, more }) => all + records.length + more, 0);
  const came = `${count(sum, 'record')}, writer not recorded`;
  return saying(line(event, 'step', 'find', title, came), `${title} holds ${came}`);
}

function transaction(event: RunEventOf<'txn.begin' | 'txn.commit' | 'txn.abort'>, verb: string, says: string): Happening {
  const which = `transaction ${event.id}`;
  return saying(line(event, 'transaction', verb, event.client, which), `${event.client} ${says} ${which}`);
}

const injected = { freeze: 'freeze', kill: 'kill -9', stop: 'stop', proxy: 'proxy', process: 'process' } as const;
const healed = { freeze: 'thaw', kill: 'restart', stop: 'restart', proxy: 'proxy', process: 'process' } as const;

function fault(event: RunEventOf<'fault.injected'> | RunEventOf<'fault.healed'>, verb: string): Happening {
  return line(event, 'fault', verb, brokers(event.brokers) || event.detail, event.brokers.length > 0 ? event.detail : '');
}

/** Leaders and in-sync replicas that are not what they were; one line for all partitions that changed alike. */
function changes(known: Known, event: RunEventOf<'cluster.snapshot'>) {
  const title = known.titles[event.topic] ?? event.topic;
  const before = (partition: number) => known.partitions[`${event.topic}/${partition}`];
  const led = event.partitions.filter((now) => before(now.partition) && before(now.partition)?.leader !== now.leader);
  const synced = event.partitions.filter((now) => before(now.partition) && !alike(before(now.partition)?.isr ?? [], now.isr));
  const items = [
    ...alikes(led, (now) => now.leader).map(([leader, all]) =>
      saying(
        line(event, 'replicas', 'leader', leader === null ? 'none' : `broker ${leader}`, `of ${places(title, all)}`),
        leader === null ? `${places(title, all)} has no leader` : `broker ${leader} leads ${places(title, all)} now`,
      ),
    ),
    ...alikes(synced, (now) => brokers(now.isr)).map(([isr, all]) =>
      saying(
        line(event, 'replicas', 'in sync', isr || 'none', `for ${places(title, all)}`),
        `in sync for ${places(title, all)}: ${isr || 'no broker'}`,
      ),
    ),
  ];
  const partitions = Object.fromEntries(
    event.partitions.map((now) => [`${event.topic}/${now.partition}`, { leader: now.leader, isr: now.isr }]),
  );
  return { items, known: { ...known, partitions: { ...known.partitions, ...partitions } } };
}

/** Records that a log had when it was looked into before, and has no more: deleted with their segment, or compacted away. */
function lessStored(known: Known, event: RunEventOf<'storage.snapshot'>) {
  const key = `${event.topic}/${event.partition} ${event.broker}`;
  const start = Math.min(...event.segments.map(({ base }) => base));
  const records = event.segments.reduce((sum, each) => sum + each.records, 0);
  const before = known.logs[key];
  const place = `${known.titles[event.topic] ?? event.topic}/${event.partition}`;
  if (event.segments.length === 0) return { items: [], known };
  const logs = { ...known.logs, [key]: { start, records } };
  if (before && start > before.start) {
    const gone = `offsets ${before.start}–${start - 1}`;
    const item = saying(line(event, 'storage', 'delete', place, gone), `segments of ${place} are deleted: ${gone}`);
    return { items: [item], known: { ...known, logs } };
  }
  if (!before || records >= before.records) return { items: [], known: { ...known, logs } };
  const left = `${count(records, 'record')} left of ${before.records}`;
  const item = saying(line(event, 'storage', 'compact', place, left), `${place} is compacted: ${left}`);
  return { items: [item], known: { ...known, logs } };
}

type Partitions = RunEventOf<'cluster.snapshot'>['partitions'];
function alikes<K>(all: Partitions, by: (one: Partitions[number]) => K): readonly (readonly [K, Partitions])[] {
  const kinds = [...new Set(all.map(by))];
  return kinds.map((kind) => [kind, all.filter((one) => by(one) === kind)]);
}

function line(event: RunEvent, kind: Happening['kind'], verb: string, what: string, came: string): Happening {
  const sentence = [verb, what, came && `(${came})`].filter(Boolean).join(' ');
  return { t: event.t, until: event.t, kind, verb, what, came, sentence };
}

const saying = (happening: Happening, sentence: string): Happening => ({ ...happening, sentence });

function owned(known: Known, all: Readonly<Record<string, readonly number[]>>): string {
  const parts = Object.entries(all).filter(([, own]) => own.length > 0);
  return parts.map(([topic, own]) => `${known.titles[topic] ?? topic} ${own.join(', ')}`).join('; ') || 'nothing';
}

const places = (title: string, all: Partitions) => `${title}/${all.map((one) => one.partition).join(', ')}`;
const brokers = (ids: readonly number[]) =>
  ids.length === 0 ? '' : `broker${ids.length === 1 ? '' : 's'} ${sorted(ids).join(', ')}`;
const named = (error: { readonly code: string | null; readonly name: string }) => error.code ?? error.name;
const sorted = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);
const alike = (a: readonly number[], b: readonly number[]) => sorted(a).join() === sorted(b).join();
const count = (n: number, noun: string, nouns = `${noun}s`) => `${n} ${n === 1 ? noun : nouns}`;
