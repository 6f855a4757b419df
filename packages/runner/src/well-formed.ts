import { type Expectation, type Json, Plain } from '@proving/spec';

interface Formed {
  readonly claim: string;
  readonly arms: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly expect: Readonly<Record<string, Expectation>>;
}

/**
 * Refuses an experiment that could not prove anything, before it touches the cluster: arms must have the same keys, each other
 * arm must differ from the treatment in exactly one, and no two expectations may be equal.
 * @throws {Plain} `not-an-experiment`
 */
export function wellFormed(experiment: Formed, name: string, claim: string): void {
  const refuse = (what: string, fix: string): never => {
    throw refusal(name, what, fix);
  };
  if (experiment.claim !== claim)
    refuse(`it names the claim "${experiment.claim}", the manifest says "${claim}".`, 'name the same claim in both');
  const { treatment, ...others } = experiment.arms;
  if (!treatment) throw refusal(name, 'it has no arm called treatment.', 'call the arm in which the claim holds treatment');
  if (Object.keys(others).length === 0)
    refuse('it has one arm, so nothing is taken away.', 'add an arm in which the cause is missing');
  for (const [arm, setting] of Object.entries(others)) {
    const keys = new Set([...Object.keys(treatment), ...Object.keys(setting)]);
    const differing = [...keys].filter((key) => JSON.stringify(treatment[key]) !== JSON.stringify(setting[key]));
    if (differing.length !== 1)
      refuse(
        `${arm} differs from the treatment in ${differing.length === 0 ? 'nothing' : differing.join(' and ')}.`,
        'let each arm differ in exactly one key',
      );
  }
  const arms = Object.keys(experiment.arms);
  for (const arm of arms)
    if (experiment.expect[arm] === undefined) refuse(`${arm} has no expectation.`, `say in expect.${arm} what it must measure`);
  for (const arm of Object.keys(experiment.expect))
    if (!arms.includes(arm)) refuse(`there is an expectation for ${arm}, which is no arm.`, 'remove it, or add the arm');
  const seen = new Map<string, string>();
  for (const arm of arms) {
    const text = JSON.stringify(experiment.expect[arm]);
    const twin = seen.get(text);
    if (twin) refuse(`${twin} and ${arm} expect the same.`, 'an experiment shows a difference; expect one');
    seen.set(text, arm);
  }
}

const refusal = (name: string, what: string, fix: string) =>
  new Plain('not-an-experiment', `${name} cannot prove anything: ${what}`, { fix });
