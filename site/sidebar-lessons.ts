import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';
import { parts } from '@proving/catalog';

const folders = readdirSync(join(__dirname, '..', 'lessons'))
  .filter((name) => /^\d\d-/.test(name))
  .toSorted();

/** The parts that have lessons, each with its lessons; what they are called is each page's own title. */
const sidebar: SidebarsConfig = {
  lessons: parts.flatMap(({ numeral, title, from, to }) => {
    const mine = folders.filter((name) => from <= Number(name.slice(0, 2)) && Number(name.slice(0, 2)) <= to);
    return mine.length === 0
      ? []
      : [{ type: 'category', label: `${numeral} · ${title}`, collapsible: false, items: mine.map((name) => `${name}/theory`) }];
  }),
};
export default sidebar;
