import type { RunEvent } from '@proving/spec';

/** Several runs laid beside each other: every event that can be seen, of whichever run, in the order of time. */
export interface Tape {
  readonly runs: number;
  readonly moments: readonly Moment[];
}
export interface Moment {
  /** Which run it belongs to, from 0. */
  readonly run: number;
  /** Ms since the run began. */
  readonly t: number;
  /** Whether it is something new, rather than one more of what was there: a kill, not the fortieth delivery. */
  readonly telling: boolean;
  /** How many events of its run have happened after it, those that cannot be seen and follow it included. */
  readonly events: number;
}

/** At the same time the first run comes first. */
export function tapeOf(runs: readonly (readonly RunEvent[])[]): Tape {
  const moments = runs.flatMap((events, run) => momentsOf(events, run));
  return { runs: runs.length, moments: moments.sort((a, b) => a.t - b.t || a.run - b.run || a.events - b.events) };
}

/** How many events of each run have happened after the first `position` moments. */
export function eventsAt({ runs, moments }: Tape, position: number): readonly number[] {
  const counts = Array.from({ length: runs }, () => 0);
  let missing = runs;
  for (let i = Math.min(position, moments.length) - 1; i >= 0 && missing > 0; i--) {
    const { run, events } = moments[i] as Moment;
    if (counts[run] !== 0) continue;
    counts[run] = events;
    missing -= 1;
  }
  return counts;
}

/** What can be seen, up to the measurement: what follows it is housekeeping. */
export function measured(events: readonly RunEvent[]): readonly RunEvent[] {
  const at = events.findIndex(({ type }) => type === 'observation');
  return at === -1 ? events : events.slice(0, at + 1);
}

function momentsOf(events: readonly RunEvent[], run: number): readonly Moment[] {
  const seen = new Map<string, string>();
  const visible = events.flatMap((event, i) => (isVisible(event, seen) ? [i] : []));
  let latest = 0;
  return visible.map((at, i) => {
    const event = events[at] as RunEvent;
    // A trace of somebody else's making may go back in time; a tape does not.
    latest = Math.max(latest, event.t);
    return { run, t: latest, telling: isTelling(event, events[visible[i - 1] ?? -1]), events: visible[i + 1] ?? events.length };
  });
}

/** A look at the cluster that found everything as it was is not worth a step, nor is a wait: it is told while it lasts. */
function isVisible(event: RunEvent, seen: Map<string, string>): boolean {
  switch (event.type) {
    case 'arm.begin':
    case 'arm.end':
    case 'wait.begin':
      return false;
    case 'wait.end':
      return !event.met;
    case 'cluster.snapshot': {
      const now = JSON.stringify([event.brokers, event.partitions]);
      if (seen.get(event.topic) === now) return false;
      seen.set(event.topic, now);
      return true;
    }
    default:
      return true;
  }
}

const many: ReadonlySet<RunEvent['type']> = new Set([
  'client.send',
  'client.ack',
  'client.deliver',
  'client.commit',
  'group.lag',
  'cluster.snapshot',
]);
const isTelling = (event: RunEvent, before: RunEvent | undefined) =>
  !many.has(event.type) || event.type === 'cluster.snapshot' || before?.type !== event.type;
