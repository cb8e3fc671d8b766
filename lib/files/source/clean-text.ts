/** Control characters, marks that turn the direction of writing, and noncharacters. */
const forbidden =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;
/** Invisible characters that would disturb a search: soft hyphens, zero widths, byte order marks. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
/**
 * Characters for the shape of a letter, which fonts use instead of the letter: ligatures, Arabic
 * forms by place in the word, Chinese radicals.
 */
const presentationForms = /[\u2e80-\u2fdf\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g;

/** Radicals that Unicode does not decompose, each before the letter that it looks like. */
const radicals = new Map(
  (
    '⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺋㔾⺌小⺎兀⺐尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺯糸⺰纟⺱罓' +
    '⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页' +
    '⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'
  )
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
);

/** A mark that stands alone is decomposed into a space, or a stretched line, and the mark. */
const plainForm = (shape: string) =>
  radicals.get(shape) ?? shape.normalize('NFKC').replace(/^[ \u0640](?=\p{M})/u, '');

/**
 * Cleans a text, so that both databases can store it and every reader sees it as it was written.
 * Also returns the number of characters that were left out.
 */
export function cleanText(raw: string): Readonly<{ text: string; leftOut: number }> {
  let leftOut = 0;
  const replaceBy = (replacement: string) => () => {
    leftOut += 1;
    return replacement;
  };
  const wellFormed = raw.isWellFormed() ? raw : raw.replace(/\p{Surrogate}/gu, replaceBy('\ufffd'));
  const text = wellFormed
    .replace(forbidden, replaceBy(''))
    .replace(invisible, '')
    .replace(presentationForms, (shape) => plainForm(shape))
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .normalize('NFC');
  return { text, leftOut };
}

/** Whether so much of a text is damaged that it was decoded wrongly and must not be quoted. */
export function isGarbled(text: string): boolean {
  const damaged = text.split('\ufffd').length - 1;
  return damaged > 20 && damaged > text.length / 50;
}
