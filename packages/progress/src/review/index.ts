export { dailyMost, dueAt, type Pile } from './due.ts';
export { type Scheduled, schedule } from './schedule.ts';
