import type { IncidentResult, OpenIncident } from '@proving/runner';
import type { Call } from '../cli/call.ts';
import { goLive } from '../cli/live.ts';
import { type Kept, keep } from './kept.ts';
import { incidentFolder } from './parts.ts';

/** Does something at the incident; the cluster is let go of afterwards. */
export async function atIncident<T>(
  { root, flags, mode, out, signal }: Call,
  part: number,
  { seed, ending }: Kept,
  act: (incident: OpenIncident, doing: (what: string) => void) => Promise<T>,
): Promise<T> {
  const { openIncident } = await import('@proving/runner');
  using live = goLive({ mode, out });
  const dir = incidentFolder(root, part);
  const driver = flags.driver === null ? {} : { driver: flags.driver };
  await using incident = await openIncident({ dir, seed, ending, ...driver, tell: live.tell, signal });
  return await act(incident, (doing) => live.tell({ doing }));
}

interface Planted {
  readonly kept: Kept;
  readonly incident: OpenIncident;
  /** Whether it had gone from the cluster, and is a new one now. */
  readonly anew: boolean;
}

/** Brings it about where it is not. What was planted in part is taken away first, and the whole gets names of its own. */
export async function planted(call: Call, part: number, kept: Kept): Promise<Planted> {
  const { freshEnding } = await import('@proving/runner');
  const there = await atIncident(call, part, kept, async (incident, doing) => {
    if (kept.stage === 'planted' && (await incident.topics()) > 0) return incident;
    if (kept.stage === 'questions') return null;
    doing('what was left of the incident is being taken off the cluster');
    await incident.remove();
    return null;
  });
  if (there) return { kept, incident: there, anew: false };
  const planting = keep(call.home, part, { ...kept, ending: freshEnding(), stage: 'planting' });
  return atIncident(call, part, planting, async (incident, doing) => {
    doing('the incident is being brought about');
    await incident.plant();
    return { kept: keep(call.home, part, { ...planting, stage: 'planted' }), incident, anew: kept.stage === 'planted' };
  });
}

export async function looked(
  call: Call,
  part: number,
  kept: Kept,
): Promise<{ result: IncidentResult; incident: OpenIncident } | null> {
  return atIncident(call, part, kept, async (incident, doing) => {
    if ((await incident.topics()) === 0) return null;
    doing('looking');
    return { result: await incident.check(), incident };
  });
}

/** Takes the incident off the cluster. @returns groups that stay because they have members */
export async function removed(call: Call, part: number, kept: Kept): Promise<readonly string[]> {
  keep(call.home, part, { ...kept, stage: 'leaving' });
  return atIncident(call, part, kept, async (incident, doing) => {
    doing('the incident is being taken off the cluster');
    return incident.remove();
  });
}
