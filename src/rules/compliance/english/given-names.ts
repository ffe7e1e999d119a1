/**
 * Common given names, for "this isn't John". Names that are also everyday words (Mark, Bill, Frank) are left out: "I'm not frank"
 * names nobody.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
  aaron adam ahmed aisha alex alexander ali alice amanda amit amy ana andrea andrew andy angela angie
  ann anna anne anthony antonio arthur ashley austin barbara becky ben benjamin betty billy bob bobby
  brandon brenda brian bruce bryan carl carlos carmen carol carolyn catherine charles charlie cheryl
  chris christina christine christopher cindy cynthia dan daniel dave david debbie deborah debra dennis
  diane diego donald donna doug douglas dylan ed edward elena elizabeth emily emma eric ethan evelyn
  fatima francisco gary george gloria greg gregory hannah harold hassan heather helen henry ibrahim jack
  jackie jacob jacqueline jake james janet jason javier jean jeff jeffrey jen jennifer jenny jeremy
  jerry jess jesse jessica joan joe john jonathan jorge jose joseph josh joshua joyce juan judith judy
  julie justin karen kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin kim
  kimberly kyle larry laura lauren lawrence linda lisa liz lucia luis madison maggie manuel margaret
  maria martha mary matt matthew megan mei mel melissa michael michelle miguel mike mohammed muhammad
  nancy nathan nicholas nick nicole olivia omar pablo pam pamela patricia patrick paul pedro pete peter
  priya rachel raj ravi raymond rebecca richard rick robert roger ron ronald rosa ruth ryan sam samantha
  samuel sandra sara sarah scott sean sharon shirley sophia steph stephanie stephen steve steven sue
  susan teresa terry thomas tim timothy tina tom tony tyler vicky victoria virginia walter wei william
  willie zach zachary
  `
    .trim()
    .split(/\s+/),
);
