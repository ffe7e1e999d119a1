import { useEffect, useId } from 'react';

/** The forms on the present page that hold something which is not saved. */
const unsaved = new Set<string>();

export function hasUnsaved(): boolean {
  return unsaved.size > 0;
}

/**
 * Has whoever leaves the page asked first, while a form holds changes. `settle` is for a form that goes elsewhere as soon as it has saved,
 * before anything is drawn again.
 */
export function useUnsaved(isChanged: boolean): { readonly settle: () => void } {
  const id = useId();
  useEffect(() => {
    if (!isChanged) return;
    unsaved.add(id);
    return () => void unsaved.delete(id);
  }, [id, isChanged]);
  return { settle: () => void unsaved.delete(id) };
}
