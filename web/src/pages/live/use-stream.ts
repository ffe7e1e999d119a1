import { useEffect, useState } from 'react';
import { readDecision, withLines, type DecisionLine } from './decision-line.ts';

const STREAM = '/api/v1/stream?last=50';
/** Lines are shown in batches: under load the page stays readable, and quick. */
const SHOW_EVERY_MS = 250;

export type StreamState = 'connecting' | 'open' | 'away';

/**
 * The decisions as they are made. The browser comes back by itself when the connection breaks, and says which event it had last. While
 * paused the stream goes on, and nothing moves.
 */
export function useStream(isPaused: boolean) {
  const [lines, setLines] = useState<readonly DecisionLine[]>([]);
  const [waiting, setWaiting] = useState<readonly DecisionLine[]>([]);
  const [state, setState] = useState<StreamState>('connecting');
  useEffect(() => {
    const source = new EventSource(STREAM);
    let batch: DecisionLine[] = [];
    source.addEventListener('open', () => setState('open'));
    source.addEventListener('error', () => setState('away'));
    source.addEventListener('decision', (event: MessageEvent<string>) => {
      const decision = readDecision(event.data);
      if (decision !== undefined) batch.push(decision);
    });
    const timer = setInterval(() => {
      if (batch.length === 0) return;
      const news = batch;
      batch = [];
      setWaiting((before) => withLines(before, news));
    }, SHOW_EVERY_MS);
    return () => {
      clearInterval(timer);
      source.close();
    };
  }, []);
  useEffect(() => {
    if (isPaused || waiting.length === 0) return;
    setLines((before) => withLines(before, waiting));
    setWaiting([]);
  }, [isPaused, waiting]);
  return { lines, waitingCount: waiting.length, state, clear: () => setLines([]) };
}
