// Read by whatever Node the learner has, so this file keeps to what Node 14 could parse.
const needed = 24;

/** Runs one command: the verb and its arguments. Checks Node before anything is loaded that an older one cannot read. */
export async function start(argv) {
  const found = process.versions.node;
  if (Number(found.split('.')[0]) < needed) {
    const typed = ['lesson', '01'].map((word, i) => argv[i] || word).join(' ');
    process.stderr.write(
      [
        'This Node is too old for the course.',
        `  saw  Node ${found}; ${needed} or newer is needed.`,
        `  Try: npx -y pnpm@12 ${typed}    (it brings its own Node ${needed} and leaves yours alone)`,
        '',
      ].join('\n'),
    );
    process.exitCode = 3;
    return;
  }
  const { load } = await import('../src/boot/load.js');
  await load(argv);
}
