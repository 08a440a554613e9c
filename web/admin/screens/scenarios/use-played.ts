import { useEffect, useRef, useState } from 'react';
import type { ScenarioInput, ScenarioResult } from '../../../../src/advocacy/scenarios/model.ts';

export type Played = { result: ScenarioResult; ms: number };

/** What the scenario brings, played anew in a worker after each change; while it plays the last answer stays. */
export function usePlayed(input: ScenarioInput): Played | undefined {
  const [played, setPlayed] = useState<Played>();
  const worker = useRef<Worker>(undefined);
  const waiting = useRef<ScenarioInput>(undefined);
  const busy = useRef(false);
  useEffect(() => {
    const made = new Worker(new URL('./play-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.onmessage = ({ data }: MessageEvent<Played>) => {
      setPlayed({ result: data.result, ms: data.ms });
      busy.current = waiting.current !== undefined;
      if (waiting.current) made.postMessage({ input: waiting.current });
      waiting.current = undefined;
    };
    return () => {
      made.terminate();
      busy.current = false;
    };
  }, []);
  useEffect(() => {
    if (busy.current) {
      waiting.current = input;
      return;
    }
    busy.current = true;
    worker.current?.postMessage({ input });
  }, [input]);
  return played;
}
