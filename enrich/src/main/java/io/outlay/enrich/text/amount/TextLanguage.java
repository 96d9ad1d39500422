package io.outlay.enrich.text.amount;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text, as far as numbers need it: given, or told from the script and the small words of its beginning when it is
 * first asked for. Most texts never ask.
 */
final class TextLanguage {
    /** Languages that write 1.234,5 for what others write 1,234.5. */
    private static final Set<String> DECIMAL_COMMA = Set.of(
            "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "no", "nn", "fi", "tr", "pl", "cs", "ru", "uk", "id",
            "vi", "el", "hu", "ro", "bg", "hr", "sr", "sk", "sl", "ca");

    /** Enough to tell a language, and a bound on the work. */
    private static final int SAMPLE = 1000;

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "tr");

    /** Common words, in the order of {@link #LANGUAGES}. A word may count for several. */
    private static final List<String> SMALL_WORDS = List.of(
            "the of and to that for with is was by in on its it from will has said a as at",
            "der die und das den mit von für auf ist eine hat sich dem zu im in bis werden",
            "le les des et une est dans pour du que qui la de en un sur au aux plus",
            "el los las y una que del por se es más la de en un con para su al",
            "o os uma e que do da em para não foi de um com no na por ao dos",
            "il gli che di e per una della del sono è la in un con nel si dei",
            "de het een en van voor met op zijn dat is in te door aan",
            "och att det som för en är på av till i ett med den har",
            "og at det som for en er på af til i et med den har",
            "ve bir bu için ile da de olarak olan yeni daha kadar");

    /** Word → one bit for each language that has it. */
    private static final Trie<Integer> BITS = bits();

    private final String text;
    private @Nullable String code;

    TextLanguage(String text, @Nullable String given) {
        this.text = text;
        this.code = given == null || given.isEmpty() ? null : base(given);
    }

    private static Trie<Integer> bits() {
        Map<String, Integer> bits = new LinkedHashMap<>();
        for (int i = 0; i < SMALL_WORDS.size(); i++) {
            for (String word : SMALL_WORDS.get(i).split(" ")) {
                bits.merge(word, 1 << i, (a, b) -> a | b);
            }
        }
        Trie<Integer> trie = Trie.forwards(true);
        bits.forEach(trie::add);
        return trie;
    }

    /** ISO 639-1 code; English where nothing tells. */
    String code() {
        String known = code;
        if (known == null) {
            known = guess(text, Math.min(text.length(), SAMPLE));
            code = known;
        }
        return known;
    }

    boolean decimalComma() {
        return DECIMAL_COMMA.contains(code());
    }

    /** {@code pt-BR} is {@code pt}. */
    private static String base(String tag) {
        int end = 0;
        while (end < tag.length() && Chars.isLetter(tag.charAt(end))) {
            end++;
        }
        String base = tag.substring(0, end).toLowerCase(Locale.ROOT);
        return base.equals("no") || base.equals("nn") ? "nb" : base;
    }

    private static String guess(String text, int end) {
        String byScript = byScript(text, end);
        return byScript.isEmpty() ? bySmallWords(text, end) : byScript;
    }

    /** One character of kana or Hangul in twenty tells; Han without kana is Chinese. */
    private static String byScript(String text, int end) {
        int kana = 0;
        int hangul = 0;
        int han = 0;
        int devanagari = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x0900) {
                kana += c >= 0x3040 && c <= 0x30FF ? 1 : 0;
                hangul += c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
                han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
                devanagari += c <= 0x097F ? 1 : 0;
            }
        }
        int enough = end / 20;
        if (kana > enough) {
            return "ja";
        }
        if (hangul > enough) {
            return "ko";
        }
        if (han > enough) {
            return "zh";
        }
        return devanagari > enough ? "hi" : "";
    }

    private static String bySmallWords(String text, int end) {
        int[] counts = new int[LANGUAGES.size()];
        boolean inWord = false;
        for (int i = 0; i < end; i++) {
            boolean letter = Chars.isWord(text.charAt(i));
            if (letter && !inWord) {
                long match = BITS.longest(text, i, end);
                int bits = match == Trie.NONE ? 0 : BITS.meaning(match);
                for (int language = 0; bits != 0; language++, bits >>= 1) {
                    counts[language] += bits & 1;
                }
            }
            inWord = letter;
        }
        int best = 0;
        for (int language = 1; language < counts.length; language++) {
            best = counts[language] > counts[best] ? language : best;
        }
        return LANGUAGES.get(best);
    }
}
