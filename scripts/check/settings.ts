import { keptSettings, labSettings } from '@proving/cluster';
import { clientSettings } from '@proving/lab';
import { filesIn, type TextFile } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

const page = 'notes/lab-and-production.md';

/** The page that sets the lab beside production tells what the lab really does, setting by setting. */
export const settings: Rule = {
  name: 'settings',
  why: 'a learner takes a number from this page to work; it must be the one that the lab ran with',
  async check(root) {
    const [found] = filesIn(root, (path) => path === page);
    return found ? compared(found) : [];
  },
};

/** A row as the page must begin it, and how it must end. */
interface Wanted {
  readonly name: string;
  readonly cells: readonly string[];
  readonly why: string | null;
}

function compared(found: TextFile): Finding[] {
  const rows = found.lines.flatMap((text, i) => {
    const [, name, ...cells] = text.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const setting = /^`([^`]+)`/.exec(name ?? '')?.[1];
    return setting === undefined ? [] : [{ name: setting, cells: cells.slice(0, -1), line: i + 1 }];
  });
  const all = wanted();
  const missing = all.flatMap(({ name, cells, why }): Finding[] => {
    const row = rows.find((each) => each.name === name);
    const reads = row?.cells.slice(0, cells.length) ?? [];
    // Behind a value the page may say it in words: `2073600000` (24 days).
    const says = cells.every((cell, i) => reads[i] === cell || reads[i]?.startsWith(`${cell} (`));
    if (row && says && (why === null || row.cells.at(-1) === why)) return [];
    return [
      {
        path: page,
        line: row?.line ?? null,
        what: row ? `says of ${name} what the lab does not do` : `does not have ${name}`,
        do: `write: | \`${name}\` | ${cells.join(' | ')} | …${why === null ? '' : ` | ${why}`} |`,
      },
    ];
  });
  const surplus = rows.filter(
    ({ name }, i) => !all.some((each) => each.name === name) || rows.findIndex((row) => row.name === name) !== i,
  );
  return [
    ...missing,
    ...surplus.map(({ name, line }) => ({
      path: page,
      line,
      what: `has a row for ${name} that the lab knows nothing of, or has it twice`,
      do: 'take it out, or set it in packages/cluster/kafka/settings.ts',
    })),
  ];
}

const value = (text: string) => (text.includes(' ') ? text : `\`${text}\``);

function wanted(): readonly Wanted[] {
  return [
    ...labSettings.map(({ name, labValue, productionDefault, why }) => ({
      name,
      cells: [value(labValue), value(productionDefault)],
      why,
    })),
    ...keptSettings.map((each) => ({ name: each.name, cells: [value(each.value)], why: null })),
    ...Object.values(clientSettings).flatMap((client) =>
      Object.entries(client).map(([name, { own, lab, why }]) => ({ name, cells: [value(String(lab)), value(String(own))], why })),
    ),
  ];
}
