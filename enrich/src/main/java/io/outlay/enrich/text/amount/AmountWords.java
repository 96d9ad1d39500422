package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of {@code amount-words.csv}: what stands before, behind and between amounts. */
final class AmountWords {
    private final Trie<Qualifier> before = Trie.backwards(true);
    private final Trie<Qualifier> after = Trie.forwards(true);
    private final Trie<Optional<RateUnit>> rates = Trie.forwards(true);
    private final Trie<RateUnit> ratesBefore = Trie.backwards(true);
    private final Trie<String> to = Trie.forwards(true);
    private final Trie<String> of = Trie.forwards(true);
    private final Trie<String> and = Trie.forwards(true);
    private final Trie<String> between = Trie.backwards(true);
    private final Trie<String> change = Trie.backwards(true);
    private final Trie<String> ranging = Trie.backwards(true);
    private final Trie<String> again = Trie.backwards(true);
    private final Trie<String> loose = Trie.forwards(true);
    private final Trie<String> counted = Trie.forwards(true);
    private final Trie<String> never = Trie.backwards(true);
    private final Trie<Integer> minor = Trie.forwards(true);
    private final Trie<String> minorJoiners = Trie.forwards(true);
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> noNames = new ArrayList<>();
    private final Trie<AmountLink.Kind> beside = Trie.forwards(true);

    AmountWords(List<CsvTable.Row> rows) {
        for (CsvTable.Row row : rows) {
            for (String form : row.list("forms")) {
                switch (row.need("role")) {
                    case "before" -> before.add(form, meaning(row, Qualifier.class));
                    case "after" -> after.add(form, meaning(row, Qualifier.class));
                    case "rate" ->
                        rates.add(
                                form,
                                row.need("means").equals("NONE")
                                        ? Optional.empty()
                                        : Optional.of(meaning(row, RateUnit.class)));
                    case "rate-before" -> ratesBefore.add(form, meaning(row, RateUnit.class));
                    case "name" -> names.add(form.toLowerCase(Locale.ROOT));
                    case "no-name" -> noNames.add(form);
                    case "minor" -> minor.add(form, Numerals.number(row, "means"));
                    case "minor-joiner" -> minorJoiners.add(form, form);
                    case "again" -> again.add(form, form);
                    case "loose" -> loose.add(form, form);
                    case "counted" -> counted.add(form, form);
                    case "never" -> never.add(form, form);
                    case "to" -> to.add(form, form);
                    case "of" -> of.add(form, form);
                    case "and" -> and.add(form, form);
                    case "between" -> between.add(form, form);
                    case "change" -> change.add(form, form);
                    case "ranging" -> ranging.add(form, form);
                    case "beside" ->
                        beside.add(
                                form,
                                row.need("means").equals("CONVERSION")
                                        ? AmountLink.Kind.CONVERSION_OF
                                        : meaning(row, AmountLink.Kind.class));
                    default -> throw row.error("the role '" + row.get("role") + "' is unknown");
                }
            }
        }
    }

    private static <E extends Enum<E>> E meaning(CsvTable.Row row, Class<E> type) {
        try {
            return Enum.valueOf(type, row.need("means"));
        } catch (IllegalArgumentException e) {
            throw row.error("'" + row.get("means") + "' is no " + type.getSimpleName());
        }
    }

    /** Names of currencies that may also stand before their number ({@code dólar 22 millones}). */
    Set<String> names() {
        return names;
    }

    /** Words that begin like the name of a currency and are none. */
    List<String> noNames() {
        return noNames;
    }

    /** Whether more of the same currency is announced here: {@code another 5 billion to ...}, with no noun behind the number. */
    boolean isAgain(String text, int start, int end, int floor) {
        return again.longest(text, Chars.skipSpaceBefore(text, start, floor), floor) != Trie.NONE
                && isWithoutNoun(text, end);
    }

    /** Whether no noun stands behind the number that says of what else there are so many. */
    boolean isWithoutNoun(String text, int end) {
        int at = Chars.skipSpace(text, end);
        return at >= text.length()
                || !Chars.isWord(text.charAt(at))
                || loose.longest(text, at, text.length()) != Trie.NONE;
    }

