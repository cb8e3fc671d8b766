import { describe, expect, it } from 'vitest';
import { entityTagOf, matchesEntityTag } from '#lib/http/entity-tag';

const tag = entityTagOf(7, 'en', ['region', 'AFR']);

describe('the tag of an answer', () => {
  it('is the same for the same parts, and another for others', () => {
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(entityTagOf(7, 'en', ['region', 'AFR'])).toBe(tag);
    expect(entityTagOf(8, 'en', ['region', 'AFR'])).not.toBe(tag);
  });

  it.each([tag, `W/${tag}`, `"other", ${tag}`, `"other",W/${tag} , "more"`, '*'])(
    'is held by whoever says %s',
    (held) => expect(matchesEntityTag(held, tag)).toBe(true),
  );

  it.each([undefined, null, '', '"other"', tag.slice(1, -1), `${tag}x`, ','])(
    'is not held by whoever says %s',
    (held) => expect(matchesEntityTag(held, tag)).toBe(false),
  );
});
