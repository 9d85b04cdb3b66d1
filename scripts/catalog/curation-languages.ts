/** BCP 47 tags of the names by which the vendor calls languages in full. */
const named: Readonly<Record<string, string>> = {
  english: 'en',
  'chinese-simplified': 'zh-Hans',
  'chinese-traditional': 'zh-Hant',
  spanish: 'es',
  french: 'fr',
  arabic: 'ar',
  hindi: 'hi',
  bengali: 'bn',
  portuguese: 'pt',
  russian: 'ru',
  japanese: 'ja',
  korean: 'ko',
  german: 'de',
  italian: 'it',
  dutch: 'nl',
  polish: 'pl',
  turkish: 'tr',
  vietnamese: 'vi',
  thai: 'th',
  indonesian: 'id',
  malay: 'ms',
  filipino: 'fil',
  urdu: 'ur',
  persian: 'fa',
  hebrew: 'he',
  swedish: 'sv',
  danish: 'da',
  norwegian: 'no',
  finnish: 'fi',
  greek: 'el',
  czech: 'cs',
  hungarian: 'hu',
  romanian: 'ro',
  ukrainian: 'uk',
};

/** Tags that people use for the same language. */
const also: Readonly<Record<string, string>> = { no: 'nb' };

/** The vendor's words for languages by BCP 47 tag; `auto` is the absence of a tag. Throws for a name that is not known here. */
export function languagesOf(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.flatMap((word) => {
      if (word === 'auto') return [];
      const tag = word === 'zh' ? 'zh-Hans' : word.length <= 3 ? word : named[word];
      if (tag === undefined) throw new Error(`Which language is "${word}"? Add it to curation-languages.ts.`);
      const second = also[tag];
      return second === undefined
        ? [[tag, word]]
        : [
            [tag, word],
            [second, word],
          ];
    }),
  );
}