    /** Whether something that is counted, and no money, is named between two places. */
    boolean countsBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean begins = Chars.isWord(text.charAt(i)) && (i == 0 || !Chars.isWord(text.charAt(i - 1)));
            if (begins && counted.longest(text, i, text.length()) != Trie.NONE) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words before say that this is no amount of money: {@code of every five dollars}. */
    boolean isNever(String text, int start, int floor) {
        return never.longest(text, Chars.skipSpaceBefore(text, start, floor), floor) != Trie.NONE;
    }

    /** @return the end of the word for a part of the currency in the upper half and how many make one in the lower; 0 if none follows */
    long minor(String text, int end) {
        long match = minor.longest(text, Chars.skipSpace(text, end), text.length());
        return match == Trie.NONE ? 0 : ((long) Trie.place(match) << 32) | minor.meaning(match);
    }

    /** The place behind a word that joins dollars and cents; {@code end} without white space if there is none. */
    int afterMinorJoiner(String text, int end) {
        int behind = behind(minorJoiners, text, end);
        return behind < 0 ? Chars.skipSpace(text, end) : behind;
    }

    /** How the words that end before {@code start} qualify an amount. */
    @Nullable
    Qualifier qualifierBefore(String text, int start, int floor) {
        long match = before.longest(text, Chars.skipSpaceBefore(text, start, floor), floor);
        return match == Trie.NONE ? null : before.meaning(match);
    }

    @Nullable
    Qualifier qualifierAfter(String text, int end) {
        long match = after.longest(text, Chars.skipSpace(text, end), text.length());
        return match == Trie.NONE ? null : after.meaning(match);
    }

    @Nullable
    RateUnit rate(String text, int end, int start, int floor) {
        long earlier = ratesBefore.longest(text, Chars.skipSpaceBefore(text, start, floor), floor);
        if (earlier != Trie.NONE) {
            return ratesBefore.meaning(earlier);
        }
        long match = rates.longest(text, Chars.skipSpace(text, end), text.length());
        return match == Trie.NONE ? null : rates.meaning(match).orElse(null);
    }

    /** @return the place behind a word that joins the ends of a range, -1 if none follows */
    int afterTo(String text, int end) {
        return behind(to, text, end);
    }

    /** The same, where a word such as {@code between} stands before. */
    int afterAnd(String text, int end) {
        return behind(and, text, end);
    }

    /** The same for a word that joins a number to its currency ({@code milliards d'euros}). */
    int afterOf(String text, int end) {
        return behind(of, text, end);
    }

    private static int behind(Trie<String> joiners, String text, int end) {
        long match = joiners.longest(text, Chars.skipSpace(text, end), text.length());
        return match == Trie.NONE ? -1 : Chars.skipSpace(text, Trie.place(match));
    }

    boolean isBetween(String text, int start, int floor) {
        int end = Chars.skipSpaceBefore(text, start, floor);
        long about = before.longest(text, end, floor);
        int word = about == Trie.NONE ? end : Chars.skipSpaceBefore(text, Trie.place(about), floor);
        return between.longest(text, end, floor) != Trie.NONE || between.longest(text, word, floor) != Trie.NONE;
    }

    /** Whether what follows are two figures and no range: {@code raised from $65 billion to $70 billion}. */
    boolean isChange(String text, int start, int floor) {
        int end = Chars.skipSpaceBefore(text, start, floor);
        return change.longest(text, end, floor) != Trie.NONE && ranging.longest(text, end, floor) == Trie.NONE;
    }

    /** What an amount at {@code next} is to the one that ended at {@code end}, by the words between them; null if they say nothing. */
    AmountLink.@Nullable Kind beside(String text, int end, int next) {
        long match = beside.longest(text, Chars.skipSpace(text, end), next);
        return match != Trie.NONE && Chars.skipSpace(text, Trie.place(match)) == next ? beside.meaning(match) : null;
    }
}
