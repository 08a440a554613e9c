export type Point = readonly number[];
/** `unbounded`: the function stayed finite nowhere around the start; `steps`: it had not settled after all of them. */
export type Minimum =
  | { outcome: 'found'; at: Point; value: number; steps: number }
  | { outcome: 'not_converged'; reason: 'steps' | 'unbounded'; at: Point; value: number; steps: number };

type Vertex = { at: Point; value: number };
type Options = { spread?: number; tolerance?: number; maxSteps?: number; restarts?: number };

const worstOf = (vertices: readonly Vertex[]) => vertices[vertices.length - 1] as Vertex;
const bestOf = (vertices: readonly Vertex[]) => vertices[0] as Vertex;

/**
 * The least value of `f` near `start`, without derivatives: the simplex method (Nelder & Mead 1965, Computer Journal 7;
 * coefficients 1, 2, ½, ½), started again from its own answer so that a collapsed simplex is not taken for a minimum.
 * `f` may answer NaN or Infinity where it is not defined: such points are only left. Never answers NaN.
 */
export function minimise(f: (at: Point) => number, start: Point, options: Options = {}): Minimum {
  const { spread = 0.5, tolerance = 1e-10, maxSteps = 4000, restarts = 3 } = options;
  const value = (at: Point) => {
    const found = f(at);
    return Number.isNaN(found) ? Number.POSITIVE_INFINITY : found;
  };
  let steps = 0;
  let best: Vertex = { at: start, value: value(start) };
  for (let round = 0; round <= restarts; round += 1) {
    const walk = descend(value, best.at, { spread: spread / 2 ** round, tolerance, maxSteps: maxSteps - steps });
    steps += walk.steps;
    const gain = best.value - walk.best.value;
    best = walk.best;
    if (!Number.isFinite(best.value)) return { outcome: 'not_converged', reason: 'unbounded', ...best, steps };
    if (!walk.settled) return { outcome: 'not_converged', reason: 'steps', ...best, steps };
    if (round > 0 && gain <= tolerance * (1 + Math.abs(best.value))) break;
  }
  return { outcome: 'found', ...best, steps };
}

type Walk = { best: Vertex; steps: number; settled: boolean };

function descend(
  f: (at: Point) => number,
  start: Point,
  { spread, tolerance, maxSteps }: { spread: number; tolerance: number; maxSteps: number },
): Walk {
  const corners = start.map((_, axis) => start.map((one, index) => (index === axis ? one + spread : one)));
  let vertices = [start, ...corners].map((at) => ({ at, value: f(at) }));
  for (let steps = 0; steps < maxSteps; steps += 1) {
    vertices = vertices.sort((a, b) => a.value - b.value);
    if (isSettled(vertices, tolerance)) return { best: bestOf(vertices), steps, settled: true };
    vertices = step(f, vertices);
  }
  return { best: bestOf(vertices.sort((a, b) => a.value - b.value)), steps: maxSteps, settled: false };
}

function isSettled(vertices: readonly Vertex[], tolerance: number): boolean {
  const best = bestOf(vertices);
  const flat = worstOf(vertices).value - best.value <= tolerance * (1 + Math.abs(best.value));
  const small = vertices.every(({ at }) => at.every((x, axis) => Math.abs(x - (best.at[axis] as number)) < 1e-6));
  return flat && small;
}

function step(f: (at: Point) => number, vertices: Vertex[]): Vertex[] {
  const kept = vertices.slice(0, -1);
  const worst = worstOf(vertices);
  const centre = worst.at.map((_, axis) => kept.reduce((sum, { at }) => sum + (at[axis] as number), 0) / kept.length);
  const along = (factor: number): Vertex => {
    const at = centre.map((x, axis) => x + factor * (x - (worst.at[axis] as number)));
    return { at, value: f(at) };
  };
  const reflected = along(1);
  if (reflected.value < bestOf(vertices).value) {
    const expanded = along(2);
    return [...kept, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < worstOf(kept).value) return [...kept, reflected];
  const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...kept, contracted];
  return vertices.map((vertex, index) => (index === 0 ? vertex : shrunk(f, vertex, bestOf(vertices))));
}

function shrunk(f: (at: Point) => number, vertex: Vertex, best: Vertex): Vertex {
  const at = vertex.at.map((x, axis) => ((best.at[axis] as number) + x) / 2);
  return { at, value: f(at) };
}
