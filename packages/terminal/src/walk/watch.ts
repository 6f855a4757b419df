import { type Views, views } from '@proving/replay';
import type { ArmVerdict } from '@proving/spec';
import type { Told } from './runner.ts';

/** A run as it can be watched: what is being prepared, or the arm that runs now and how it stands. */
export interface Watch {
  /** What is done before there is anything to see, with its count. */
  readonly doing: Extract<Told, { type: 'progress' }> | null;
  /** How often the same was told: the sign of life of what takes long. */
  readonly beats: number;
  /** Whom another command makes us wait for. */
  readonly waiting: string | null;
  readonly arm: WatchedArm | null;
}
export interface WatchedArm extends Views {
  readonly arm: string;
  readonly label: string;
  readonly index: number;
  readonly of: number;
  /** When the last event was seen, ms since the arm began. */
  readonly t: number;
  readonly verdict: ArmVerdict | null;
  /** Whether its measurement has been taken. */
  readonly measured: boolean;
}

export const nothingYet: Watch = { doing: null, beats: 0, waiting: null, arm: null };

export function watch(model: Watch, told: Told): Watch {
  switch (told.type) {
    case 'progress':
      return { ...model, doing: told, waiting: null, beats: told.doing === model.doing?.doing ? model.beats + 1 : 0 };
    case 'waiting':
      return { ...model, waiting: told.for };
    case 'arm.started': {
      const { arm, label, index, of } = told;
      return {
        doing: null,
        beats: 0,
        waiting: null,
        arm: { arm, label, index, of, t: 0, verdict: null, measured: false, ...views.initial },
      };
    }
    case 'event': {
      // What follows the measurement is housekeeping: the picture that stays is the one that was measured.
      if (model.arm?.arm !== told.arm || model.arm.measured) return model;
      const { event } = told;
      const arm = model.arm;
      return {
        ...model,
        doing: null,
        arm: {
          ...arm,
          t: Math.max(arm.t, event.t),
          measured: event.type === 'observation',
          ...views.step(arm, event),
        },
      };
    }
    case 'arm.ended':
      return model.arm?.arm === told.arm ? { ...model, arm: { ...model.arm, verdict: told.verdict } } : model;
  }
}
