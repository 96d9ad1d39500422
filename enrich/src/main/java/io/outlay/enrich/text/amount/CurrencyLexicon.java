package io.outlay.enrich.text.amount;

import io.outlay.contracts.Currencies;
import io.outlay.contracts.Currency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of a currency beside a number. A name is a sign or code, a word of its own ({@code yuan}), or a noun that
 * countries share with the adjective that tells whose: {@code Hong Kong dollars}, {@code dólares de Hong Kong}.
 */
final class CurrencyLexicon {
    /** A word behind a number: a name, or a noun that still wants its adjective. */
    private record Word(CurrencyName name, String noun) {}

    /** A word that only begins like the name of a currency. */
    private static final CurrencyName NOTHING = new CurrencyName(List.of("XXX"), false, false, 0);

    private static final Word NO_NAME = new Word(NOTHING, "");

    private final Trie<CurrencyName> signsAfter = Trie.forwards(false);
    private final Trie<CurrencyName> signsBefore = Trie.backwards(false);
    private final Trie<Word> words = Trie.forwards(true);
    private final Trie<CurrencyName> wordsBefore = Trie.backwards(true);
    /** Adjective → codes of the currencies that it may tell. */
    private final Trie<List<String>> adjectives = Trie.forwards(true);
    /** Noun → adjective's code → the name of both together. */
    private final Map<String, Map<String, CurrencyName>> told = new LinkedHashMap<>();

    private final Map<String, CurrencyName> one = new LinkedHashMap<>();

    /** Where the last name found begins or ends; one lexicon is shared, so callers hold it. */
    static final class Hit {
        int place;
        CurrencyName name = NOTHING;
        /** Whether letters before the sign make it a currency that the table lacks. */
        boolean unknown;
    }

    CurrencyLexicon(Currencies currencies, Set<String> namesBefore, List<String> noNames) {
        noNames.forEach(word -> words.add(word, NO_NAME));
        addSigns(currencies);
        addWords(currencies, namesBefore);
        addAdjectives(currencies);
    }

