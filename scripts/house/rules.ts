import { readdirSync } from 'node:fs';
import type { Exception, Finding, Rule } from './rule.ts';

const folder = new URL('../check/', import.meta.url);

/** Every rule: one per file of `scripts/check/`, in the order of their names; `allow.ts` is the list of exceptions. */
export async function allRules(): Promise<readonly Rule[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'allow.ts');
  const modules = await Promise.all(
    files.toSorted().map((name) => import(new URL(name, folder).href) as Promise<Record<string, Rule>>),
  );
  return modules.map((module, i) => {
    const rule = module[(files[i] as string).slice(0, -'.ts'.length)];
    if (!rule) throw new Error(`scripts/check/${files[i]} exports no rule of its own name`);
    return rule;
  });
}

/** What a rule finds, less what somebody answers for; an exception that excepts nothing any more is found instead. */
export async function findingsOf(rule: Rule, root: string, allowed: readonly Exception[]): Promise<readonly Finding[]> {
  const found = await rule.check(root);
  const mine = allowed.filter((each) => each.rule === rule.name);
  const idle = mine.filter((exception) => !found.some((finding) => excepts(exception, finding)));
  return [
    ...found.filter((finding) => !mine.some((exception) => excepts(exception, finding))),
    ...idle.map(({ path, saying }) => ({
      path: 'scripts/check/allow.ts',
      line: null,
      what: `allows ${path} what "${rule.name}" no longer finds there${saying === undefined ? '' : `: ${saying}`}`,
      do: 'take the entry out',
    })),
  ];
}

const excepts = ({ path, saying }: Exception, finding: Finding) =>
  path === finding.path && (saying === undefined || finding.what.includes(saying));
