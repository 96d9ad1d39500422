package io.outlay.enrich.text.entity;

import java.text.Normalizer;

/** What each UTF-16 unit is to the scanner: its class, and the letter that it is compared as. Two tables of 64 Ki entries. */
final class Letters {
    /** Not part of a word: spaces, punctuation, symbols, surrogates. */
    static final byte OTHER = 0;
    /** A lower-case letter, or a mark: it may go on a word, and begins no name by itself. */
    static final byte LOWER = 1;

    static final byte UPPER = 2;
    static final byte DIGIT = 3;
    /** Chinese characters and kana: words have no gaps, so each may begin a name. */
    static final byte IDEOGRAPH = 4;
    /** A letter of a script without capitals (Hangul, Devanagari, Arabic, Hebrew, Thai, …). */
    static final byte CASELESS = 5;

    /** Folding of characters that are passed over: zero-width ones and the soft hyphen. */
    static final char SKIPPED = '\0';

    private static final byte[] CLASS = new byte[1 << 16];
    private static final char[] FOLD = new char[1 << 16];

    static {
        for (int c = 0; c < 1 << 16; c++) {
            CLASS[c] = classOf((char) c);
            FOLD[c] = foldOf((char) c);
        }
    }

    private Letters() {}

    static byte classOfUnit(char c) {
        return CLASS[c];
    }

    static boolean isWord(char c) {
        return CLASS[c] != OTHER;
    }

    static boolean isUpper(char c) {
        return CLASS[c] == UPPER;
    }

    /** Lower case, without accents; any space or hyphen is a space, any apostrophe a straight one. */
    static char fold(char c) {
        return FOLD[c];
    }

    static boolean isKatakana(char c) {
        return c >= '\u30A1' && c <= '\u30FC' && c != '\u30FB';
    }

    static boolean isHangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3';
    }

    private static byte classOf(char c) {
        if (Character.isSurrogate(c) || FOLD_SKIPPED.indexOf(c) >= 0) {
            return OTHER;
        }
        if (c >= '\u3040' && c <= '\u30FF' || Character.isIdeographic(c)) {
            return c == '\u30FB' ? OTHER : IDEOGRAPH;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
            case Character.LOWERCASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> LOWER;
            case Character.OTHER_LETTER -> CASELESS;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            default -> OTHER;
        };
    }

    private static final String FOLD_SKIPPED = "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";

    private static char foldOf(char c) {
        if (FOLD_SKIPPED.indexOf(c) >= 0) {
            return SKIPPED;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c >= '\u2010' && c <= '\u2013') {
            return ' ';
        }
        if (c == '\u2018' || c == '\u2019' || c == '\u02BC' || c == '\uFF07') {
            return '\'';
        }
        if (Character.isSurrogate(c)) {
            return c;
        }
        switch (c) {
            case 'ø', 'Ø' -> {
                return 'o';
            }
            case 'ł', 'Ł' -> {
                return 'l';
            }
            case 'đ', 'Đ' -> {
                return 'd';
            }
            case 'ı', 'İ' -> {
                return 'i';
            }
            case 'æ', 'Æ' -> {
                return 'æ';
            }
            default -> {
                return plain(c);
            }
        }
    }

    /** The first letter of the compatibility decomposition, so that {@code É} is {@code e} and a full-width {@code Ａ} is {@code a}. */
    private static char plain(char c) {
        if (isHangul(c) || c >= '\u0900' && c <= '\u0DFF' || c >= '\u3040' && c <= '\u30FF') {
            return c;
        }
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char first = parts.isEmpty() ? c : parts.charAt(0);
        return Character.toLowerCase(Character.isLetterOrDigit(first) ? first : c);
    }
}
