import type { LanguagePack } from '../language-pack.js';
import { MNK, SW, WO } from './african.js';
import { HI, ID, JA, KO, TH, VI, ZH } from './asian.js';
import { DE } from './de.js';
import { EN } from './en.js';
import { ES } from './es.js';
import { FR } from './fr.js';
import { IT } from './it.js';
import { EL, HU, RO, TR } from './more-european.js';
import { MS, TL } from './malay-filipino.js';
import { NL } from './nl.js';
import { DA, FI, NO, SV } from './nordic.js';
import { PT } from './pt.js';
import { AR, FA, HE } from './semitic.js';
import { CS, PL, RU, UK } from './slavic.js';
import { BN, UR } from './south-asian.js';

/** Every language is always on: a person answers in theirs, whatever language we wrote in. */
export const LANGUAGE_PACKS: readonly LanguagePack[] = [
  EN,
  ES,
  PT,
  FR,
  DE,
  IT,
  NL,
  DA,
  SV,
  NO,
  FI,
  PL,
  CS,
  RU,
  UK,
  RO,
  HU,
  EL,
  TR,
  AR,
  HE,
  FA,
  HI,
  UR,
  BN,
  ID,
  MS,
  TL,
  VI,
  TH,
  ZH,
  JA,
  KO,
  SW,
  WO,
  MNK,
];