    private void addSigns(Currencies currencies) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (Currency currency : currencies.all()) {
            for (String sign : currency.signs()) {
                for (String spelling : spellings(sign, currency)) {
                    codes.computeIfAbsent(spelling, s -> new LinkedHashSet<>()).add(currency.code());
                }
            }
        }
        codes.forEach((sign, candidates) -> {
            boolean oneLetter = sign.length() == 1 && Chars.isLetter(sign.charAt(0)) && sign.charAt(0) < 128;
            CurrencyName name = new CurrencyName(List.copyOf(candidates), true, oneLetter, 0);
            signsAfter.add(sign, name);
            signsBefore.add(sign, name);
        });
        for (Currency currency : currencies.all()) {
            if (currency.signs().contains(currency.code())) {
                CurrencyName millions = new CurrencyName(List.of(currency.code()), true, false, 6);
                signsAfter.add("M" + currency.code(), millions);
                signsBefore.add("M" + currency.code(), millions);
            }
        }
    }

    /** {@code NT$} is also written {@code nt$}, {@code NT $} and {@code nt $}; a code also before the sign, as in {@code CAD$}. */
    private static Set<String> spellings(String sign, Currency currency) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(sign);
        boolean dollarLike = currency.noun().equals("dollar") || currency.noun().equals("peso");
        String stem = sign.equals(currency.code()) && dollarLike
                ? sign
                : sign.endsWith("$") ? sign.substring(0, sign.length() - 1) : "";
        // "a $5 million", "country's $5": one letter apart is a word of its own, except C
        if (stem.length() > 1 || stem.equals("C")) {
            for (String letters : List.of(stem, stem.toLowerCase(Locale.ROOT))) {
                spellings.add(letters + "$");
                spellings.add(letters + " $");
            }
        }
        return spellings;
    }

    private void addWords(Currencies currencies, Set<String> namesBefore) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (Currency currency : currencies.all()) {
            for (String word : currency.words()) {
                codes.computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new LinkedHashSet<>())
                        .add(currency.code());
            }
        }
        codes.forEach((word, candidates) -> {
            CurrencyName name = new CurrencyName(List.copyOf(candidates), false, false, 0);
            words.add(word, new Word(name, ""));
            if (namesBefore.contains(word)) {
                wordsBefore.add(word, name);
            }
        });
        for (Currency currency : currencies.all()) {
            String noun = currency.noun();
            if (noun.isEmpty() || told.containsKey(noun)) {
                continue;
            }
            Map<String, CurrencyName> byCode = new LinkedHashMap<>();
            List<String> sharing = new ArrayList<>();
            for (Currency other : currencies.all()) {
                if (other.noun().equals(noun)) {
                    sharing.add(other.code());
                    byCode.put(other.code(), new CurrencyName(List.of(other.code()), false, false, 0));
                }
            }
            told.put(noun, byCode);
            CurrencyName bare = new CurrencyName(sharing, false, false, 0);
            for (String form : currencies.formsOf(noun)) {
                words.add(form, new Word(bare, noun));
                if (namesBefore.contains(form)) {
                    wordsBefore.add(form, bare);
                }
            }
        }
    }

    private void addAdjectives(Currencies currencies) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (Currency currency : currencies.all()) {
            one.put(currency.code(), new CurrencyName(List.of(currency.code()), false, false, 0));
            for (String adjective : currency.adjectives()) {
                codes.computeIfAbsent(adjective, a -> new LinkedHashSet<>()).add(currency.code());
            }
        }
        codes.forEach((adjective, candidates) -> adjectives.add(adjective, List.copyOf(candidates)));
    }

    /** Finds the longest name that begins at {@code at}; {@code hit.place} becomes its end. */
    boolean after(String text, int at, Hit hit) {
        int bound = text.length();
        hit.place = at;
        long sign = signsAfter.longest(text, at, bound);
        if (sign != Trie.NONE) {
            hit.place = Trie.place(sign);
            hit.name = signsAfter.meaning(sign);
        }
        long word = words.longest(text, at, bound);
        if (word != Trie.NONE && Trie.place(word) > hit.place) {
            if (words.meaning(word).name().equals(NOTHING)) {
                hit.place = at;
                return false;
            }
            Word found = words.meaning(word);
            hit.place = Trie.place(word);
            hit.name = found.name();
            if (!found.noun().isEmpty()) {
                adjectiveBehind(text, found.noun(), hit);
            }
        }
        long adjective = adjectives.longest(text, at, bound);
        if (adjective != Trie.NONE) {
            nounBehind(text, adjective, hit);
        }
        return hit.place > at;
    }

    private void adjectiveBehind(String text, String noun, Hit hit) {
        int at = Chars.skipSpace(text, hit.place);
        long adjective = adjectives.longest(text, at, text.length());
        if (adjective != Trie.NONE) {
            CurrencyName name = tell(noun, adjectives.meaning(adjective));
            if (name != null) {
                hit.place = Trie.place(adjective);
                hit.name = name;
            }
        }
    }

    private void nounBehind(String text, long adjective, Hit hit) {
        int at = Trie.place(adjective);
        at = at < text.length() && text.charAt(at) == '-' ? at + 1 : Chars.skipSpace(text, at);
        List<String> codes = adjectives.meaning(adjective);
        long word = words.longest(text, at, text.length());
        if (word != Trie.NONE && Trie.place(word) > hit.place) {
            Word found = words.meaning(word);
            CurrencyName name = found.noun().isEmpty() ? narrow(found.name(), codes) : tell(found.noun(), codes);
            if (name != null) {
                hit.place = Trie.place(word);
                hit.name = name;
                return;
            }
        }
        long sign = signsAfter.longest(text, at, text.length());
        if (sign != Trie.NONE && Trie.place(sign) > hit.place) {
            CurrencyName name = narrow(signsAfter.meaning(sign), codes);
            if (name != null) {
                hit.place = Trie.place(sign);
                hit.name = name;
            }
        }
    }

    /** {@code Chinese yuan}, {@code Canadian $}: the one candidate that the adjective tells. */
    private @Nullable CurrencyName narrow(CurrencyName name, List<String> codes) {
        for (String code : codes) {
            if (name.candidates().contains(code)) {
                return one.get(code);
            }
        }
        return null;
    }

    private @Nullable CurrencyName tell(String noun, List<String> codes) {
        Map<String, CurrencyName> byCode = told.get(noun);
        if (byCode != null) {
            for (String code : codes) {
                CurrencyName name = byCode.get(code);
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    /** Finds the longest name that ends at {@code end}; {@code hit.place} becomes its start. */
    boolean before(String text, int end, int floor, Hit hit) {
        hit.place = end;
        hit.unknown = false;
        long sign = signsBefore.longest(text, end, floor);
        if (sign != Trie.NONE) {
            hit.place = Trie.place(sign);
            hit.name = signsBefore.meaning(sign);
        }
        long word = wordsBefore.longest(text, end, floor);
        if (word != Trie.NONE && Trie.place(word) < hit.place) {
            hit.place = Trie.place(word);
            hit.name = wordsBefore.meaning(word);
        }
        hit.unknown = hit.place < end && isPrefixed(text, hit.place);
        return hit.place < end;
    }

    /** Never a prefixed dollar as the plain one: {@code X$5 million} is some other country's. */
    private static boolean isPrefixed(String text, int sign) {
        char c = text.charAt(sign);
        return sign > 0 && !Chars.isLetter(c) && text.charAt(sign - 1) >= 'A' && text.charAt(sign - 1) <= 'Z';
    }
}
