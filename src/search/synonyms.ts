/** Ways of naming one thing. */
export interface Synonym {
  /** All name the same thing: whichever is typed, the others are looked for too. */
  readonly forms: readonly string[];
  /** Near it, and looked for with less weight. */
  readonly near?: readonly string[];
}

/**
 * The field's abbreviations, former names and everyday words. Each group says where its words are used, so that a
 * later editor can tell a term of the field from a guess.
 */
export const SYNONYMS: readonly Synonym[] = [
  // DfE's names of the NPQs and the codes its guidance and providers shorten them to; NPQML and NPQLTD's long form
  // are former or full names still typed.
  { forms: ['npqsl', 'npq senior leadership', 'npq in senior leadership'] },
  { forms: ['npqh', 'npq headship', 'npq in headship'] },
  { forms: ['npqel', 'npq executive leadership', 'npq in executive leadership'] },
  { forms: ['npqlt', 'npq leading teaching', 'npq in leading teaching', 'npqml'] },
  { forms: ['npqltd', 'npq leading teacher development', 'npq leading teaching development'] },
  { forms: ['npqlbc', 'npq leading behaviour and culture', 'npq behaviour'] },
  { forms: ['npqll', 'npq leading literacy', 'npq literacy'] },
  { forms: ['npqlpm', 'npq leading primary mathematics', 'npq maths', 'npq primary maths'] },
  { forms: ['npqeyl', 'npq early years leadership', 'npq early years'] },
  {
    forms: ['npqsenco', 'npq senco', 'npq for sencos', 'nasenco', 'national award for sen coordination'],
    near: ['senco'],
  },
  { forms: ['ehco', 'early headship coaching offer', 'new head', 'new headteacher'] },
  { forms: ['aso', 'additional support offer'], near: ['early headship coaching offer'] },
  // DfE's early career reforms: NQT until 2021, then ECT under the ECF, since 2025 the ECTE.
  { forms: ['ect', 'nqt', 'early career teacher', 'newly qualified teacher', 'rqt'], near: ['induction'] },
  { forms: ['ecte', 'ecf', 'early career framework', 'early career teacher entitlement', 'ectpm'], near: ['ect'] },
  // Initial teacher training (DfE, ITT criteria).
  { forms: ['itt', 'ite', 'initial teacher training', 'initial teacher education'], near: ['trainee'] },
  { forms: ['trainee', 'student teacher', 'pgce', 'scitt', 'schools direct', 'placement student'], near: ['itt'] },
  { forms: ['itap', 'intensive training and practice', 'intensive placement'] },
  // System leadership: SLE designation ended in 2022 and hubs took over; ELE is the Research Schools' role.
  {
    forms: ['sle', 'specialist leader of education', 'specialist leader', 'system leader'],
    near: ['teaching school hub roles', 'facilitator'],
  },
  {
    forms: ['nle', 'lle', 'national leader of education', 'local leader of education'],
    near: ['system leader', 'ofsted'],
  },
  { forms: ['ele', 'evidence lead in education', 'evidence leader'] },
  { forms: ['lp', 'leading practitioner', 'ast', 'advanced skills teacher'] },
  { forms: ['eef', 'education endowment foundation'] },
  { forms: ['rsn', 'research school', 'research schools network'] },
  { forms: ['tsh', 'teaching school hub', 'the hub', 'teaching school'] },
  { forms: ['rise', 'regional improvement for standards and excellence'] },
  // Special educational needs and disability code of practice (DfE and DoH, 2015).
  { forms: ['senco', 'sendco', 'inclusion lead', 'special educational needs coordinator', 'sen coordinator'] },
  { forms: ['sen', 'send', 'special educational needs', 'special needs', 'aln'], near: ['senco', 'inclusion'] },
  // Keeping children safe in education (DfE).
  {
    forms: ['dsl', 'ddsl', 'designated safeguarding lead', 'safeguarding lead', 'child protection', 'kcsie'],
    near: ['safeguarding'],
  },
  { forms: ['smhl', 'mental health lead', 'senior mental health lead'], near: ['wellbeing'] },
  // Credit for earlier learning, as universities name it (QAA).
  {
    forms: [
      'rpl',
      'apl',
      'apel',
      'rpel',
      'recognition of prior learning',
      'accreditation of prior learning',
      'accredited prior learning',
      'prior learning',
    ],
    near: ['credit'],
  },
  { forms: ['master', 'ma', 'med', 'msc', 'master degree', 'postgraduate degree'], near: ['university'] },
  { forms: ['doctorate', 'phd', 'edd', 'doctor of education'] },
  { forms: ['cteach', 'chartered teacher', 'chartered status', 'chartered teacher status'], near: ['chartered'] },
  { forms: ['mcct', 'fcct', 'cct', 'chartered college', 'chartered college of teaching'] },
  // Posts as the school teachers' pay and conditions document and advertisements name them.
  {
    forms: ['tlr', 'teaching and learning responsibility', 'middle leader', 'middle leadership'],
    near: ['subject leader'],
  },
  {
    forms: [
      'hod',
      'head of department',
      'subject leader',
      'subject lead',
      'curriculum lead',
      'head of faculty',
      'head of subject',
    ],
  },
  {
    forms: ['hoy', 'head of year', 'year leader', 'head of key stage', 'key stage leader', 'phase leader', 'pastoral'],
  },
  { forms: ['slt', 'senior leadership', 'senior leader', 'senior leadership team', 'smt'], near: ['deputy head'] },
  {
    forms: [
      'deputy head',
      'deputy headteacher',
      'assistant head',
      'assistant headteacher',
      'vice principal',
      'assistant principal',
      'dht',
      'aht',
    ],
    near: ['senior leader'],
  },
  { forms: ['headteacher', 'head teacher', 'headship', 'principal', 'ht'] },
  { forms: ['ceo', 'executive head', 'executive headteacher', 'trust leader', 'cfo', 'coo'] },
  { forms: ['mat', 'multi academy trust', 'trust', 'academy trust'] },
  { forms: ['governor', 'governance', 'trustee', 'school board', 'governing body'] },
  { forms: ['cpd', 'pd', 'cpdl', 'professional development', 'professional learning', 'staff training', 'inset'] },
  { forms: ['appraisal', 'performance management', 'pdr'] },
  // Stages and assessments (national curriculum, STA).
  { forms: ['eyfs', 'early years', 'foundation stage', 'nursery'], near: ['reception'] },
  { forms: ['ks2', 'key stage 2'], near: ['year 6'] },
  { forms: ['sats', 'key stage 2 test', 'national curriculum test'] },
  { forms: ['examiner', 'exam marker', 'gcse marker', 'exam board', 'exam marking'] },
  { forms: ['money', 'extra income', 'pay', 'paid', 'earn'] },
  { forms: ['free', 'funded', 'no cost', 'fully funded', 'funding', 'scholarship'] },
  // Subjects and their networks, as schools shorten them.
  { forms: ['maths', 'mathematics', 'numeracy'] },
  { forms: ['ncetm', 'maths hub'] },
  { forms: ['mfl', 'languages', 'modern foreign languages', 'french', 'german', 'spanish'] },
  { forms: ['ict', 'computing', 'computer science', 'it teacher'] },
  { forms: ['ncce', 'teach computing', 'national centre for computing education'] },
  { forms: ['re', 'religious education', 'religious studies'] },
  { forms: ['ssp', 'phonics', 'systematic synthetic phonics', 'early reading'] },
  { forms: ['english', 'literacy'], near: ['reading'] },
  { forms: ['non specialist', 'out of field', 'second subject'] },
  // What the briefing's first option is called in schools.
  {
    forms: [
      'use what i learned',
      'use what i learnt',
      'what i learned',
      'what i learnt',
      'put into practice',
      'embed',
      'implement',
      'apply learning',
    ],
    near: ['implementation plan', 'plan and try'],
  },
  { forms: ['publish', 'article', 'write', 'blog', 'journal'] },
];
