import fc from 'fast-check';
import { campaign, seed } from '#tests/support/campaign';

// The everyday tests try the same cases each time; a campaign others.
if (!campaign) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
