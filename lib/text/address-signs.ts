/** Signs that show nothing, or turn the direction of others: two addresses with them look the same. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?!^)\p{Zs}(?!$)/u;

/** Whether an address shows all that it consists of; blanks around it do not count. */
export const hasVisibleSignsOnly = (address: string): boolean => !unseen.test(address.trim());

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Whether no part of an address mixes scripts with letters that look alike. */
export const isOfOneScript = (address: string): boolean =>
  address.split(/[@.]/).every((part) => scripts.filter((script) => script.test(part)).length <= 1);
