import { describe, expect, it } from 'vitest';
import { weaknessOf } from '#lib/sessions/weak-passwords';

const email = 'maria.okoye@justice.example.org';

describe('a new password', () => {
  it.each([
    'aaaaaaaaaaaa',
    ' '.repeat(12),
    'password1234',
    'PASSWORD1234',
    'P@ssw0rd1234',
    'p a s s w o r d 1 2',
    'passwordpassword',
    '123456789012',
    'qwertyuiop12',
    'qwertyuiopas',
    'йцукенгшщзхъ',
    'abcdefghijkl',
    'abcabcabcabc',
    'dragon!!!!!!',
    '2026football2026',
    'letmeinletmein',
    'administrator',
    'пароль123456'.replace('пароль', 'qwerty'),
    '------------',
    '\u200b'.repeat(12),
    'a\u0301'.repeat(12),
  ])('%j is refused as common', (password) => {
    expect(weaknessOf(password, email)).toBe('passwordCommon');
  });

  it.each([
    email,
    'Maria.Okoye@justice',
    'mariaokoye2026',
    'Maria Okoye 12!',
    'M4ria.0koye!!!!',
    'justice.example.org',
  ])('%j is refused as the own address', (password) => {
    expect(weaknessOf(password, email)).toBe('passwordOwn');
  });

  it.each([
    'Needs Register',
    'needsregister2026',
    'N33dsR3gister!',
    'Registre des besoins',
    'Реестр потребностей',
    '需求登记册需求登记册需求',
    'UNCAC-register-1',
  ])('%j is refused as the name of the register', (password) => {
    expect(weaknessOf(password, email)).toBe('passwordRegister');
  });

  it.each([
    'a long enough password',
    'another long enough password',
    'correct horse battery staple',
    'vT7#kq0LmX2z',
    'кошка любит тёплый чайник',
    '山高月小水落石出清风徐来',
    'maria walks to an old lighthouse',
    'the register of my grandmother',
  ])('%j is taken', (password) => {
    expect(weaknessOf(password, email)).toBeUndefined();
  });
});
