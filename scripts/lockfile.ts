import type { Finding } from './finding.ts';

type Entry = { version?: string; optionalDependencies?: Record<string, string> };
export type Lockfile = { packages: Record<string, Entry> };

/**
 * Every optional dependency that a package names has an entry: `npm ci` refuses a lockfile that lacks the build for
 * another platform, and npm leaves it out when the registry at hand did not have it.
 */
export function checkLockfile({ packages }: Lockfile, file: string): Finding[] {
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map((name) => ({ file, message: `lacks ${name}, which ${path.replace('node_modules/', '')} may install` })),
  );
}
