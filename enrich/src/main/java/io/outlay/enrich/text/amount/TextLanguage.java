package io.outlay.enrich.text.amount;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text, as far as numbers need it: given, or told from the small words of its beginning when it is first asked
 * for. Most texts never ask.
 */
final class TextLanguage {
    /** Languages that write 1.234,5 for what others write 1,234.5. */
    private static final Set<String> DECIMAL_COMMA = Set.of(
            "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "no", "nn", "fi", "tr", "pl", "cs", "ru", "uk", "id",
            "vi", "el", "hu", "ro", "bg", "hr", "sr", "sk", "sl", "ca");

    /** Enough to tell a language, and a bound on the work. */
    private static final int SAMPLE = 4000;

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en", Set.of("the", "of", "and", "to", "that", "for", "with", "is", "was", "by"),
            "de", Set.of("der", "die", "und", "das", "den", "mit", "von", "für", "auf", "ist", "eine", "hast", "sich"),
            "fr", Set.of("le", "les", "des", "et", "une", "est", "dans", "pour", "du", "que", "qui"),
            "es", Set.of("el", "los", "las", "y", "una", "que", "del", "por", "se", "es", "más"),
            "pt", Set.of("o", "os", "uma", "e", "que", "do", "da", "em", "para", "não", "foi"),
            "it", Set.of("il", "gli", "che", "di", "e", "per", "una", "della", "del", "sono", "è"),
            "nl", Set.of("de", "het", "een", "en", "van", "voor", "met", "op", "zijn", "dat"),
            "sv", Set.of("och", "att", "det", "som", "för", "en", "är", "på", "av", "till"),
            "tr", Set.of("ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "en"));

    private final String text;
    private @Nullable String code;

    TextLanguage(String text, @Nullable String given) {
        this.text = text;
        this.code = given == null || given.isEmpty() ? null : base(given);
    }

    /** ISO 639-1 code; English where nothing tells. */
    String code() {
        String known = code;
        if (known == null) {
            known = guess();
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
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private String guess() {
        String best = "en";
        int most = 0;
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Set<String>> language : new java.util.TreeMap<>(SMALL_WORDS).entrySet()) {
            int count = 0;
            for (int i = 0; i < sample.length(); ) {
                int end = i;
                while (end < sample.length() && Chars.isWord(sample.charAt(end))) {
                    end++;
                }
                if (end > i && language.getValue().contains(sample.substring(i, end))) {
                    count++;
                }
                i = end + 1;
            }
            if (count > most || count == most && language.getKey().equals("en")) {
                most = count;
                best = language.getKey();
            }
        }
        return best;
    }
}
