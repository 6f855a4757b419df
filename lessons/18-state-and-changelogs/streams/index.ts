export { type Application, run, type Worked } from './application.ts';
export { type At, type Commit, inOneTransaction, type Topics, type Work } from './commit.ts';
export { Copy } from './copy.ts';
export { LoggedStore } from './logged-store.ts';
export { type Restored, restored } from './restored.ts';
export { taskProducer } from './task-producer.ts';
