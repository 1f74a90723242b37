import { describe, expect, it } from 'vitest';
import { lastingTitle, topicKey, topicKeyOfTitle } from '../../../src/assemble/topics/topic-title.ts';

describe('what two titles of one topic have in common', () => {
  it.each([
    ['Allotments', 'ALLOTMENTS'],
    ['Allotments', 'Allotments Update'],
    ['Allotments', 'Allotments - update'],
    ['Allotments', 'Allotments – Updates'],
    ['Allotments', 'Allotments (update)'],
    ['Kent & Medway Gangs Strategy', 'Kent and Medway Gangs Strategy Update'],
    ['Chief’s response', "Chief's response"],
    ['Budget 2020/21', 'Budget 2021-22'],
    ['Budget for 2021/22', 'Budget'],
    ['Annual Report (2021)', 'Annual Report 2020'],
  ])('is all of %j and %j', (first, second) => {
    expect(topicKeyOfTitle(first, 2021)).toBe(topicKeyOfTitle(second, 2021));
    expect(topicKeyOfTitle(first, 2021)).toBeDefined();
  });

  it.each([
    ['Community Safety Agreement Update', 'Community Safety Agreement and Action Plan Update'],
    ['Violence Reduction Unit', 'Violence Reduction Unit (VRU)'],
    ['Vision 2030', 'Vision 2040'],
    ['Incident of 4 May 2021', 'Incident of 4 May 2022'],
    ['Update of the register', 'The register'],
    ['Phase 1', 'Phase 2'],
  ])('does not join %j and %j, which share words only', (first, second) => {
    expect(topicKeyOfTitle(first, 2021)).not.toBe(topicKeyOfTitle(second, 2021));
  });

  it.each([
    'Introduction',
    'Welcome and introductions',
    'Apologies for absence',
    'Declarations of Interest',
    'Disclosure of pecuniary interests',
    'Notes of meeting held on 13 July 2021',
    'Minutes of the last meeting',
    'Matters arising',
    'Date of the next meeting',
    'Date of meetings in 2021/2022',
    'Any other business',
    'Urgent business',
    'Exclusion of the press and public',
    'Public questions',
    'Update',
    'Verbal update',
    'Presentation',
  ])('is nothing for %j, which every meeting has', (title) => {
    expect(topicKeyOfTitle(title, 2021)).toBeUndefined();
  });

  it('is what an officer wrote, whatever it is called', () => {
    expect(topicKey('Public questions')).toBe('public questions');
    expect(topicKey('Budget 2021')).toBe('budget 2021');
  });

  it('is nothing where a title has no words', () => {
    expect(topicKey('…')).toBeUndefined();
  });
});

describe('the name of a topic', () => {
  it('is a title without what changes from meeting to meeting', () => {
    expect(lastingTitle('Kent Community Safety Partnership Working Group Update', 2021)).toBe(
      'Kent Community Safety Partnership Working Group',
    );
    expect(lastingTitle('Budget 2021/22 - update', 2021)).toBe('Budget');
  });
});
