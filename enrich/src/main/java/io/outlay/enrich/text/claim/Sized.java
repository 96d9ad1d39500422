package io.outlay.enrich.text.claim;

import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import org.jspecify.annotations.Nullable;

/**
 * What an amount gives the size of when it pays for nothing: a firm, a round of funding, a difference, a row of deals, a state's
 * whole budget. The noun that it measures decides, whatever the other words of the sentence say.
 */
final class Sized {
    private static final double DECIDES = 3;
    private static final int LONGEST_PHRASE = 7;
    private static final Words FIRMS = Words.of(
            "company",
            "firm",
            "giant",
            "maker",
            "chipmaker",
            "automaker",
            "carmaker",
            "manager",
            "player",
            "startup",
            "operator",
            "retailer",
            "conglomerate",
            "behemoth",
            "bank",
            "insurer",
            "manufacturer",
            "lender",
            "investor",
            "landlord",
            "unicorn");
    private static final Words ENDS = Words.of(
            "in", "of", "on", "for", "into", "to", "from", "with", "by", "at", "as", "is", "was", "are", "will", "that",
            "which", "who", "has", "the", "a", "an", "its", "their", "over", "per", "or");
    private static final Words ROUNDS = Words.of("round", "rounds");
    private static final Words INVESTED = Words.of("investment", "investments", "stake");
    private static final Words DIFFERENCES = Words.of(
            "increase", "rise", "jump", "hike", "uptick", "surge", "decrease", "decline", "drop", "difference", "gap");
    private static final Words COMPARED =
            Words.of("from", "over", "on", "versus", "vs", "compared", "year", "relative", "between", "against");
    private static final Words DEALS = Words.of("deals", "contracts", "agreements", "orders", "pacts");
    private static final Words COUNTS = Words.of(
            "two",
            "three",
            "four",
            "five",
            "six",
            "several",
            "multiple",
            "trio",
            "pair",
            "series",
            "string",
            "slew",
            "raft");
    private static final Words BUDGET = Words.of("budget");

    private Sized() {}

    /** The vote of the noun that decides; null when the amount may pay for something. */
    static @Nullable Vote vote(Scene scene, Placed<Money> money) {
        Tokens tokens = scene.tokens();
        int behind = RoleReader.afterBrackets(scene, money.to());
        for (int t = behind; t < Math.min(tokens.size(), behind + LONGEST_PHRASE); t++) {
            if (tokens.hash(t) == 0 || Grammar.is(tokens, t, ENDS)) {
                break;
            }
            if (Grammar.is(tokens, t, FIRMS) && !opensPlan(scene, t + 1) && !isFounded(tokens, money.from())) {
                return vote(MoneyRole.VALUATION, CueKind.VALUATION, t);
            }
            if (Grammar.is(tokens, t, ROUNDS) || Grammar.is(tokens, t, INVESTED) && isInRound(tokens, t + 1)) {
                return vote(MoneyRole.FUNDING, CueKind.FUNDING, t);
            }
        }
        if (Grammar.is(tokens, behind, DIFFERENCES) && Grammar.is(tokens, behind + 1, COMPARED)) {
            return vote(MoneyRole.OTHER, CueKind.DELTA, behind);
        }
        if (Grammar.is(tokens, behind, BUDGET) && isWholeBudget(scene, behind)) {
            return vote(MoneyRole.OTHER, CueKind.OTHER_MONEY, behind);
        }
        return severalDeals(scene, money);
    }

    private static Vote vote(MoneyRole role, CueKind kind, int at) {
        return new Vote(role, DECIDES, kind, new Cue(kind, at, at + 1));
    }

    /** {@code are starting a $500 billion company}: what is put into it. */
    private static boolean isFounded(Tokens tokens, int money) {
        for (int t = money - 1; t >= Math.max(0, money - 4); t--) {
            if (Grammar.is(tokens, t, FOUND)) {
                return true;
            }
        }
        return false;
    }

    private static final Words FOUND = Words.of(
            "start",
            "starting",
            "launch",
            "launched",
            "launching",
            "create",
            "created",
            "creating",
            "form",
            "formed",
            "forming",
            "establish",
            "established",
            "establishing",
            "up");

    /** {@code a $10 billion cloud provider [deal]}: the firm's noun only tells whose. */
    private static boolean opensPlan(Scene scene, int token) {
        for (Cue cue : scene.cues()) {
            boolean plan =
                    cue.kind() == CueKind.PROJECT || cue.kind() == CueKind.DEAL || cue.kind() == CueKind.SPENDING;
            if (plan && cue.from() == token) {
                return true;
            }
        }
        return false;
    }

    /** {@code $1.3 billion investment [in the same round]}. */
    private static boolean isInRound(Tokens tokens, int from) {
        for (int t = from; t < from + 6; t++) {
            if (t >= tokens.size() || tokens.hash(t) == 0) {
                return false;
            }
            if (Grammar.is(tokens, t, ROUNDS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a record 728 trillion won budget for 2026}: what a state spends on everything. */
    private static boolean isWholeBudget(Scene scene, int budget) {
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().company() != null) {
                return false;
            }
        }
        boolean state = scene.has(CueKind.GOVERNMENT) || scene.has(CueKind.OFFICIAL);
        return state && !scene.hasBetween(budget + 1, budget + 5, CueKind.AI);
    }

    /** {@code a trio of deals valued at close to $30 billion}: each is told, or will be, for itself. */
    private static @Nullable Vote severalDeals(Scene scene, Placed<Money> money) {
        Tokens tokens = scene.tokens();
        Cue worth = scene.before(money.from(), CueKind.WORTH);
        if (worth == null || scene.steps(worth.to(), money.from()) > 4) {
            return null;
        }
        for (int t = worth.from() - 1; t > Math.max(0, worth.from() - 5); t--) {
            if (!Grammar.is(tokens, t, DEALS)) {
                continue;
            }
            for (int of = t - 1; of >= Math.max(0, t - 4); of--) {
                if (Grammar.is(tokens, of, COUNTS)) {
                    return vote(MoneyRole.OTHER, CueKind.JOINT, t);
                }
            }
        }
        return null;
    }
}
