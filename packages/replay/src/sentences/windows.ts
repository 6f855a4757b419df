import { type CountedWindow, isOver, type WindowedRecord, type Windows, type WindowTask } from '../windows.ts';

/** Where stream time stands in each task, each window with its count, and what came too late. */
export const windowsInSentences = ({ tasks }: Windows): readonly string[] =>
  tasks.flatMap((task) => [
    `${windowTaskName(task)}: ${streamTimeText(task)}, ${saidText(task)}.`,
    ...task.windows.map((each) => `${windowName(each, task)}: ${each.count}, ${stateOf(each, task)}.`),
    ...task.records.filter(({ late }) => late > 0).map((each) => `${lateText(each)}.`),
  ]);

/** `views/0`; `views/0, again` where the partition has another task. */
export const windowTaskName = ({ title, partition, called }: WindowTask): string =>
  `${title}/${partition}${called === null ? '' : `, ${called}`}`;

/** `stream time 40, over up to 30`; of sessions, whose end belongs to them, `over before 35`. Where nothing can be over yet, stream time alone. */
export function streamTimeText({ streamTime, over, windows, endWithin }: WindowTask): string {
  const first = windows[0]?.start ?? Number.NEGATIVE_INFINITY;
  const until = (end: number) => (endWithin ? `before ${inSeconds(end + 1)}` : `up to ${inSeconds(end)}`);
  const isSaid = over !== null && over !== streamTime && over > first;
  return `stream time ${inSeconds(streamTime)}${isSaid ? `, over ${until(over)}` : ''}`;
}

export const saidText = ({ said }: WindowTask): string =>
  said === 0 ? 'nothing said yet' : `${said} ${said === 1 ? 'count' : 'counts'} said`;

/** `a[0,10)`; the end of a session belongs to it: `a[1,4]`. */
const windowName = ({ key, start, end }: CountedWindow, { endWithin }: WindowTask): string =>
  `${key}[${inSeconds(start)},${inSeconds(end)}${endWithin ? ']' : ')'}`;

/** `a@3 at stream time 10: too late, dropped`. */
export const lateText = ({ key, time, streamTime, counted, late }: WindowedRecord): string => {
  const which = counted > 0 || late > 1 ? ` for ${late} ${late === 1 ? 'window' : 'windows'}` : '';
  return `${key}@${inSeconds(time)} at stream time ${inSeconds(streamTime)}: too late${which}, dropped`;
};

/** Ms as seconds, with no more digits than it has. */
export const inSeconds = (ms: number): string => String(ms / 1000);

const stateOf = (window: CountedWindow, task: WindowTask) =>
  `${isOver(window, task) ? 'over' : 'open'}${window.said === null ? ', nothing said yet' : ''}`;
