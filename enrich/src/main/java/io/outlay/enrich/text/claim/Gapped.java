package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clauses that leave out the verb of the clause before: {@code Amazon set its budget at $200 billion, [Alphabet at $180 billion]
 * and [Meta $120 billion]}. Who is named pays, and what is said of the amount before is said of this one.
 */
final class Gapped {
    private static final Words SMALL = Words.of(
            "at",
            "to",
            "with",
            "of",
            "about",
            "around",
            "roughly",
            "nearly",
            "some",
            "a",
            "an",
            "its",
            "the",
            "up",
            "as",
            "much",
            "more",
            "than",
            "over",
            "between",
            "approximately",
            "another",
            "by");
    private static final Words LINKS = Words.of("and", "while", "with", "the", "us", "s", "then", "plus");
    private static final int LONGEST = 7;

    private Gapped() {}

    /** Who pays the amount in such a clause; null when it stands in none. */
    static @Nullable PayerFound payer(Scene scene, Placed<Money> money) {
        Placed<Money> before = moneyBefore(scene, money);
        if (before == null) {
            return null;
        }
        Placed<FoundEntity> named = null;
        for (Placed<FoundEntity> name : scene.names()) {
            boolean between = name.from() >= before.to() && name.to() <= money.from();
            boolean firm = name.what().company() != null && Antecedents.payerOf(name.what()) != null;
            if (between && firm) {
                if (named != null) {
                    return null;
                }
                named = name;
            }
        }
        Company company = named == null ? null : Antecedents.payerOf(named.what());
        if (named == null || company == null || !Story.isFirm(company) || !namesFirmBefore(scene, before, company)) {
            return null;
        }
        boolean bare = named.to() == money.from() && isLinked(scene.tokens(), named.from());
        boolean gapped = holdsOnly(scene, named.to(), money.from(), SMALL, false)
                && holdsOnly(scene, before.to(), named.from(), LINKS, true);
        return bare || gapped
                ? new PayerFound(List.of(company), PayerFound.How.SUBJECT, named.from(), named.to())
                : null;
    }

    /** {@code [, Microsoft] $4 billion}, {@code [and Oracle] $3 billion}: nothing but a name and its amount. */
    private static boolean isLinked(Tokens tokens, int from) {
        return Grammar.is(tokens, from - 1, AND) || from > 0 && tokens.mark(from - 1) == ',';
    }

    private static final Words AND = Words.of("and");

    private static @Nullable Placed<Money> moneyBefore(Scene scene, Placed<Money> money) {
        Placed<Money> before = null;
        for (Placed<Money> other : scene.monies()) {
            if (!other.what().conversion() && other.to() <= money.from()) {
                before = other;
            }
        }
        return before;
    }

    /** The clause before has a payer of its own right before its amount. */
    private static boolean namesFirmBefore(Scene scene, Placed<Money> money, Company company) {
        for (Placed<FoundEntity> name : scene.names()) {
            Company other = Antecedents.payerOf(name.what());
            if (other != null && name.to() <= money.from() && Story.isFirm(other)) {
                return !other.id().equals(company.id());
            }
        }
        return false;
    }

    /** Whether only small words, places, bracketed matter and, if asked for, at least one comma or {@code and} lie between. */
    private static boolean holdsOnly(Scene scene, int from, int to, Words small, boolean linked) {
        Tokens tokens = scene.tokens();
        boolean link = false;
        boolean bracket = false;
        int words = 0;
        for (int t = from; t < to; t++) {
            char mark = tokens.mark(t);
            bracket |= mark == '(';
            if (bracket) {
                bracket = mark != ')';
            } else if (mark == ',' || mark == ';') {
                link = true;
            } else if (mark != 0) {
                return false;
            } else if (Grammar.is(tokens, t, small)) {
                link |= linked;
                words++;
            } else if (!isPlace(scene, t)) {
                return false;
            }
        }
        return (link || !linked) && words <= LONGEST;
    }

    private static boolean isPlace(Scene scene, int token) {
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().country() != null
                    && name.what().company() == null
                    && name.from() <= token
                    && name.to() > token) {
                return true;
            }
        }
        return false;
    }
}
