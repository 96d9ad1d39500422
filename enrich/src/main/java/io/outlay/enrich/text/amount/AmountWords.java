package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of {@code amount-words.csv}: what stands before, behind and between amounts. */
final class AmountWords {
    private final Trie<Qualifier> before = Trie.backwards(true);
    private final Trie<Qualifier> after = Trie.forwards(true);
    private final Trie<RateUnit> rates = Trie.forwards(true);
    private final Trie<String> to = Trie.forwards(true);
    private final Trie<String> of = Trie.forwards(true);
    private final Trie<String> and = Trie.forwards(true);
    private final Trie<String> between = Trie.backwards(true);
    private final Trie<String> change = Trie.backwards(true);
    private final Trie<String> ranging = Trie.backwards(true);
    private final Trie<AmountLink.Kind> beside = Trie.forwards(true);

    AmountWords(List<CsvTable.Row> rows) {
        for (CsvTable.Row row : rows) {
            for (String form : row.list("forms")) {
                switch (row.need("role")) {
                    case "before" -> before.add(form, meaning(row, Qualifier.class));
                    case "after" -> after.add(form, meaning(row, Qualifier.class));
                    case "rate" -> rates.add(form, meaning(row, RateUnit.class));
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
    RateUnit rate(String text, int end) {
        long match = rates.longest(text, Chars.skipSpace(text, end), text.length());
        return match == Trie.NONE ? null : rates.meaning(match);
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
        return between.longest(text, Chars.skipSpaceBefore(text, start, floor), floor) != Trie.NONE;
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
