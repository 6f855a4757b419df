export { CountBySession } from './count-by-session.ts';
export { CountByWindow } from './count-by-window.ts';
export { Final } from './final.ts';
export { type Count, type Operator, Task, type View } from './task.ts';
export { isOver, type Window, type Windowing, windowsAt } from './window.ts';
export { WindowStore } from './window-store.ts';
