import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOf, parseForm, textOf, type FormFields } from '#lib/http/form';

const read = (text: string) => parseForm(new TextEncoder().encode(text));
const bytes = (...values: number[]) => parseForm(Uint8Array.from(values));
/** A form as a plain list, so that no name is special to the comparison. */
const entries = (form: FormFields | undefined) => form && Object.entries(form);

describe('reading a form', () => {
  it('keeps every value of a name, in the order sent', () => {
    expect(entries(read('articles=5&text=a&articles=6&articles=5'))).toEqual([
      ['articles', ['5', '6', '5']],
      ['text', ['a']],
    ]);
  });

  it('reads plus and %20 as a space, %2B as a plus', () => {
    expect(entries(read('text=one+two%20three%2Bfour&a+b=1'))).toEqual([
      ['text', ['one two three+four']],
      ['a b', ['1']],
    ]);
  });

  it('reads what stands in other scripts, encoded or as it is', () => {
    expect(entries(read('t=%D9%85%D8%B3%D8%A7%D8%B9%D8%AF%D8%A9&u=援助&v=%F0%9F%8C%8D'))).toEqual([
      ['t', ['مساعدة']],
      ['u', ['援助']],
      ['v', ['🌍']],
    ]);
  });

  it('takes what is left out as empty', () => {
    expect(entries(read(''))).toEqual([]);
    expect(entries(read('&&a&b=&=c&d==e&'))).toEqual([
      ['a', ['']],
      ['b', ['']],
      ['', ['c']],
      ['d', ['=e']],
    ]);
  });

  it.each(['a=%E0%A4', 'a=%', 'a=%2', 'a=%zz', '%C3=a', 'a=%C0%AF', 'a=%ED%A0%80'])(
    'refuses %s, which is no UTF-8 or not well formed',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('refuses bytes that are no UTF-8', () => {
    expect(bytes(0x61, 0x3d, 0xff)).toBeUndefined();
    expect(bytes(0x61, 0x3d, 0xc3)).toBeUndefined();
    expect(bytes(0x61, 0x3d, 0xed, 0xa0, 0x80)).toBeUndefined();
    expect(entries(bytes(0x61, 0x3d, 0xc3, 0xa9))).toEqual([['a', ['é']]]);
  });

  it('reads a thousand fields and refuses a thousand and one', () => {
    const fields = (n: number) => Array.from({ length: n }, (_, i) => `f${i}=1`).join('&');
    expect(entries(read(fields(1000)))).toHaveLength(1000);
    expect(read(fields(1001))).toBeUndefined();
    expect(read('a=1&'.repeat(1001))).toBeUndefined();
  });

  it('takes names that mean something to JavaScript as names', () => {
    const form = read('__proto__=admin&constructor=a&toString=b&hasOwnProperty=c')!;
    expect(entries(form)).toEqual([
      ['__proto__', ['admin']],
      ['constructor', ['a']],
      ['toString', ['b']],
      ['hasOwnProperty', ['c']],
    ]);
    expect(textOf(form, '__proto__')).toBe('admin');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('has no value for what was not sent, also under such names', () => {
    const form = read('a=1')!;
    for (const name of ['b', '__proto__', 'constructor', 'toString']) {
      expect(textOf(form, name)).toBe('');
      expect(listOf(form, name)).toEqual([]);
    }
  });

  it("gives the last value where one is asked for, and a list of one's own where all are", () => {
    const form = read('a=1&a=2')!;
    expect(textOf(form, 'a')).toBe('2');
    listOf(form, 'a').push('3');
    expect(listOf(form, 'a')).toEqual(['1', '2']);
  });

  it('reads back what a browser writes, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
          maxLength: 30,
        }),
        (pairs) => {
          const expected = new Map<string, string[]>();
          for (const [name, value] of pairs)
            expected.set(name, [...(expected.get(name) ?? []), value]);
          const form = parseForm(new TextEncoder().encode(new URLSearchParams(pairs).toString()));
          expect(new Map(entries(form) as [string, string[]][])).toEqual(expected);
        },
      ),
    );
  });
});
