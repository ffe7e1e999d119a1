import { performance } from 'node:perf_hooks';
import { Agent, request } from 'undici';

export type Load = { readonly connections: number; readonly seconds: number };

export type LoadResult = {
  readonly answered: number;
  readonly refused: number;
  readonly latenciesMs: readonly number[];
  readonly elapsedSeconds: number;
};

/**
 * A closed loop: so many connections, each posting the next request when the last one is answered. It finds the ceiling; because a stalled
 * server also stalls the client, its latencies are those of a server under as much load as it takes.
 */
export async function drive(
  url: string,
  makeRequest: () => { body: Buffer; headers: Record<string, string> },
  { connections, seconds }: Load,
): Promise<LoadResult> {
  const agent = new Agent({ connections, pipelining: 1 });
  const latenciesMs: number[] = [];
  let refused = 0;
  const begun = performance.now();
  const deadline = begun + seconds * 1_000;
  const connection = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const { body, headers } = makeRequest();
      const sent = performance.now();
      const answer = await request(url, { method: 'POST', body, headers, dispatcher: agent });
      await answer.body.dump();
      if (answer.statusCode === 200) latenciesMs.push(performance.now() - sent);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsedSeconds = (performance.now() - begun) / 1_000;
  await agent.close();
  return { answered: latenciesMs.length, refused, latenciesMs, elapsedSeconds };
}
