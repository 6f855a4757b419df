import { Plain } from '../words.ts';

export const composeRefused = (saw: string) =>
  new Plain('containers-refused', 'Docker did not do what the course asked of its containers.', {
    saw,
    fix: 'read what docker says; pnpm diagnose looks at the engine, pnpm cluster reset starts afresh',
  });

export const imageMissing = (image: string, saw: string) =>
  new Plain('image-missing', `The image ${image} is not here and could not be fetched.`, {
    saw,
    fix: `docker pull ${image}, or install a JDK 17 or newer and Maven: the course then needs no image`,
  });

export const shapeInContainers = (shape: string) =>
  new Plain('not-provable-here', `Not provable here: the containers of the course have the shape "standard", not "${shape}".`, {
    fix: 'install a JDK 17 or newer and Maven, and use --driver jvm',
    exit: 2,
  });

export const noRunningBroker = () =>
  new Plain('broker-not-running', 'No broker runs, and the tools of Kafka run inside one of them.', { fix: 'pnpm cluster start' });
