/** Told by a long fit how much of it is done, 0 to 1. */
export type Progress = (share: number) => void;
