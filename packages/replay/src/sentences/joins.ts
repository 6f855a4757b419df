import type { JoinedRecord, Joins, JoinTask } from '../joins.ts';
import { type JoinKey, joinKeys, joinShape, partnersOf, placesOf } from '../meetings.ts';
import { inSeconds } from './windows.ts';

/** Who met whom: a sentence for each record of the left side, and for one of the right side where nobody of its key met it. */
export function joinsInSentences({ tasks }: Joins): readonly string[] {
  if (joinShape(tasks) === 'by key') return tasks.flatMap(keysMet);
  return tasks.flatMap((task) => [
    `Partition ${task.partition}${task.called === null ? '' : `, ${task.called}`}: ${joinName(task)}.`,
    ...task.records.flatMap((record, i) => {
      const met = partnersOf(task, i);
      if (record.side === 'right' && (met.length > 0 || isReplaced(task, record))) return [];
      const whom = met.map((place) => recordName(task.records[place])).join(' and ');
      return [`${sideOf(task, record).title}, ${record.key}: ${recordName(record)} met ${whom || 'nobody'}.`];
    }),
  ]);
}

/** Of many keys, which of a task's have met and which have not, on either side. */
function keysMet(task: JoinTask): readonly string[] {
  const keys = joinKeys(task);
  const isMet = ({ places }: JoinKey) => places.some((place) => partnersOf(task, place).length > 0);
  const named = (all: readonly JoinKey[]) => all.map(({ key }) => key).join(', ');
  const met = keys.filter(isMet);
  return [
    ...(met.length > 0 ? [`${placeOf(task, 'left')} and ${placeOf(task, 'right')}: ${named(met)} met.`] : []),
    ...(['left', 'right'] as const).flatMap((side) => {
      const alone = keys.filter((each) => !isMet(each) && placesOf(each, side).length > 0);
      return alone.length > 0 ? [`${placeOf(task, side)}: ${named(alone)} met nobody.`] : [];
    }),
  ];
}

const placeOf = (task: JoinTask, side: 'left' | 'right') =>
  `${side === 'left' && task.called !== null ? `${task.called}, ` : ''}${task[side].title}/${task.partition}`;

/** `orders, addresses: two tables`, `orders: a stream, addresses: a table`. */
export function joinName({ left, right, within }: JoinTask): string {
  if (left.kind !== right.kind) return `${left.title}: a ${left.kind}, ${right.title}: a ${right.kind}`;
  return `${left.title}, ${right.title}: two ${left.kind}s${within === null ? '' : ` within ${inSeconds(within)} s`}`;
}

/** `pen@1`: a value and when it happened. */
export const recordName = (record: JoinedRecord | undefined): string =>
  record === undefined ? '?' : `${record.value ?? 'null'}@${inSeconds(record.time)}`;

/** A row that nobody met is told only where its key has met nobody at all: rows come and go. */
const isReplaced = (task: JoinTask, { side, key }: JoinedRecord) =>
  task[side].kind === 'table' && task.meetings.some(({ by, right }) => right !== null && task.records[by]?.key === key);

const sideOf = (task: JoinTask, { side }: JoinedRecord) => task[side];
