export { type Application, run } from './application.ts';
export type { Join, Pair, Side } from './join.ts';
export { StreamStream } from './stream-stream.ts';
export { StreamTable } from './stream-table.ts';
export { TableTable } from './table-table.ts';
export { type Ends, JoinTask } from './task.ts';
