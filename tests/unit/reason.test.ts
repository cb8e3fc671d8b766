import { expect, it } from 'vitest';
import { invalid } from '#lib/base/errors';
import { maxReasonLength, optionalReason, requiredReason } from '#lib/text/reason';

const kept = (value: string | null) => ({ ok: true, value });

it('a reason is kept tidied, or is refused where it cannot be kept or is too long', () => {
  const longest = 'a'.repeat(maxReasonLength);
  for (const check of [optionalReason, requiredReason]) {
    expect(check(' Two\r\nlines ')).toEqual(kept('Two\nlines'));
    expect(check(`${longest} `)).toEqual(kept(longest));
    expect(check(`${longest}a`)).toEqual(invalid('reason', 'reasonTooLong'));
    expect(check('a\u0000\u000bb')).toEqual(kept('a\nb'));
    expect(check(`\u0000${longest}`)).toEqual(kept(longest));
    expect(check('a\ud800')).toEqual(invalid('reason', 'unreadable'));
  }
});

it('a reason that is missing is refused where a step needs one, as the step says', () => {
  expect(optionalReason(' \n')).toEqual(kept(null));
  expect(requiredReason(' \n')).toEqual(invalid('reason', 'enterReason'));
  expect(requiredReason('', { field: 'reason-II', missing: 'apart' })).toEqual(
    invalid('reason-II', 'apart'),
  );
  expect(requiredReason('\ud800', { field: 'reason-II', missing: 'apart' })).toEqual(
    invalid('reason-II', 'unreadable'),
  );
});
