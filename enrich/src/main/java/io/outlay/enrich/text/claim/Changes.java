package io.outlay.enrich.text.claim;

import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sentence says an amount does to what was announced before, and the figure that it replaces or is a part of. */
final class Changes {
    private static final Words TO = Words.of("to", "at");
    private static final Words OF = Words.of("of");
    private static final Words IT = Words.of("it", "that", "this", "which");
    private static final Words MORE =
            Words.of("additional", "further", "extra", "another", "fresh", "more", "incremental");

    private Changes() {}

    static Change of(Case c, @Nullable Money previous) {
        if (governs(c, CueKind.CANCEL, 10)) {
            return Change.CANCELLED;
        }
        if (governs(c, CueKind.DENY, 10)) {
            return Change.DENIED;
        }
        if (governs(c, CueKind.PAUSE, 10)) {
            return Change.PAUSED;
        }
        if (isAddition(c) || onTopOf(c) != null) {
            return Change.ADDS;
        }
        if (isBringing(c) || isTotalOfPromises(c)) {
            return Change.TOTAL;
        }
        if (previous != null && previous.currency().equals(c.money().what().currency())) {
            return previous.high() > c.money().what().high() ? Change.CUT : Change.RAISED;
        }
        if (raisesTo(c, CueKind.RAISE)) {
            return Change.RAISED;
        }
        if (raisesTo(c, CueKind.CUT)) {
            return Change.CUT;
        }
        return isReaffirmed(c) || isPastPerfect(c) ? Change.RESTATED : Change.NEW;
    }

    private static final Words REAFFIRMS = Words.of(
            "reiterated",
            "reiterates",
            "reiterate",
            "reaffirmed",
            "reaffirms",
            "repeated",
            "maintained",
            "maintains",
            "unchanged",
            "still");

    private static final Words HAD = Words.of("had");

    /** {@code had announced in January that it expected $20 billion}: an old figure, told before the new one. */
    private static boolean isPastPerfect(Case c) {
        Cue cue = c.scene().before(c.money().from(), CueKind.RESTATE);
        if (c.before(CueKind.PAST, 26)
                && c.scene().before(c.money().from(), CueKind.SPEND) != null
                && Readings.isPerfect(c)) {
            return true;
        }
        return cue != null
                && HAD.contains(c.scene().tokens().hash(cue.from()))
                && c.scene().steps(cue.to(), c.money().from()) <= 20;
    }

