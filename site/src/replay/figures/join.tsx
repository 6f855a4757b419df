import { isSameTask, joinKeys, joinName, joinShape } from '@proving/replay';
import type { ReactNode } from 'react';
import { cut, type Drawn } from './figure.ts';
import { JoinAsProcessed, panelHeight } from './join-as-processed.tsx';
import { byKeyHeight, JoinByKey } from './join-by-key.tsx';
import { inTimeHeight, JoinInTime } from './join-in-time.tsx';

/** Join timeline: two streams over the time in which things happened, tables in the order in which records were processed. */
export function JoinFigure({ now, end, width }: Drawn): ReactNode {
  const { tasks } = end.joins;
  const shape = joinShape(tasks);
  const keys = tasks.flatMap(joinKeys);
  const nowOf = (task: (typeof tasks)[number]) => now.joins.tasks.find((each) => isSameTask(each, task));
  let y = 26;
  const placed = (height: number, key: string, drawn: ReactNode) => {
    const at = y;
    y += height;
    return (
      <g key={key} transform={`translate(0 ${at})`}>
        {drawn}
      </g>
    );
  };
  const drawn =
    shape === 'by key'
      ? tasks.map((task) =>
          placed(
            byKeyHeight(task, width),
            `${task.partition} ${task.called}`,
            <JoinByKey task={nowOf(task)} end={task} width={width} />,
          ),
        )
      : keys.map((each) => {
          const name = `${each.task.partition} ${each.task.called} ${each.key}`;
          const task = nowOf(each.task);
          if (shape === 'as processed') return placed(panelHeight, name, <JoinAsProcessed task={task} end={each} width={width} />);
          return placed(inTimeHeight(each), name, <JoinInTime task={task} end={each} all={keys} width={width} />);
        });
  return (
    <svg width={width} height={y} aria-hidden="true">
      <text className="r-head" x={0} y={14}>
        {tasks[0] ? cut(joinName(tasks[0]), width, 13) : ''}
      </text>
      {drawn}
    </svg>
  );
}
