/**
 * The vendor's name for a language given as BCP 47 tag, undefined when it has none. A tag is looked up as it is, then with the
 * script and the region it implies (`zh-TW` is `zh-Hant`), then by its language alone.
 */
export function languageOf(tag: string, values: Readonly<Record<string, string>>): string | undefined {
  const known = canonical(tag);
  if (known === undefined) return undefined;
  const { language, script, region } = known.maximize();
  const names = [known.baseName, `${language}-${script}`, `${language}-${region}`, language];
  const name = names.find((one) => Object.hasOwn(values, one));
  return name === undefined ? undefined : values[name];
}

function canonical(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** The English name of a language given as BCP 47 tag (`Brazilian Portuguese` for `pt-BR`); undefined for what is none. */
export function languageName(tag: string): string | undefined {
  const known = canonical(tag);
  if (known === undefined) return undefined;
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(known.baseName);
}
