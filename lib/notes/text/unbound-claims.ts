import 'server-only';
import { TYPE } from '@formatjs/icu-messageformat-parser';
import type { Locale } from '#lib/convention/names';
import type { Message } from '#lib/notes/text/parse-message';

/**
 * The words of comparatives, superlatives, quantifiers and negations. `strong` ones say something of
 * the needs wherever they stand; `weak` ones do so in a sentence about what is counted.
 */
type ClaimWords = Readonly<{ strong: RegExp; weak: RegExp; counted: RegExp }>;

const claimWords: Readonly<Record<Locale, ClaimWords>> = {
  en: {
    strong:
      /(?<!\p{L}|at )(none|nobody|no one|nowhere|never|neither|most|fewest|majority|minority|largest|smallest|greatest|highest|lowest|biggest|predominantly|mostly|exceeds?|exceeded|outnumber(?:s|ed)?|evenly|equally|twice)(?!\p{L})/iu,
    weak: /(?<!\p{L})(more|fewer|less|least|greater|larger|higher|lower|smaller|all|every|each|no|not|nor|only|both|many|few|several|without|mainly|primarily|entirely|exclusively|always|as many|any|entire|same|leads?|leading|ranks?|ranked|top|foremost|dominat(?:es?|ed)|common|frequently?|often|rarely|seldom|hardly|scarcely|barely|lacks?|unlike|increas(?:es?|ed)|decreas(?:es?|ed)|rose|fell|grew|doubled|tripled)(?!\p{L})/iu,
    counted:
      /(?<!\p{L})(needs?|states?|groups?|regions?|articles?|categor(?:y|ies)|summar(?:y|ies)|requests?|training|assistance)(?!\p{L})/iu,
  },
  fr: {
    strong:
      /(?<!\p{L})(aucune?|nulle part|jamais|personne|la plupart|majorité|minorité|majoritaires?|majoritairement|dépassent|dépasse|dépassait|surpassent|surpasse|supérieure?s?|inférieure?s?|équitablement|uniformément|essentiellement)(?!\p{L})/iu,
    weak: /(?<!\p{L})(plus|moins|davantage|tous|toutes?|tout|chaque|chacune?|ne|ni|pas|seule?s?|seulement|uniquement|sans|les deux|autant|même nombre|plusieurs|peu|beaucoup|principalement|surtout|entière?s?|tête|premi(?:er|ère)s?|domin(?:e|ent|ait)|fréquemment|fréquente?s?|souvent|rarement|guère|manquent?|contrairement|augmenté|diminué|doublé|triplé|n(?=[’']))(?!\p{L})/iu,
    counted:
      /(?<!\p{L})(besoins?|états?|etats?|groupes?|régions?|articles?|catégories?|résumés?|assistance|formations?|demandes?)(?!\p{L})/iu,
  },
  es: {
    strong:
      /(?<!\p{L})(ningún|ningun[oa]s?|nadie|nunca|jamás|mayoría|minoría|mayoritariamente|superan?|superó|superaron|superior(?:es)?|inferior(?:es)?|uniformemente|por igual)(?!\p{L})/iu,
    weak: /(?<!\p{L})(más|menos|mayor(?:es)?|menor(?:es)?|todo[s]?|toda[s]?|cada|no|ni|sin|solo|sólo|solamente|únicamente|únic[oa]s?|amb[oa]s|mismo número|tant[oa]s|vari[oa]s|poc[oa]s|much[oa]s|principalmente|sobre todo|entero|entera|encabezan?|primer[oa]?s?|dominan?|frecuentes?|frecuentemente|rara vez|apenas|carecen?|aument(?:ó|aron)|disminuy(?:ó|eron)|se duplicó|se duplicaron)(?!\p{L})/iu,
    counted:
      /(?<!\p{L})(necesidad(?:es)?|estados?|grupos?|regi(?:ón|ones)|artículos?|categorías?|resum(?:en|úmenes|enes)|resúmenes|asistencia|capacitación|formación|solicitudes)(?!\p{L})/iu,
  },
  ru: {
    strong:
      /(?<!\p{L})(ни одн\p{L}{1,3}|никто|никогда|никакой|никаких|большинств\p{L}{1,2}|меньшинств\p{L}{1,2}|наибольш\p{L}{2,3}|наименьш\p{L}{2,3}|превыша\p{L}{2,3}|превысил\p{L}?|равномерно|поровну)(?!\p{L})/iu,
    weak: /(?<!\p{L})(больше|меньше|более|менее|выше|ниже|чаще|реже|все|всех|всем|всеми|кажд\p{L}{2,3}|не|нет|ни|только|лишь|оба|обе|обеих|отсутств\p{L}{1,5}|без|сам\p{L}{2,3}|единственн\p{L}{2,3}|мног\p{L}{1,3}|немног\p{L}{1,3}|одинаков\p{L}{1,3}|главным образом|преимущественно|цел(?:ый|ая|ое|ом)|лидиру\p{L}{2,3}|перв(?:ый|ая|ое|ые|ом)|част(?:о|ые)|редко|едва|возрос(?:ло|ли|ла)?|вырос(?:ло|ли|ла)?|сократил(?:ось|ись|ась)|увеличил(?:ось|ись|ась)|удвоил(?:ось|ись|ась))(?!\p{L})/iu,
    counted:
      /(?<!\p{L})(потребност|государств|групп|регион|стат(?:ь|ей)|категори|резюме|запрос|помощ|обучени|подготовк)/iu,
  },
  ar: {
    strong:
      /(?<!\p{L})[وفبل]?(?:ال)?(معظم|غالبية|أغلبية|أغلب|أقلية|أي منها|لا أحد|أبدا|أبداً|تفوق|يفوق|تجاوزت?|يتجاوز|بالتساوي|لا شيء)(?!\p{L})/u,
    weak: /(?<!\p{L})[وفبل]?(?:ال)?(أكثر|أقل|أكبر|أصغر|أعلى|أدنى|جميع|كل|كافة|لا(?! سيما)|لم|لن|ليست?|فقط|وحدها|وحده|إلا|سوى|كلا|كلتا|دون|بدون|العديد|عديد|قليل|نفس العدد|أساسا|أساساً|بأكمل\p{L}{1,3}|تتصدر|يتصدر|الأولى|الأول|غالباً|غالبا|نادراً|نادرا|بالكاد|تفتقر|زادت|ازدادت|ازداد|انخفضت|انخفض|تضاعفت|تضاعف)(?!\p{L})/u,
    counted:
      /احتياج|حاج[ةا]|دول[ةا]?|مجموع[ةا]|منطق[ةا]|مناطق|ماد[ةت]|المواد|فئ[ةا]|خلاص|موجز|مساعد|تدريب|طلبات/u,
  },
  zh: {
    strong:
      /最多|最少|最大|最小|最高|最低|大多数|多数|少数|超过|多于|少于|高于|低于|不到|均匀|没有任何|从未|唯一/u,
    weak: /更多|更少|更大|更高|更低|较多|较少|所有|全部|每个|每一|各个|均|都|没有|未(?!来)|不(?!断|同|久)|无(?!论)|只|仅|两者|同样多|一样多|许多|很少|主要|整个|领先|首位|第一|普遍|常见|经常|罕见|几乎|缺乏|增加|减少|翻番|任何/u,
    counted: /需求|国家|缔约国|区域组|国家组|区域|条款|类别|摘要|援助|培训/u,
  },
};

/** The end of a sentence, or of a part that stands by itself. */
const sentenceEnd = /[.!?。！？؟:：\n]/u;

/**
 * The text that no claim binds, with a letterless mark for each placeholder. Citations are left out,
 * and so is what stands within the tag of a claim.
 */
const unboundText = (message: Message): string =>
  message
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return ' ';
      if (element.type === TYPE.plural || element.type === TYPE.select)
        return Object.values(element.options)
          .map(({ value }) => unboundText(value))
          .join(' ');
      return ' # ';
    })
    .join('');

/** Finds words that claim more than the numbers beside them, at most one in each sentence. */
export function unboundClaims(message: Message, locale: Locale): string[] {
  const { strong, weak, counted } = claimWords[locale];
  return unboundText(message)
    .split(sentenceEnd)
    .flatMap((sentence) => {
      const word = strong.exec(sentence) ?? (counted.test(sentence) ? weak.exec(sentence) : null);
      return word ? [word[0].trim()] : [];
    });
}
