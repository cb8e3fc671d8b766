import fc from 'fast-check';
import { seed } from '#tests/support/run/campaign';

// The everyday tests try the same cases each time; each run of a campaign has others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
