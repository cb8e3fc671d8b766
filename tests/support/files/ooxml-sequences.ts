/**
 * The order in which ISO/IEC 29500 (transitional) has the children of an element; Word refuses a
 * file that has them otherwise.
 * Written down from the schemas wml.xsd, dml-chart.xsd and dml-wordprocessingDrawing.xsd.
 */
const list = (names: string): readonly string[] => names.trim().split(/\s+/);
const paragraph =
  list(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
  autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`);
const run =
  list(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
  vertAlign rtl cs em lang eastAsianLayout specVanish oMath`);
const axisBegin =
  'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt';

export const sequences: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': paragraph,
  'w:rPr': run,
  'w:tblPr': list(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  ),
  'w:tblBorders': list('top left start bottom right end insideH insideV'),
  'w:tblCellMar': list('top left start bottom right end'),
  'w:tcBorders': list('top left start bottom right end insideH insideV tl2br tr2bl'),
  'w:tcPr': list(
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  ),
  'w:tbl': list('bookmarkStart bookmarkEnd tblPr tblGrid tr'),
  'w:tr': list('tblPrEx trPr tc sdt'),
  'w:sdt': list('sdtPr sdtEndPr sdtContent'),
  'w:sdtPr': list(
    'rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex appearance text richText',
  ),
  'w:sectPr': list(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  ),
  'w:style': list(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ),
  'w:styles': list('docDefaults latentStyles style'),
  'w:docDefaults': list('rPrDefault pPrDefault'),
  'w:tblStylePr': list('pPr rPr tblPr trPr tcPr'),
  'w:pBdr': list('top left bottom right between bar'),
  'w:lvl': list(
    'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  ),
  'w:abstractNum': list('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:numbering': list('numPicBullet abstractNum num numIdMacAtCleanup'),
  'w:font': list(
    'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
  ),
  'w:settings': list(
    'writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  ),
  'wp:inline': list('extent effectExtent docPr cNvGraphicFramePr graphic'),
  'w:body': list('p tbl sdt bookmarkStart bookmarkEnd').concat('sectPr'),
  'c:chartSpace': list(
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  ),
  'c:chart': list(
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  ),
  'c:plotArea': list('layout barChart catAx valAx dTable spPr extLst'),
  'c:barChart': list('barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst'),
  'c:ser': list(
    'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst',
  ),
  'c:dLbls': list(
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
  ),
  'c:catAx': list(
    `${axisBegin} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst`,
  ),
  'c:valAx': list(`${axisBegin} crossBetween majorUnit minorUnit dispUnits extLst`),
  'c:scaling': list('logBase orientation max min'),
  'c:legend': list('legendPos legendEntry layout overlay spPr txPr'),
  'c:title': list('tx layout overlay spPr txPr'),
  'c:strRef': list('f strCache'),
  'c:numRef': list('f numCache'),
  'c:strCache': list('ptCount pt'),
  'c:numCache': list('formatCode ptCount pt'),
  'c:txPr': list('bodyPr lstStyle p'),
  'c:rich': list('bodyPr lstStyle p'),
  'c:spPr': list(
    'xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst',
  ),
  'a:pattFill': list('fgClr bgClr'),
  'a:defRPr': list('ln noFill solidFill effectLst latin ea cs sym'),
};

/**
 * Where these children may stand in any order among themselves: paragraphs and tables of a body,
 * texts of a run.
 */
export const mixed: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:body': new Set(list('p tbl sdt bookmarkStart bookmarkEnd')),
  'w:sectPr': new Set(['headerReference', 'footerReference']),
  'c:plotArea': new Set(['catAx', 'valAx']),
};
