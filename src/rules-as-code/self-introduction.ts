/** A name that a person gives, in whatever case it is written: two words at most. */
const SAID_PLAINLY =
  /(?:my (?:full )?name(?: is|['’]s)|name:|je m['’]appelle|me llamo|mi nombre es|ich heiße|ich heisse|mein name ist|mi chiamo|meu nome é|me chamo|mijn naam is)\s+(?<name>\p{L}[\p{L}'’-]+(?:[ \t]+\p{L}[\p{L}'’-]+){0,2})/giu;

/** Words after which a name may stand, or anything else: only what is written like a name counts. */
const SAID_IN_PASSING =
  /(?<!\p{L})(?:[Ii]['’]?m|I am|[Tt]his is|THIS IS|[Cc]all me|[Ii]t['’]s)\s+(?<name>\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}?\p{Ll}+)*(?:[ \t]+\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}?\p{Ll}+)*){0,2})/gu;

/** What ends a name that is written in small letters, or is none though it is written large. */
const NO_NAMES = new Set(
  (
    'a about am an and are at but by for from here how i if in interested is it looking not of on or please regarding so sorry still the to urgent ' +
    'very waiting was what when where who why with you my your our we they can could do does did have has had would will ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
    'december english french german spanish happy going really just also trying calling writing texting et y und e en de la el'
  ).split(' '),
);

/** Names by which people introduce themselves in a text: "my name is Ada", "this is Ada Ceesay". Cautious: rather none than half the text. */
export function introducedNames(text: string): readonly string[] {
  return [SAID_PLAINLY, SAID_IN_PASSING].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ groups }) => untilNoName(groups?.['name'] ?? '')),
  );
}

function untilNoName(words: string): readonly string[] {
  const all = words.split(/\s+/);
  const end = all.findIndex((word) => NO_NAMES.has(word.toLowerCase()));
  const name = (end === -1 ? all : all.slice(0, end)).join(' ');
  return name === '' ? [] : [name];
}
