/**
 * The smallest UUIDv7 of an instant. Ids carry the millisecond in which they were made, so the primary key alone finds what was made
 * since then. Source: https://www.rfc-editor.org/rfc/rfc9562#section-5.7
 */
export function firstIdAt(instant: Date): string {
  const time = Math.max(0, instant.getTime()).toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
