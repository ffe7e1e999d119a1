/** The order matters: most browsers also claim to be Chrome, and Chrome claims to be Safari. */
const BROWSERS = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\b(?:Headless)?Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

const SHOWN_LENGTH = 80;

/** What a browser is called by people: “Firefox on Windows”. One that is not known is told as it told itself, clipped. */
export function browserName(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return 'An unknown browser';
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent))?.[1];
  if (browser === undefined) return userAgent.slice(0, SHOWN_LENGTH);
  return system === undefined ? browser : `${browser} on ${system}`;
}
