import type { InlineCode, Link, PhrasingContent, Text } from 'mdast';

/** What a note can name in a lesson that is here. */
export interface Named {
  /** `07-acks-and-durability`. */
  readonly folder: string;
  readonly title: string;
  /** Each claim's sentence by its id. */
  readonly claims: Readonly<Record<string, string>>;
  readonly questions: readonly string[];
  /** The titles of its steps, in their order. */
  readonly steps: readonly string[];
}

export interface Course {
  /** The lessons that are here, by number: `07`. */
  readonly lessons: ReadonlyMap<string, Named>;
  /** The number of the last lesson that is planned. */
  readonly last: number;
}

/** Says what is wrong at a node, and does not return. `at` is where in its text. */
export type Fail = (what: string, node: PhrasingContent, at?: number) => never;

/** In a column of answers every number of two digits is a lesson; in prose, "lesson 07" is one, and a number right before a claim. */
export type Manner = 'answers' | 'prose';

const patterns = {
  answers: /(?<later>later:\slesson\s)?(?<![\w.])(?<lesson>\d\d)(?:\.(?<part>q?\d{1,2}))?\b/g,
  prose:
    /(?<later>later:\slesson\s)?(?<=\blessons?\s(?:\d\d(?:,\s|\sand\s|\sto\s|–))*|later:\slesson\s)(?<lesson>\d\d)(?:\.(?<part>q?\d{1,2}))?\b|(?<![\w.])(?<last>\d\d)(?=\s$)/g,
};
const claimLike = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/**
 * Puts links where a line names lessons (`07`), steps (`07.3`), questions (`07.q2`) and claims (an id in backticks behind its
 * lesson). What was announced for later stays as it is. A lesson, step, question or claim that is not there goes to `fail`.
 */
export function linked(nodes: readonly PhrasingContent[], manner: Manner, course: Course, fail: Fail): PhrasingContent[] {
  let current: { readonly lesson: string; readonly later: boolean } | null = null;
  return nodes.flatMap((node, i): PhrasingContent[] => {
    if (node.type === 'inlineCode') {
      if (current === null || current.later || !claimLike.test(node.value)) return [node];
      return [claimLink(node, current.lesson)];
    }
    if (node.type !== 'text') return [node];
    const claimFollows = nodes[i + 1]?.type === 'inlineCode' && claimLike.test((nodes[i + 1] as InlineCode).value);
    // In prose a claim stands right behind its lesson, or behind another claim of it.
    if (manner === 'prose' && !/^(?:,\s|\sand\s)$/.test(node.value)) current = null;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const { groups = {}, index, 0: all } of node.value.matchAll(patterns[manner])) {
      const { lesson, last, part, later } = groups;
      const number = lesson ?? (claimFollows ? last : undefined);
      if (number === undefined) continue;
      if (Number(number) < 1 || Number(number) > course.last) {
        if (manner === 'prose' && lesson === undefined) continue;
        fail(`lesson ${number} is not one of 01 to ${course.last}`, node, index);
      }
      const isLast = index + all.length + 1 === node.value.length || manner === 'answers';
      if (isLast) current = { lesson: number, later: later !== undefined };
      const named = course.lessons.get(number);
      if (!named || later !== undefined) continue;
      const start = index + all.length - (number.length + (part === undefined ? 0 : part.length + 1));
      if (start > end) parts.push({ type: 'text', value: node.value.slice(end, start) });
      end = index + all.length;
      parts.push(link(address(named, number, part, node, index), node.value.slice(start, end), named.title));
    }
    return [...parts, ...(end < node.value.length ? [{ ...node, value: node.value.slice(end) }] : [])];
  });

  function claimLink(node: InlineCode, lesson: string): Link {
    const named = course.lessons.get(lesson);
    if (!named) fail(`names the claim ${node.value} of lesson ${lesson}, which is not here; write "later: lesson ${lesson}"`, node);
    const text = named.claims[node.value];
    if (text === undefined)
      fail(`names the claim ${node.value}, and lesson ${lesson} has: ${Object.keys(named.claims).join(', ')}`, node);
    return { ...link(`/claims/${named.folder}#${node.value}`, '', text), children: [node] };
  }

  function address({ folder, questions, steps }: Named, number: string, part: string | undefined, node: Text, at: number): string {
    if (part === undefined) return `/lessons/${folder}`;
    if (part.startsWith('q')) {
      if (!questions.includes(part)) fail(`names ${number}.${part}, and lesson ${number} asks ${questions.join(', ')}`, node, at);
      return `/lessons/${folder}#${part}`;
    }
    const title = steps[Number(part) - 1];
    if (title === undefined) fail(`names ${number}.${part}, and lesson ${number} has ${steps.length} steps`, node, at);
    return `/lessons/${folder}#${anchorOf(title)}`;
  }
}

const link = (url: string, words: string, title: string): Link => ({
  type: 'link',
  url,
  title,
  children: [{ type: 'text', value: words }],
});

/** A heading as links name it; that it is right, the build finds out, which stops at an anchor that is not there. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
