import type { ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { makePlayer } from '../../../../src/advocacy/scenarios/rules/play.ts';

const play = makePlayer();

/** Plays beside the page, so that sliders never wait; the same rules as on the server. */
self.onmessage = ({ data: { input } }: MessageEvent<{ input: ScenarioInput }>) => {
  const from = performance.now();
  const result = play(input);
  self.postMessage({ result, ms: performance.now() - from });
};
