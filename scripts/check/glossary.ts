import { filesIn, type TextFile } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

const page = 'notes/glossary.md';
const entry = /^\*\*(.+)\*\* · (\d\d) · .+/;
/** A new term stands in bold where it is introduced: small letters, three words at most. Longer bold text is emphasis. */
const introduced = /\*\*([a-z][\w-]*(?: [\w-]+){0,2})\*\*/g;

/** The theory reads as one book: each term is introduced once, and looked up in one place. */
export const glossary: Rule = {
  name: 'glossary',
  why: 'a learner who meets a word again must find the one place that says what it means',
  async check(root) {
    const theories = filesIn(root, (path) => /^lessons\/\d\d-[^/]+\/theory\.md$/.test(path));
    const [found] = filesIn(root, (path) => path === page);
    if (!found)
      return theories.length === 0
        ? []
        : [{ path: page, line: null, what: 'is not there', do: 'it lists every term of the lessons' }];
    const entries = found.lines.flatMap((line, i) => {
      const [, term, lesson] = entry.exec(line) ?? [];
      return term === undefined || lesson === undefined ? [] : [{ term, lesson, line: i + 1 }];
    });
    return [...ordered(entries), ...entries.flatMap((each) => placed(each, theories)), ...unlisted(theories, entries)];
  },
};

interface Entry {
  readonly term: string;
  readonly lesson: string;
  readonly line: number;
}

function ordered(entries: readonly Entry[]): Finding[] {
  return entries.flatMap(({ term, line }, i) => {
    const before = entries[i - 1]?.term;
    if (before === undefined || before.localeCompare(term, 'en') < 0) return [];
    return [{ path: page, line, what: `has "${term}" behind "${before}"`, do: 'each term once, in the order of the alphabet' }];
  });
}

function placed({ term, lesson, line }: Entry, theories: readonly TextFile[]): Finding[] {
  const theory = theories.find(({ path }) => path.startsWith(`lessons/${lesson}-`));
  if (!theory)
    return [
      {
        path: page,
        line,
        what: `sends a reader of "${term}" to lesson ${lesson}, which is not there`,
        do: 'name the lesson that says it',
      },
    ];
  const words = theory.text.replaceAll(/[*_`]/g, '').replaceAll(/\s+/g, ' ').toLowerCase();
  if (words.includes(term.toLowerCase())) return [];
  return [
    {
      path: page,
      line,
      what: `says that lesson ${lesson} introduces "${term}", and its theory has no such word`,
      do: 'name the lesson that does',
    },
  ];
}

function unlisted(theories: readonly TextFile[], entries: readonly Entry[]): Finding[] {
  const known = new Map(entries.map(({ term, lesson }) => [term.toLowerCase(), lesson]));
  return theories.flatMap(({ path, lines }) => {
    const lesson = path.slice('lessons/'.length, 'lessons/'.length + 2);
    return lines.flatMap((text, i) =>
      [...text.matchAll(introduced)].flatMap(([, term = '']) => {
        const home = known.get(term) ?? known.get(term.replace(/s$/, ''));
        if (home === lesson) return [];
        const what =
          home === undefined
            ? `introduces "${term}", which the glossary does not have`
            : `introduces "${term}" again, after lesson ${home}`;
        const advice =
          home === undefined ? `add it to ${page}, or take the bold away` : 'take the bold away: a term is introduced once';
        return [{ path, line: i + 1, what, do: advice }];
      }),
    );
  });
}
