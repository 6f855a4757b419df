import type { Schema } from 'avsc';

export type Version = {
  readonly id: number;
  readonly version: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
};

/** A subject as the registry tells it over HTTP. */
export class Subject {
  readonly #at: string;
  readonly #name: string;

  constructor(registry: string, name: string) {
    this.#at = registry;
    this.#name = encodeURIComponent(name);
  }

  /** @throws {Error} with the registry's words, when it takes no such schema */
  register = async (schema: Schema): Promise<number> => {
    const answer = await this.#ask(`/subjects/${this.#name}/versions`, 'POST', {
      schema: JSON.stringify(schema),
    });
    return (answer as { id: number }).id;
  };

  async setLevel(compatibility: string): Promise<void> {
    await this.#ask(`/config/${this.#name}`, 'PUT', { compatibility });
  }

  async level(): Promise<string> {
    const { compatibilityLevel } = (await this.#ask(`/config/${this.#name}`)) as {
      compatibilityLevel: string;
    };
    return compatibilityLevel;
  }

  async versions(): Promise<readonly Version[]> {
    const numbers = (await this.#ask(`/subjects/${this.#name}/versions`)) as number[];
    return Promise.all(
      numbers.map(async (number) => {
        const said = await this.#ask(`/subjects/${this.#name}/versions/${number}`);
        const version = said as Omit<Version, 'schema'> & { readonly schema: string };
        return { ...version, schema: JSON.parse(version.schema) as Version['schema'] };
      }),
    );
  }

  async #ask(path: string, method = 'GET', body?: object): Promise<unknown> {
    const answer = await fetch(`${this.#at}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
