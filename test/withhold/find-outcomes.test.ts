import { describe, expect, it } from 'vitest';
import { findOutcomes } from '../../src/withhold/outcomes/find-outcomes.ts';

const whole = (words: string): string => findOutcomes(words, []).whole.join(' ');

describe('the outcomes of resolutions that councils wrote', () => {
  it.each([
    // As the minutes of the Kent Community Safety Partnership have them.
    [
      'RESOLVED that the notes of the meeting held on 17 November 2022 were correctly recorded and be signed by the Chairman.',
      'recorded',
    ],
    [
      'It was RESOLVED that the minutes of the meeting held on 25 March 2021 were correctly recorded and a paper copy be signed by the Chairman subject to the addition of Mr Mochrie-Cox’s apologies.',
      'recorded',
    ],
    [
      'RESOLVED that the Kent Community Safety Partnership (KCSP) considered and commented on the refreshed Kent Community Safety Agreement. Agreed to the priorities and cross-cutting themes for 2023/24; noted the duty for partners to attend the upcoming Scrutiny Committee arrangements.',
      'noted agreed considered',
    ],
    [
      'RESOLVED the Kent Community Safety Partnership noted the progress and actions undertaken by the Working Group and the work of the KCST.',
      'noted',
    ],
    ['RESOLVED that the Multiagency Risk Assessment Conference (MARAC) Review Update be noted.', 'noted'],
    [
      'RESOLVED to note the refreshed action plan which supports delivery of the refreshed Community Safety Agreement. KCSP members were invited to provide feedback on the content of the draft action plan via email to kentcommunitysafetyteam@kent.gov.uk by 31st July 2021.',
      'noted',
    ],
    [
      'RESOLVED to note the Vision Zero Strategy update and to provide an update to the partnership at a later date.',
      'noted',
    ],
    [
      'RESOLVED to endorse the aims and objectives the Kent and Medway Gangs strategy, and to support the recommendation for the oversight of Gangs strategy to be provided by the VRU.',
      'endorsed supported',
    ],
    ['RESOLVED that the future meeting dates be noted.', 'noted'],
    ['RESOLVED that the briefing on DHR case Martin/June 2018 be noted.', 'noted'],
    ['RESOLVED that the update on the Kent and Medway Joint Exploitation Group be noted.', 'noted'],
    // As others write them.
    ['RESOLVED that the minutes be approved as a correct record and signed by the Chairman.', 'approved'],
    ['RESOLVED that the minutes of 4 June be agreed as a correct record.', 'agreed'],
    ['RESOLVED that the minutes be confirmed as a correct record and signed.', 'recorded'],
    ['RESOLVED to note and endorse the plan.', 'noted endorsed'],
    ['RESOLVED to note, agree and endorse the plan.', 'noted agreed endorsed'],
    ['RESOLVED: That the report be noted.', 'noted'],
    ['RESOLVED – that the report be received and noted.', 'noted'],
    ['RESOLVED unanimously to approve the budget.', 'approved'],
    ['RESOLVED (by 6 votes to 2) to approve the budget.', 'approved'],
    ['RESOLVED by 6 votes to 2 that the budget be approved.', 'approved'],
    ['RESOLVED, on the casting vote of the Chairman, to refuse the application.', 'refused'],
    ['RESOLVED that the report be formally noted and the plan approved.', 'noted'],
    ['RESOLVED that the report be noted and that the plan be approved.', 'noted approved'],
    ['RESOLVED that the report be noted and the recommendations be agreed.', 'noted agreed'],
    ['RESOLVED that the Committee note the report and approve the plan.', 'noted approved'],
    ['RESOLVED that the Committee notes the report and endorses its aims.', 'noted endorsed'],
    ['RESOLVED that Members noted the report, and agreed the recommendations.', 'noted agreed'],
    ['Members RESOLVED to take note of the report.', 'noted'],
    ['RESOLVED that approval be given to the scheme.', 'approved'],
    ['RESOLVED that the accounts for 2023/24 are hereby approved.', 'approved'],
    ['RESOLVED that the policy be and is hereby approved.', 'approved'],
    ['RESOLVED that the terms of reference be approved, subject to the changes proposed.', 'approved'],
    ['RESOLVED that, subject to the views of the Chairman, the lease be approved.', 'approved'],
    ['RESOLVED to thank the officers and note the report.', 'noted'],
    ['RESOLVED to note the report – and to approve the plan.', 'noted approved'],
    ['RESOLVED that the programme be supported.', 'supported'],
    ['It was RESOLVED that it be noted that the bridge is closed.', 'noted'],
    ['AGREED that the update be noted.', 'noted'],
    ['AGREED.', 'agreed'],
    ['AGREED to fund the hall.', 'agreed'],
    ['RESOLVED: Agreed.', 'agreed'],
    ['RESOLVED: Noted.', 'noted'],
    ['RESOLVED that it was agreed to note the report.', 'noted'],
    ['RESOLVED to agree that the report be noted.', 'noted'],
    ['**RESOLVED** that the update be *noted*.', 'noted'],
    ['RESOLVED that\nthe update be\nnoted.', 'noted'],
    ['12. RESOLVED that the update be noted.', 'noted'],
    ['RESOLVED that the Board formally supports the bid.', 'supported'],
    ['RESOLVED that the Board do approve the bid.', 'approved'],
    ['RESOLVED that the Board agrees to note the report.', 'noted'],
    ['RESOLVED that Members NOTED the report.', 'noted'],
    ['RESOLVED that the minutes, as amended, be approved.', 'approved'],
    ['RESOLVED that the application be approved for the reasons given in the report.', 'approved'],
    ['RESOLVED to (a) note the report; and (b) approve the plan.', 'noted approved'],
    ['RESOLVED to: 1) note the report; 2) approve the plan.', 'noted approved'],
    ['RESOLVED that (i) the report be noted; (ii) the plan be endorsed.', 'noted endorsed'],
  ])('%s → %s', (words, outcomes) => {
    expect(whole(words)).toBe(outcomes);
  });
});

