// `node scripts/docker-stand-in.ts start | stop | env`: an engine, Compose and an image for a machine that has none of them and can
// pull nothing. Everything lies in two folders: what was fetched and built in the user's cache, what runs in PROVING_HOME. `env`
// prints what a shell must export so that docker finds it.
import { buildCompose } from './docker-stand-in/compose.ts';
import { environment, fetchEngine, startEngine, stopEngine } from './docker-stand-in/engine.ts';
import { buildImage } from './docker-stand-in/image.ts';
import { lackingForStandIn } from './docker-stand-in/needs.ts';

const [word = ''] = process.argv.slice(2);
const does: Readonly<Record<string, () => Promise<void>>> = {
  async start() {
    const lacking = lackingForStandIn();
    if (lacking !== null) {
      console.log(lacking);
      process.exitCode = 3;
      return;
    }
    await timed('engine fetched', fetchEngine);
    await timed('compose built', buildCompose);
    await timed('engine started', startEngine);
    await timed('image built', buildImage);
    console.log('To use it in this shell: eval "$(node scripts/docker-stand-in.ts env)"');
  },
  async stop() {
    console.log((await stopEngine()) ? 'stopped, and nothing of it is left' : 'it did not run');
  },
  async env() {
    for (const [name, value] of Object.entries(environment())) console.log(`export ${name}='${value}'`);
  },
};

const act = does[word];
if (act === undefined) {
  console.log('node scripts/docker-stand-in.ts start | stop | env');
  process.exitCode = 64;
} else await act();

async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await act();
  console.log(`${what} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
