/** A place in a list that is ordered by an instant, then by id, newest first. */
export type ListPosition = { readonly at: Date; readonly id: string };

const CURSOR = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Opaque to callers: they give back what they got. */
export function encodeCursor({ at, id }: ListPosition): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

/** `undefined` for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): ListPosition | undefined {
  const [, time, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (time === undefined || id === undefined) return undefined;
  const position = { at: new Date(Number(time)), id };
  return encodeCursor(position) === cursor ? position : undefined;
}
