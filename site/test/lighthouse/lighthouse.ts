import lighthouse, { defaultConfig } from 'lighthouse';
import Trace from 'lighthouse/core/gather/gatherers/trace.js';
import { isCalm, took } from '../speed/processor.ts';
import { byProcessorTime } from './processor-time.ts';

/** Scores of 0 to 100, and what cost points. */
export interface Judged {
  readonly accessibility: number;
  readonly 'best-practices': number;
  /** What Lighthouse calls performance; a tenth of it is how fast the picture fills, which is seen by the clock alone. */
  readonly performance: number;
  /** The other nine tenths as a whole: all that follows from bytes, and from how long the page computes. */
  readonly computing: number;
  /** Whether the clock may be judged. */
  readonly calm: boolean;
  readonly lost: readonly string[];
}

/**
 * What Lighthouse says of a page as its slow phone, by processor time. Its phone is this machine's browser with every task made four
 * times as long; by the clock that would be four times of whatever else the machine does.
 * @param port where the browser can be asked for its protocol
 * @throws when it could not be judged
 */
export async function judge(address: string, port: number): Promise<Judged> {
  const flags = {
    port,
    logLevel: 'error' as const,
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    // The tracker asks for the log every second: half a second of silence is silence.
    networkQuietThresholdMs: 500,
    // Neither counts for a score.
    disableFullPageScreenshot: true,
    skipAudits: ['bf-cache'],
  };
  const trace = { id: 'Trace', gatherer: { instance: new TraceByProcessorTime() } };
  const artifacts = defaultConfig.artifacts?.map((artifact) => (artifact.id === 'Trace' ? trace : artifact)) ?? [];
  const { result, ...times } = await took(process.pid, () => lighthouse(address, flags, { ...defaultConfig, artifacts }));
  const { lhr } = result ?? {};
  if (!lhr || lhr.runtimeError) throw new Error(`Lighthouse says of ${address}: ${lhr?.runtimeError?.message ?? 'nothing'}`);
  const score = (category: string, leftOut?: string) => {
    const refs = lhr.categories[category]?.auditRefs.filter(({ id, weight }) => weight > 0 && id !== leftOut) ?? [];
    const judged = refs.filter(({ id }) => lhr.audits[id]?.score != null);
    const of = judged.reduce((sum, { weight }) => sum + weight, 0);
    return Math.round((judged.reduce((sum, { id, weight }) => sum + weight * (lhr.audits[id]?.score ?? 0), 0) / of) * 100);
  };
  return {
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    performance: score('performance'),
    computing: score('performance', 'speed-index'),
    calm: isCalm(times),
    lost: Object.values(lhr.categories).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const audit = lhr.audits[id];
        if (weight === 0 || audit === undefined || audit.score === null || audit.score >= 0.9) return [];
        return [[id, audit.displayValue].filter(Boolean).join(' ')];
      }),
    ),
  };
}

class TraceByProcessorTime extends Trace {
  override getArtifact() {
    const trace = super.getArtifact();
    return { ...trace, traceEvents: byProcessorTime(trace.traceEvents) };
  }
}
