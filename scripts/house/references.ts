/** One thing that an answer points to. What belongs to a lesson carries the lesson's number. */
export type Reference =
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'later'; readonly lesson: string }
  | { readonly kind: 'claim' | 'question' | 'step'; readonly lesson: string | null; readonly later: boolean; readonly id: string }
  | { readonly kind: 'page'; readonly to: string };

const token = /(?<later>later: lesson )?(?<!\w)(?<lesson>\d\d)(?:\.(?<part>q?\d{1,2}))?\b|`(?<claim>[^`]+)`|\]\((?<to>[^)\s]+)\)/g;

/**
 * What an answer names, from left to right. Two digits are a lesson, `07.3` a step, `07.q2` a question; what stands in backticks
 * is a claim of the lesson named before it; a link is a page.
 */
export function referencesIn(answer: string): readonly Reference[] {
  const found: Reference[] = [];
  let lesson: string | null = null;
  let later = false;
  for (const { groups = {} } of answer.matchAll(token)) {
    if (groups['to'] !== undefined) found.push({ kind: 'page', to: groups['to'] });
    else if (groups['claim'] !== undefined) found.push({ kind: 'claim', lesson, later, id: groups['claim'] });
    else {
      lesson = groups['lesson'] as string;
      later = groups['later'] !== undefined;
      found.push(later ? { kind: 'later', lesson } : { kind: 'lesson', lesson });
      const part = groups['part'];
      if (part !== undefined) found.push({ kind: part.startsWith('q') ? 'question' : 'step', lesson, later, id: part });
    }
  }
  return found;
}