describe('a matter put off or turned down', () => {
  it.each([
    ['RESOLVED that approval be deferred.', 'deferred'],
    ['RESOLVED that approval of the plan be deferred to the next meeting.', 'deferred'],
    ['RESOLVED that the decision to approve the plan be deferred.', 'deferred'],
    ['RESOLVED to defer the application until the plan is approved.', 'deferred'],
    ['RESOLVED that consideration be postponed.', 'deferred'],
    ['RESOLVED that the Board agreed to defer the plan.', 'deferred'],
    ['RESOLVED that the Committee agreed that approval be deferred.', 'deferred'],
    ['RESOLVED that the Committee did not approve the plan.', 'refused'],
    ['RESOLVED that the Committee does not agree the budget.', 'refused'],
    ['RESOLVED that the Committee declined to endorse the strategy.', 'refused'],
    ['RESOLVED to decline to support the bid.', 'refused'],
    ['RESOLVED that the application be refused.', 'refused'],
    ['RESOLVED that planning permission be refused and the report noted.', 'refused'],
    ['RESOLVED to reject the proposal.', 'refused'],
    ['RESOLVED that the proposal was not agreed.', 'refused'],
    ['RESOLVED that the plan be not approved.', 'refused'],
    ['RESOLVED that the plan not be approved.', 'refused'],
    ['RESOLVED not to approve the plan.', 'refused'],
    ['RESOLVED that the Board agreed not to approve the plan.', 'refused'],
    ['RESOLVED that the Board refused the offer.', 'refused'],
  ])('%s → %s', (words, outcomes) => {
    expect(whole(words)).toBe(outcomes);
  });
});

