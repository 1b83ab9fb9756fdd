import type { ConfigData } from 'html-validate';

/** Each rule that is off has its reason beside it. */
export const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The renderer writes `<br/>` and `hidden=""` as XML would; HTML takes both, and nobody reads the source.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // One long line without spaces at the ends is what a browser wants.
    'long-title': ['error', { maxlength: 120 }],
    'no-trailing-whitespace': 'off',
    // Tables keep their roles where CSS lays them out as blocks on a phone, which would otherwise take them away.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // A repeated name is how a form sends several answers: the boxes of one question, the steps that are compared.
    'form-dup-name': 'off',
    // GOV.UK's error summary stands above the first heading and has one of its own.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'no-inline-style': 'error',
    // Our scripts and styles come from this very host; their hashed names are their integrity.
    'require-sri': 'off',
    // An email address or a phone number may break where it must on a small screen.
    'tel-non-breaking': 'off',
  },
};
