/** Follows a pointer that is down, wherever it goes, until it is let go or Escape is pressed. */
export function followPointer(
  down: PointerEvent,
  {
    move,
    end,
    cancel,
  }: { readonly move: (event: PointerEvent) => void; readonly end: () => void; readonly cancel: () => void },
): void {
  const ending = new AbortController();
  const { signal } = ending;
  const isSame = (event: PointerEvent): boolean => event.pointerId === down.pointerId;
  const finish = (how: () => void): void => {
    ending.abort();
    how();
  };
  addEventListener('pointermove', (event) => isSame(event) && move(event), { signal });
  addEventListener('pointerup', (event) => isSame(event) && finish(end), { signal });
  addEventListener('pointercancel', (event) => isSame(event) && finish(cancel), { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && finish(cancel), { signal, capture: true });
}
