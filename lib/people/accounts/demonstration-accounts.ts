import type { Role } from '#lib/base/roles';
import type { Region } from '#lib/convention/regions';

const assignedReviews = [
  'AFR-16',
  'AFR-17',
  'AFR-18',
  'AFR-19',
  'AFR-20',
  'APG-01',
  'APG-02',
  'EEG-01',
  'GRL-01',
];

export const demonstrationPassword = 'demonstration';

/**
 * Accounts of the demonstration register, listed on the sign-in page. A real register never has
 * them.
 */
export const demonstrationAccounts: readonly Readonly<{
  email: string;
  name: string;
  role: Role;
  state?: string;
  assignedReviews?: readonly string[];
  organisation?: string;
  region?: Region;
}>[] = [
  {
    email: 'focal.afr-18@demo.example',
    name: 'Focal point of AFR-18',
    role: 'focal-point',
    state: 'AFR-18',
  },
  {
    email: 'focal.apg-01@demo.example',
    name: 'Focal point of APG-01',
    role: 'focal-point',
    state: 'APG-01',
  },
  {
    email: 'contributor.afr-18@demo.example',
    name: 'Contributor of AFR-18',
    role: 'contributor',
    state: 'AFR-18',
  },
  {
    email: 'reviewer.1@demo.example',
    name: 'Reviewer 1',
    role: 'reviewer',
    assignedReviews,
  },
  {
    email: 'reviewer.2@demo.example',
    name: 'Reviewer 2',
    role: 'reviewer',
    assignedReviews,
  },
  {
    email: 'reviewer.3@demo.example',
    name: 'Reviewer 3',
    role: 'reviewer',
    assignedReviews: ['EEG-02'],
  },
  { email: 'manager@demo.example', name: 'Programme manager', role: 'manager' },
  { email: 'manager.2@demo.example', name: 'Programme manager 2', role: 'manager' },
  {
    email: 'provider@demo.example',
    name: 'Provider of assistance',
    role: 'provider',
    organisation: 'Demonstration Centre for Integrity',
  },
  { email: 'adviser@demo.example', name: 'Adviser for Africa', role: 'adviser', region: 'AFR' },
  { email: 'administrator@demo.example', name: 'Administrator', role: 'administrator' },
];
