import { type Reading, verifyChain } from '@proving/progress';
import { type Finding, good, note } from './finding.ts';

/** The health of the progress log. Nothing about it stands in the way of a lesson: what cannot be read is skipped. */
export function judgeLog(file: string, reading: Reading): Finding {
  const { entries, newer, notices } = reading;
  const edited = verifyChain([...entries, ...newer]).length;
  const said = [...notices.map(({ says }) => says), ...(edited > 0 ? [`${edited} entries were changed by hand.`] : [])];
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} in ${file}`;
  return said.length === 0 ? good('progress log', count) : note('progress log', `${count}. ${said.join(' ')}`);
}
