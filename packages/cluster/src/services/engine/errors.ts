import { Plain } from '../../words.ts';

/** What this machine lacks, and what would help. */
export interface Lacking {
  readonly because: string;
  readonly fix: string;
}

const install = 'start Docker, or install it (docs.docker.com/engine/install)';

export const noCommand: Lacking = { because: 'there is no docker command here', fix: install };

export const noAnswer = (said: string): Lacking => ({ because: `no container engine answers (${said})`, fix: install });

export const elsewhere = (host: string): Lacking => ({
  because: `the container engine is on another machine (${host}), and what a test starts listens on 127.0.0.1 only`,
  fix: 'unset DOCKER_HOST, and start Docker on this machine',
});

/** One message with what to do in it: a proof that is left out says nothing else. */
export const noEngine = ({ because, fix }: Lacking): Plain =>
  new Plain('not-provable-here', `Not provable here: this test starts a container, and ${because}. Try: ${fix}.`, { fix, exit: 2 });

export const noImage = (image: string, said: string): Plain =>
  new Plain('not-provable-here', `Not provable here: the image ${image} is not here and could not be fetched (${said}).`, {
    fix: `docker pull ${image}`,
    exit: 2,
  });

export const engineRefused = (saw: string): Plain =>
  new Plain('engine-refused', 'The container engine did not do what it was asked.', { saw, fix: 'pnpm diagnose looks at it' });
