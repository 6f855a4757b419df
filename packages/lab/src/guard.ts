import { Worker } from 'node:worker_threads';

// A process whose parent was killed must not live on, even while its own event loop is blocked: a thread watches the parent.
// Loaded by --import before an experiment or one of its child programs.
const watch = `
const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 250);
`;
new Worker(watch, { eval: true }).unref();
