/** Words of the same shape in another language: texts and what makes them of names and numbers. */
export type Like<Words> = Words extends string
  ? string
  : Words extends (...given: never[]) => unknown
    ? Words
    : { readonly [Name in keyof Words]: Like<Words[Name]> };
