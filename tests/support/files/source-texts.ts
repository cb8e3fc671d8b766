import type { Locale } from '#lib/convention/names';

/** The same passages of an executive summary in the six languages: a heading and paragraphs. */
export const sourceTexts: Readonly<Record<Locale, readonly string[]>> = {
  ar: [
    '3.6. الاحتياجات من المساعدة التقنية',
    '(41) تحتاج الدولة إلى تدريب المدَّعين العامِّين على استرداد الموجودات، ولا سيما في إطار المادة 31 (الفقرة 2)، وإلى الإلمام بالأساليب الخاصة للتحري بنسبة 50% خلال الفترة المقبلة.',
    '(42) صياغة قانون لحماية الشهود والمبلِّغين وفقًا لمعيار ISO 37001 ومشورة من UNODC بشأن الإجراءات وأيضًا تقييم القدرات المؤسَّسية للهيئة الوطنية.',
    '(43) بناء القدرات لجمع البيانات الإحصائية وتحليلها [انظر الفقرة 12 أعلاه] وتبادل الممارسات الجيدة مع الدول الأخرى.',
  ],
  en: [
    '3.6. Technical assistance needs identified',
    '(41) The State would benefit from training of prosecutors on asset recovery, in particular under article 31, paragraph 2, and from guidance on special investigative techniques, as 50% of the staff joined after 2019.',
    '(42) Legislative assistance is needed to draft a law on the protection of witnesses and reporting persons in line with ISO 37001, and advice from UNODC on its procedures.',
    '(43) Capacity-building for the collection and analysis of statistical data (see paragraph 12 above), and the exchange of good practices with other States.',
  ],
  es: [
    '3.6. Necesidades de asistencia técnica determinadas',
    '(41) El Estado se beneficiaría de la capacitación de fiscales en recuperación de activos, en particular en el marco del artículo 31, párrafo 2, y de orientación sobre técnicas especiales de investigación.',
    '(42) Se necesita asistencia legislativa para redactar una ley de protección de testigos y denunciantes con arreglo a la norma ISO 37001, y asesoramiento de la UNODC sobre los procedimientos.',
    '(43) Creación de capacidad para la reunión y el análisis de datos estadísticos (véase el párrafo 12), y el intercambio de buenas prácticas con otros Estados.',
  ],
  fr: [
    '3.6. Besoins d’assistance technique recensés',
    '(41) L’État tirerait profit de la formation de procureurs au recouvrement d’avoirs, en particulier au titre du paragraphe 2 de l’article 31, et de conseils sur les techniques d’enquête spéciales.',
    '(42) Une assistance législative est nécessaire pour élaborer une loi sur la protection des témoins et des personnes qui communiquent des informations, conformément à la norme ISO 37001.',
    '(43) Renforcement des capacités de collecte et d’analyse de données statistiques (voir le paragraphe 12), et échange de bonnes pratiques avec d’autres États.',
  ],
  ru: [
    '3.6. Выявленные потребности в технической помощи',
    '(41) Государству необходима подготовка прокуроров по вопросам возвращения активов, в частности в рамках пункта 2 статьи 31, и рекомендации по специальным методам расследования.',
    '(42) Необходима помощь в разработке закона о защите свидетелей и лиц, сообщающих информацию, в соответствии со стандартом ISO 37001, а также консультации по процедурам.',
    '(43) Укрепление потенциала в области сбора и анализа статистических данных (см. пункт 12 выше) и обмен успешными видами практики с другими государствами.',
  ],
  zh: [
    '3.6. 已确定的技术援助需求',
    '(41) 该国将受益于对检察官进行追回资产方面的培训，特别是在第三十一条第二款的框架内，并需要关于特殊侦查手段的指导，因为百分之五十的工作人员是在去年之后加入的。',
    '(42) 需要立法援助，以便按照国际标准起草一项关于保护证人和举报人的法律，并就程序问题提供咨询意见。',
    '(43) 收集和分析统计数据方面的能力建设（见上文第十二段），以及与其他国家交流良好做法。',
  ],
};

/** The words of a text, in order; of Chinese, the characters. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .match(
      /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uff60]+/gu,
    ) ?? [];