    private static boolean isReaffirmed(Case c) {
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, c.money().from() - 14); t < c.money().from(); t++) {
            if (REAFFIRMS.contains(tokens.hash(t))) {
                return true;
            }
        }
        return false;
    }

    private static final Words BRING = Words.of("bringing", "brings", "brought", "taking", "takes");

    /** {@code bringing the total to $600 billion}. */
    static boolean isBringing(Case c) {
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, c.money().from() - 16); t < c.money().from(); t++) {
            if (BRING.contains(tokens.hash(t))) {
                return true;
            }
        }
        return false;
    }

    /** {@code Its total commitment to the supplier now stands at $35 billion}, {@code increasing the total planned spending to}. */
    private static boolean isTotalOfPromises(Case c) {
        Tokens tokens = c.scene().tokens();
        int from = c.money().from();
        if (Readings.isGuidance(c) || !Grammar.is(tokens, from - 1, TO) && !Grammar.is(tokens, from - 2, TO)) {
            return false;
        }
        for (int t = Math.max(0, from - 12); t < from; t++) {
            if (Grammar.is(tokens, t, TOTAL)) {
                return true;
            }
        }
        return false;
    }

    private static final Words TOTAL = Words.of("total", "overall", "cumulative", "combined");

    private static boolean governs(Case c, CueKind kind, int steps) {
        return c.before(kind, steps);
    }

    /** {@code an additional $5 billion}, {@code $5 billion more}. */
    private static boolean isAddition(Case c) {
        Tokens tokens = c.scene().tokens();
        int from = c.money().from();
        for (int t = Math.max(0, from - 4); t < from; t++) {
            if (MORE.contains(tokens.hash(t)) && !Grammar.is(tokens, t + 1, Words.of("than"))) {
                return true;
            }
        }
        int to = c.money().to();
        return Grammar.is(tokens, to, MORE) && !Grammar.is(tokens, to + 1, Words.of("than"))
                || Grammar.is(tokens, to + 1, Words.of("additional"));
    }

    private static final Words TOP = Words.of("top");

    /** {@code $15 billion on top of the $11 billion announced earlier}: the money to which an amount is added. */
    private static @Nullable Placed<Money> onTopOf(Case c) {
        for (Placed<Money> other : c.scene().monies()) {
            if (other.from() != c.money().from()
                    && !other.what().conversion()
                    && isLedByTopOf(c.scene(), other)
                    && !isLedByTopOf(c.scene(), c.money())) {
                return other;
            }
        }
        return null;
    }

    /**
     * {@code on top of the $11 billion announced earlier}, {@code as part of its $150 billion plan}: an amount that is known, named for
     * another's sake. The sentence's period is the other's.
     */
    static boolean isNamedInPassing(Case c) {
        if (isLedByTopOf(c.scene(), c.money())) {
            return true;
        }
        for (Placed<Money> part : c.scene().monies()) {
            boolean isPart = part.from() != c.money().from()
                    && !part.what().conversion()
                    && part.what().high() < c.money().what().high()
                    && part.what().currency().equals(c.money().what().currency());
            if (isPart && isLedByPartOf(c, c.money())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLedByTopOf(Scene scene, Placed<Money> money) {
        Tokens tokens = scene.tokens();
        for (int t = money.from() - 1; t > Math.max(0, money.from() - 8); t--) {
            if (Grammar.is(tokens, t, OF) && Grammar.is(tokens, t - 1, TOP)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code now expects $125 billion, up from $118 billion}, {@code raised its plan from $100 billion to $150 billion}: an expectation of
     * the same thing that changed; not {@code in 2024}.
     */
    private static boolean isWhatWasExpected(Case c, Placed<Money> other) {
        Scene scene = c.scene();
        Tokens tokens = scene.tokens();
        if (!Grammar.is(tokens, other.from() - 1, FROM)) {
            return false;
        }
        for (int t = other.to(); t < Math.min(tokens.size(), other.to() + 5); t++) {
            if (Grammar.is(tokens, t, TIMES)) {
                return false;
            }
        }
        boolean changes = raisesTo(c, CueKind.RAISE) || raisesTo(c, CueKind.CUT);
        if (other.to() <= c.money().from()) {
            return changes && c.money().from() - other.to() <= 3;
        }
        boolean range =
                other.what().low() > 0 && other.what().low() < other.what().high();
        return scene.steps(c.money().to(), other.from()) <= 12
                && (changes || range && Readings.isGuidance(c) || saysNow(c));
    }

    private static boolean saysNow(Case c) {
        Tokens tokens = c.scene().tokens();
        for (int t = Math.max(0, c.money().from() - 12); t < c.money().from(); t++) {
            if (Grammar.is(tokens, t, NOW)) {
                return true;
            }
        }
        return false;
    }

    private static final Words NOW = Words.of("now");
    private static final Words FROM = Words.of("from", "between");
    private static final Words TIMES =
            Words.of("year", "quarter", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028");

    /** {@code raised its forecast to $93 billion}: a verb of change, a plan, and {@code to} right before the amount. */
    private static boolean raisesTo(Case c, CueKind kind) {
        Cue verb = c.scene().before(c.money().from(), kind);
        if (verb == null || c.scene().steps(verb.to(), c.money().from()) > 24) {
            return false;
        }
        Tokens tokens = c.scene().tokens();
        boolean to = false;
        for (int t = Math.max(verb.to(), c.money().from() - 5); t < c.money().from(); t++) {
            to |= TO.contains(tokens.hash(t));
        }
        Scene scene = c.scene();
        boolean plan = false;
        for (Cue cue : scene.cues()) {
            plan |= (cue.kind() == CueKind.CAPEX
                            || cue.kind() == CueKind.SPENDING
                            || cue.kind() == CueKind.PROJECT
                            || cue.kind() == CueKind.DEAL
                            || cue.kind() == CueKind.PAY
                            || cue.kind() == CueKind.EXPECT)
                    && cue.from() >= verb.from() - 6
                    && cue.to() <= c.money().from();
        }
        return to && plan;
    }

    /** The figure that the amount replaces: {@code up from a previous estimate of $75 billion}. */
    static @Nullable Money previous(Case c, List<MoneyRole> roles) {
        for (int i = 0; i < c.scene().monies().size(); i++) {
            Placed<Money> other = c.scene().monies().get(i);
            boolean compared = roles.get(i) == MoneyRole.BASELINE && isWhatWasExpected(c, other);
            if (other.from() != c.money().from() && (compared || roles.get(i) == MoneyRole.PREVIOUS_FIGURE)) {
                return other.what();
            }
        }
        Placed<Money> base = onTopOf(c);
        return base == null ? null : base.what();
    }

    /** The larger sum of the same sentence that the amount is said to be a part of: {@code as part of a €6 billion plan}. */
    static @Nullable Money whole(Case c, Measure measure) {
        for (Placed<Money> other : c.scene().monies()) {
            if (other.from() == c.money().from()
                    || other.what().high() <= c.money().what().high()
                    || !other.what().currency().equals(c.money().what().currency())) {
                continue;
            }
            boolean partOf = other.from() >= c.money().to() && isPartOf(c, other.from());
            boolean ofWhich = other.to() <= c.money().from()
                    && c.scene().hasBetween(other.to(), c.money().from(), CueKind.PART)
                    && c.before(CueKind.PART, 6);
            boolean fronted = other.to() <= c.money().from() && isLedByPartOf(c, other);
            boolean ofIt = other.to() <= c.money().from() && isFollowedByOfIt(c);
            if (measure != Measure.ACTUAL && (partOf || ofWhich || fronted || ofIt)) {
                return other.what();
            }
        }
        return null;
    }

    /** {@code As part of its $150 billion plan, IBM will spend $30 billion}. */
    private static boolean isLedByPartOf(Case c, Placed<Money> whole) {
        Cue part = c.scene().before(whole.from(), CueKind.PART);
        return part != null
                && c.scene().steps(part.to(), whole.from()) <= 5
                && Grammar.is(c.scene().tokens(), part.to() - 1, OF);
    }

    /** {@code $500 billion, $100 billion [of it] immediately}. */
    private static boolean isFollowedByOfIt(Case c) {
        Tokens tokens = c.scene().tokens();
        int to = c.money().to();
        return Grammar.is(tokens, to, OF) && Grammar.is(tokens, to + 1, IT);
    }

    private static boolean isPartOf(Case c, int whole) {
        Cue part = c.scene().before(whole, CueKind.PART);
        return part != null && part.from() >= c.money().to() && c.scene().steps(part.to(), whole) <= 5;
    }
}
