// `pnpm check [rule …]`: every rule of the house, one line each, and what each one found. Exit 1 when any found something.
import { fileURLToPath } from 'node:url';
import { allowed } from './check/allow.ts';
import { allRules, findingsOf } from './house/rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);
const rules = await allRules();
const unknown = asked.filter((name) => !rules.some((rule) => rule.name === name));
if (unknown.length > 0) {
  console.error(`No rule is called ${unknown.join(', ')}. There are: ${rules.map(({ name }) => name).join(', ')}.`);
  process.exit(64);
}

let total = 0;
for (const rule of rules.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const found = await findingsOf(rule, root, allowed);
  total += found.length;
  console.log(`${rule.name.padEnd(13)} ${found.length === 0 ? 'ok' : `${found.length} found: ${rule.why}`}`);
  for (const { path, line, what, do: advice } of found)
    console.log(`  ${path}${line === null ? '' : `:${line}`}  ${what}  → ${advice}`);
}
console.log(total === 0 ? 'nothing found' : `${total} found`);
process.exitCode = total === 0 ? 0 : 1;
