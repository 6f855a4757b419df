// A child program for the test of lab.process: says a word, then waits to be killed.
const args = JSON.parse(process.env['PROVING_ARGS'] ?? '{}') as { word: string; bootstrap: string[] };
process.send?.({ said: args.word, brokers: args.bootstrap.length });
process.on('message', (message) => process.send?.({ echo: message }));
