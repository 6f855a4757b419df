/**
 * What happened and what was seen, as one text that says nothing twice. What was seen in several lines stays in its lines.
 * @param lead stands before what was seen: `Last seen:`
 */
export function withSeen(what: string, saw: string | null | undefined, lead = ''): string {
  const seen = saw?.trim() ?? '';
  if (seen === '' || bare(what).includes(bare(seen))) return what;
  if (bare(seen).includes(bare(what))) return seen;
  if (seen.includes('\n')) return `${what}\n${seen}`;
  return `${what} ${lead === '' ? '' : `${lead} `}${seen}`;
}

/** Without what does not tell two sayings apart: case, space, the stop at the end. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.:;]$/, '');
