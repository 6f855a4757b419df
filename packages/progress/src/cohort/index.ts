export { type AssessmentRow, assessmentsOf } from './assessed.ts';
export { type Cell, cellOf } from './cell.ts';
export { type Learner, learnersOf } from './learner.ts';
export { type Missed, missed } from './missed.ts';
export { joinRoster, type Roster } from './roster.ts';
export { type Stuck, stuck } from './stuck.ts';
export { tables } from './tables.ts';
