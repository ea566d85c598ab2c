/** Kept with an entry of the browser's history that another entry of this page stands before, so that Back stays in it. */
export const FROM_PAGE = { isFromPage: true } as const;

export function isFromPage(): boolean {
  return (history.state as { isFromPage?: boolean } | null)?.isFromPage === true;
}

/** Marks entries that come about by links; the first one, which the reader came in by, has nothing of ours before it. */
export function markHistory(): void {
  const first = history.state === null;
  if (first) history.replaceState({ isFromPage: false }, '');
  addEventListener('hashchange', () => {
    if (history.state === null) history.replaceState(FROM_PAGE, '');
  });
}
