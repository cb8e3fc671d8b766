import { writeSync } from 'node:fs';
import { actorOfSession } from '#lib/sessions/sessions';
import { takeBulkDecision, parseDecisionFilter } from '#lib/review/decisions/commands';
import { decidableNeeds } from '#lib/review/decisions/queries';
import { valueOf } from '#tests/support/factories/outcomes';

/**
 * A program of its own that approves all of its reviewer's queue in one decision, and says when it
 * begins and ends. Argument: the session.
 */
const actor = await actorOfSession(process.argv[2] ?? '');
const filter = 'show=queue';
const { fingerprint } = await decidableNeeds(
  actor,
  'approve',
  await parseDecisionFilter(actor, filter),
);
writeSync(1, 'begin\n');
const { needs } = valueOf(
  await takeBulkDecision(actor, { verb: 'approve', filter, fingerprint, reason: '' }),
);
writeSync(1, `decided ${needs}\n`);
