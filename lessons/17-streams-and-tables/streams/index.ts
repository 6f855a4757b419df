export { type Application, run, type Worked } from './application.ts';
export { count, type Processor, rekeyed } from './processor.ts';
export { fromKafka, type StreamRecord, toKafka } from './record.ts';
export { MemoryStore, type Store } from './store.ts';
export { folded, type Table } from './table.ts';
export { Task } from './task.ts';
