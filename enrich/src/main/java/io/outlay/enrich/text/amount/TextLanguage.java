package io.outlay.enrich.text.amount;

import java.util.HashMap;
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
    private static final int SAMPLE = 2000;

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
    private static final Map<String, Integer> BITS = bits();

    private final String text;
    private @Nullable String code;

    TextLanguage(String text, @Nullable String given) {
        this.text = text;
        this.code = given == null || given.isEmpty() ? null : base(given);
    }

    private static Map<String, Integer> bits() {
        Map<String, Integer> bits = new HashMap<>();
        for (int i = 0; i < SMALL_WORDS.size(); i++) {
            for (String word : SMALL_WORDS.get(i).split(" ")) {
                bits.merge(word, 1 << i, (a, b) -> a | b);
            }
        }
        return bits;
    }

    /** ISO 639-1 code; English where nothing tells. */
    String code() {
        String known = code;
        if (known == null) {
            known = guess(text.substring(0, Math.min(text.length(), SAMPLE)));
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

    private static String guess(String sample) {
        String byScript = byScript(sample);
        return byScript.isEmpty() ? bySmallWords(sample.toLowerCase(Locale.ROOT)) : byScript;
    }

    /** One character of kana or Hangul in twenty tells; Han without kana is Chinese. */
    private static String byScript(String sample) {
        int kana = 0;
        int hangul = 0;
        int han = 0;
        int devanagari = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            kana += c >= 0x3040 && c <= 0x30FF ? 1 : 0;
            hangul += c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
            han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
            devanagari += c >= 0x0900 && c <= 0x097F ? 1 : 0;
        }
        int enough = sample.length() / 20;
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

    private static String bySmallWords(String sample) {
        int[] counts = new int[LANGUAGES.size()];
        for (int i = 0; i < sample.length(); ) {
            int end = i;
            while (end < sample.length() && Chars.isWord(sample.charAt(end))) {
                end++;
            }
            int bits = end > i ? BITS.getOrDefault(sample.substring(i, end), 0) : 0;
            for (int language = 0; bits != 0; language++, bits >>= 1) {
                counts[language] += bits & 1;
            }
            i = end + 1;
        }
        int best = 0;
        for (int language = 1; language < counts.length; language++) {
            best = counts[language] > counts[best] ? language : best;
        }
        return LANGUAGES.get(best);
    }
}
