/** A number of a paper or of R, and what we found; `digits` after the point are given. */
export type FoundNumber = { name: string; published: number; digits: number; found: number };
/** One fit whose numbers are published; its time is measured. `undefined` where its data is not on this machine. */
export type PublishedFit = { model: string; numbers(): FoundNumber[] | undefined };
/** Estimates with their standard errors, on the scale of `truths`; undefined when the fit had no answer. */
export type Estimates = Record<string, { value: number; error: number }> | undefined;
/** Data drawn from a model whose parameters are known, and what the fit makes of it. */
export type Recovery = { model: string; truths: Record<string, number>; estimate(seed: number): Estimates };
/** What a file of this folder exports as `topic`. */
export type Topic = { published?: PublishedFit[]; recovered?: Recovery[] };
