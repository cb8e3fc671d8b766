/** No page of the register has an element of this name, so that one in an answer came from what was sent. */
export const plantedElement = 'zq9';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const around = (characters: readonly string[]) => characters.flatMap((character) => [character, `a${character}b`]);

const controls = around([...range(0, 31), '\u007f', ...range(0x80, 0x9f), '\u2028', '\u2029', '\u0085', '\ufeff', '\ufffe', '\uffff', '\ufffd']);
const invisible = around(['\u00a0', '\u00ad', '\u034f', '\u061c', '\u115f', '\u1680', '\u180e', '\u200b', '\u200c', '\u200d', '\u2060', '\u2800', '\u3000', '\u3164', '\ufe0f', '\u{e0001}', '\u{e0041}']);
const directions = around(['\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']).concat(['\u202egnp.exe', 'abc\u202e\u2066def\u2069ghi', '\u05d0\u05d1 abc \u0627\u0644']);
const scripts = [
  'حاجة إلى التدريب', '反腐败培训', '反腐敗', 'Обучение сотрудников', 'Formación de funcionarios', 'Œuvre à l’ÉTÉ', 'İstanbul ı', 'ﬁ ﬀ ß ẞ ſ', 'é e\u0301', '한국어 한국어', 'ｆｕｌｌ＝ｗｉｄｔｈ', '①②③', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '𝓝𝓮𝓮𝓭',
  `Z${'\u0300'.repeat(500)}`, '\u0300', '\u{10ffff}', '\u{1f600}'.repeat(400), 'ا'.repeat(2001), '﷽'.repeat(100),
];
const html = [
  `<${plantedElement}>`, `<${plantedElement} onload=alert(1)>`, `"><${plantedElement}>`, `'><${plantedElement}>`, `</textarea><${plantedElement}>`, `</title><${plantedElement}>`, `</script><${plantedElement}>`, `]]><${plantedElement}>`,
  `--><${plantedElement}>`, `<!--<${plantedElement}>`, `" autofocus onfocus="${plantedElement}`, `' onmouseover='${plantedElement}`, 'javascript:alert(1)', 'data:text/html,<b>', '&lt;b&gt;', '&#60;b&#62;', '&amp;amp;', '\\u003cb\\u003e',
  '<svg/onload=1>', '<img src=x onerror=1>', '<style>*{display:none}</style>', '<base href=//evil.example>', '<meta http-equiv=refresh content=0>', '<link rel=stylesheet href=//evil.example>', '<iframe src=//evil.example>', '<template><b>',
];
const templates = [
  '{{7*7}}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{count, plural, one {#} other {#}}', '{name}', '{', '}', "'{'", '{0}', '{{', '%s%s%n', '%00', '%2500', '%', '%%', '%zz', '%u0041', '\\', '\\\\', '\\0', '\\x00', '\\u0000', '$&', "$'", '$1', '`', '``',
];
const sql = [
  "'", "''", '"', "' or '1'='1", "'; drop table need; --", "') or 1=1 --", '1; select pg_sleep(5)', "' union select null,null --", "x' and 1=cast((select secret from register) as int) --", '/*', '*/', '--', ';', '?', '$1', ':id', '@x', '%', '_', "\\'; --", "N'x'", "E'\\\\'", 'null', 'NULL',
];
const numbers = [
  '0', '-0', '-1', '1', '2', '3', '00', '01', '1.0', '1.5', '1e3', '1E400', '-1e400', '0x10', '0b1', '0o7', '1_000', '1,000', '١٢', '２', '²', '½', 'NaN', 'Infinity', '-Infinity', '2147483647', '2147483648', '-2147483648', '4294967296', '9007199254740991', '9007199254740993', '9223372036854775807', '9223372036854775808', '9'.repeat(40), '999', '1000', '+1', ' 1', '1 ', '1\n',
];
const dates = [
  '2023-02-28', '2023-02-29', '2024-02-29', '2023-02-30', '2023-13-01', '2023-00-00', '0000-00-00', '0001-01-01', '1899-12-31', '9999-12-31', '10000-01-01', '-000001-01-01', '2023-2-3', '23-02-03', '2023/02/03', '03.02.2023', '20230203', '2023-02-03T00:00:00Z', '2023-W05', 'today', '1970-01-01', '2099-01-01',
];
const words = ['', ' ', '\t', '\r', '\n', '\r\n', '\r\n\r\nx-injected: 1', 'true', 'false', 'null', 'undefined', '[]', '{}', '[object Object]', '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__', 'then', 'default', 'general', 'GENERAL', 'II', 'ii', 'en', 'EN', 'capacity-building', 'cb-training', 'focal-point', 'administrator', 'system'];
const paths = ['../../etc/passwd', '..%2f..%2f', '/etc/passwd', 'C:\\Windows', '\\\\evil.example\\x', '//evil.example', 'https://evil.example', '/\\evil.example', '/en/../..', '.', '..', './', 'file:///etc/passwd', '/en/needs?done=approve', '/en#x', '/xx', '/en//evil.example'];
const emails = ['a@b', 'a@b.c', '@', 'a@', '@b.c', 'a b@c.d', 'a@b.c\r\nbcc: x@y.z', '"a b"@c.d', 'ａ＠ｂ．ｃ', 'a@b..c', 'A@B.C', `${'a'.repeat(250)}@b.c`, 'admin@system.invalid', 'register@system.invalid', 'é@é.é'];
const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("//evil.example")', '\t=1', ';=1', '＝1+1'];
const long = ['a'.repeat(100), 'a'.repeat(1001), 'a'.repeat(2000), 'a'.repeat(2001), 'a'.repeat(19_999), 'a'.repeat(20_001), 'é'.repeat(20_000), ' '.repeat(5000), '\n'.repeat(2001), 'a '.repeat(5000)];

/** Some hundreds of values that have broken programs before. */
export const naughtyStrings: readonly string[] = [
  ...controls, ...invisible, ...directions, ...scripts, ...html, ...templates, ...sql, ...numbers, ...dates, ...words, ...paths, ...emails, ...formulas, ...long,
];

/** Percent-encodings that are no UTF-8 or no encodings at all: lone surrogates, overlong forms, halves of characters. */
export const naughtyBytes: readonly string[] = [
  '%ED%A0%80', '%ED%BF%BF', '%ED%A0%BD%ED%B8%80', '%C0%AF', '%C0%80', '%E0%80%AF', '%F0%80%80%AF', '%F4%90%80%80', '%F8%88%80%80%80', '%FF', '%FE%FF', '%80', '%C3', '%E2%82', '%F0%9F%98', '%C3%28', '%A0%A1', '%', '%4', '%zz', '%u1234', '%00', '%0', '%25%', 'caf%E9', '%EF%BF%BE', '%EF%BF%BF', '%F0%9F%98%80%',
];
