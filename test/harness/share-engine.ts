// Loaded before everything else in a test process and in each of its threads (execArgv in vitest.config.ts). The embedded
// engine is compiled once a process instead of once a test file, and what the machine learns of it serves the next file.
import { readFileSync } from 'node:fs';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

type Compiled = { bytes: number; module: WebAssembly.Module };
const ENGINE = 'compiled embedded engine';

if (isMainThread) {
  const source = readFileSync(new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite')));
  setEnvironmentData(ENGINE, { bytes: source.byteLength, module: new WebAssembly.Module(source) });
} else {
  const engine = getEnvironmentData(ENGINE) as unknown as Compiled;
  const instantiate = WebAssembly.instantiate as (source: unknown, imports?: unknown) => Promise<unknown>;
  const reuse = async (source: unknown, imports?: unknown) =>
    source instanceof Uint8Array && source.byteLength === engine.bytes
      ? { module: engine.module, instance: await instantiate(engine.module, imports) }
      : instantiate(source, imports);
  WebAssembly.instantiate = reuse as typeof WebAssembly.instantiate;
}