describe('words of other outcomes that a resolution only mentions', () => {
  it.each([
    ['RESOLVED that the report as approved in May was noted.', 'noted'],
    ['RESOLVED that the Board agreed that the approved plan be published.', 'agreed'],
    ['RESOLVED to note the plan approved by Cabinet and agreed by the Council.', 'noted'],
    ['RESOLVED to note that the plan be approved by the Council.', 'noted'],
    ['RESOLVED to note the recommendation that the plan be approved.', 'noted'],
    ['RESOLVED to note that the Board had agreed the budget and approved the plan.', 'noted'],
    ['RESOLVED to note the aims to reduce crime and to support victims.', 'noted'],
    ['RESOLVED to note the report, which the Board endorsed.', 'noted'],
    ['RESOLVED that the report “to approve and endorse” be noted.', 'noted'],
    ['RESOLVED that the report "Plans to be agreed" be noted.', 'noted'],
    ['RESOLVED that the report (to be approved in May) be noted.', 'noted'],
    ['RESOLVED that the actions agreed at the last meeting be noted.', 'noted'],
    ['RESOLVED that the letter which should be approved in May be noted.', 'noted'],
    ['RESOLVED that the minutes of the meeting at which the plan was approved be noted.', 'noted'],
    ['RESOLVED that the Director be authorised to approve the lease.', 'other'],
    ['RESOLVED that the Director be asked to note the comments and to agree a reply.', 'other'],
    ['RESOLVED to recommend to the Council that the budget be approved.', 'other'],
    ['RESOLVED that it be recommended that the budget be approved and the plan be noted.', 'other'],
    ['RESOLVED to ask the Director to: (i) approve the lease; (ii) note the report.', 'other'],
    ['RESOLVED that Cabinet be requested to agree the fees.', 'other'],
    ['RESOLVED to delegate authority to the Director to agree terms and approve the lease.', 'other'],
    ['RESOLVED that the options be considered at the next meeting.', 'other'],
    ['RESOLVED to consider the options in June.', 'other'],
    ['RESOLVED that a date be agreed with the Chairman.', 'other'],
    ['RESOLVED that the wording be approved by the Director.', 'other'],
    ['RESOLVED that terms are to be agreed.', 'other'],
    ['RESOLVED that if the plan be approved, the fees be noted.', 'noted'],
    ['RESOLVED that should the plan be approved, a report be written.', 'other'],
    ['RESOLVED that the plan could not be agreed.', 'other'],
    ['RESOLVED that no grant be approved.', 'other'],
    ['RESOLVED that the Board agreed not to proceed.', 'other'],
    ['RESOLVED that the plan has been approved.', 'other'],
    ['RESOLVED that the Board does not note the report.', 'other'],
    ['RESOLVED that the Board does not support the bid.', 'other'],
    ['RESOLVED that the agreed Syllabus and the noted authors be thanked.', 'other'],
    ['RESOLVED that the note be filed.', 'other'],
    ['RESOLVED that advice and support for victims be improved.', 'other'],
    ['RESOLVED that refuse and recycling be collected weekly.', 'other'],
    ['RESOLVED that deferred payments be reported.', 'other'],
    ['RESOLVED that Ms Anchor be thanked.', 'other'],
    ['RESOLVED to receive the report.', 'other'],
    ['RESOLVED that the minutes be not confirmed as a correct record.', 'other'],
    ['RESOLVED y dylid nodi’r adroddiad.', 'other'],
    ['RESOLVED to ask under paragraph 2.3 that the plan be approved.', 'other'],
    ['RESOLVED that planning approval for the site, as noted by officers, be sought.', 'other'],
    ['RESOLVED that money given to the hall be returned.', 'other'],
    ['RESOLVED that grants of £500 be given to the hall.', 'other'],
    ['RESOLVED that the votes be recorded.', 'other'],
    ['RESOLVED that the Panel supported by officers be thanked.', 'other'],
    ['RESOLVED that the Group Support budget be raised.', 'other'],
    ['RESOLVED that the Board notes of 4 May be filed.', 'other'],
    ['RESOLVED that the Chair agreed to report back.', 'other'],
    ['RESOLVED that the Committee is minded to approve the scheme.', 'other'],
    ['RESOLVED that the action of the Chairman in approving the lease be ratified.', 'other'],
    ['RESOLVED that the Support Group for Carers be thanked.', 'other'],
    ['RESOLVED that the plan that was approved in May be noted.', 'noted'],
    ['RESOLVED that the letter that has been approved be noted.', 'noted'],
    ['RESOLVED that the report of that date be noted.', 'noted'],
    ['RESOLVED to note that', 'noted'],
    ['RESOLVED', 'other'],
    ['', 'other'],
  ])('%s → %s', (words, outcomes) => {
    expect(whole(words)).toBe(outcomes);
  });
});

describe('the parts of a resolution', () => {
  it.each([
    [
      'RESOLVED to:',
      [
        'to agree the Terms of Reference for the Kent Community Safety Partnership, subject to any changes (i.e. membership) proposed by the Partnership and approve the Terms of Reference for the KCSPs two subgroups (KCSP Working Group and the DHR Steering Groups).',
        'To note that all KCSP member organisations shown in the Terms of Reference should ensure that they were signed up to the latest version.',
        'to note that the Terms of Reference for the KCSP and its subgroups will be reviewed annually.',
      ],
      ['agreed approved', 'noted', 'noted'],
      'noted agreed approved',
    ],
    [
      'RESOLVED to:',
      ['note the lamps;', 'agree the *mast*\nand its flag.'],
      ['noted', 'agreed'],
      'noted agreed',
    ],
    ['RESOLVED that:', ['it be noted', 'the plan be endorsed'], ['noted', 'endorsed'], 'noted endorsed'],
    [
      'RESOLVED that the Committee:',
      ['notes the report', 'agrees the fees'],
      ['noted', 'agreed'],
      'noted agreed',
    ],
    ['RESOLVED that the plan be agreed.', ['It be noted'], ['noted'], 'noted agreed'],
    [
      'RESOLVED that the Director be asked to:',
      ['approve the lease', 'note the views'],
      ['other', 'other'],
      'other',
    ],
    ['RESOLVED to recommend that:', ['the lease be approved'], ['other'], 'other'],
    ['AGREED:', ['that the plan be noted'], ['noted'], 'noted'],
    ['AGREED:', ['the bridge be mended'], ['other'], 'agreed'],
    ['RESOLVED that:', ['Members agreed to mend the bridge'], ['agreed'], 'agreed'],
    ['RESOLVED that:', ['the report (a) be noted and (b) the matter be resolved'], ['noted'], 'noted'],
    ['RESOLVED not to:', ['approve the lease', 'note the report'], ['refused', 'other'], 'refused'],
    ['RESOLVED to note that:', ['the lease be approved'], ['other'], 'noted'],
    ['RESOLVED that:', ['the bridge be mended', 'support for victims'], ['other', 'other'], 'other'],
  ])('%s %j', (opening, parts, ofParts, ofWhole) => {
    const found = findOutcomes(opening, parts);
    expect(found.parts.map((outcomes) => outcomes.join(' '))).toEqual(ofParts);
    expect(found.whole.join(' ')).toBe(ofWhole);
  });
});
