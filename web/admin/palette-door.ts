export const PALETTE_OPENED = 'goodword:palette';

/** Opens the command palette; its code comes the first time somebody asks for it. */
export function openPalette(): void {
  window.dispatchEvent(new Event(PALETTE_OPENED));
  void import('./palette.tsx').then((module) => module.open());
}
