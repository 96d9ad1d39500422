package io.outlay.enrich.text.claim;

import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import org.jspecify.annotations.Nullable;

/**
 * Money that somebody lends: {@code will provide 1 trillion yuan of financing to AI companies}, {@code lends $2 billion to a builder of
 * data centers}. The verb speaks of spending as {@code invest} does; the noun, which elsewhere tells of money that is raised, does not count.
 */
final class Lending {
    private static final Words LEND = Words.of("lend", "lends", "lent", "lending");
    private static final Words PROVIDE = Words.of(
            "provide",
            "provides",
            "provided",
            "providing",
            "offer",
            "offers",
            "offered",
            "offering",
            "extend",
            "extends",
            "extended",
            "extending",
            "arrange",
            "make",
            "makes");
    private static final Words CREDIT = Words.of("financing", "loans", "loan", "credit", "lending");
    private static final Words OF = Words.of("of", "in");
    private static final int STEPS = 5;
    private static final Words FINANCIAL = Words.of("financial");
    private static final Words SUPPORT = Words.of("support");
    private static final int WORDS_OF_CREDIT = 4;
    private static final double VOICE = 1.3;

    private Lending() {}

    /** The vote of the verb that lends the amount; null when it is not lent. */
    static @Nullable Vote vote(Scene scene, Placed<Money> money) {
        Tokens tokens = scene.tokens();
        boolean credit = credit(scene, money) != null;
        for (int t = money.from() - 1; t >= 0 && scene.steps(t + 1, money.from()) <= STEPS; t--) {
            if (LEND.contains(tokens.hash(t)) || credit && PROVIDE.contains(tokens.hash(t))) {
                return new Vote(MoneyRole.SPENDING, VOICE, CueKind.INVEST, new Cue(CueKind.INVEST, t, t + 1));
            }
        }
        return null;
    }

    /** Whether the cue is the noun of what is lent. */
    static boolean isCredit(Scene scene, Placed<Money> money, Cue cue) {
        Cue credit = credit(scene, money);
        return credit != null && cue.from() <= credit.from() && cue.to() > credit.from();
    }

    /** {@code 1 trillion yuan [of special financing]}, {@code a $2 billion [loan]}. */
    private static @Nullable Cue credit(Scene scene, Placed<Money> money) {
        Tokens tokens = scene.tokens();
        int from = RoleReader.afterBrackets(scene, money.to());
        from += Grammar.is(tokens, from, OF) ? 1 : 0;
        for (int t = from; t < Math.min(tokens.size(), from + WORDS_OF_CREDIT) && tokens.hash(t) != 0; t++) {
            if (CREDIT.contains(tokens.hash(t))
                    || Grammar.is(tokens, t, SUPPORT) && Grammar.is(tokens, t - 1, FINANCIAL)) {
                return new Cue(CueKind.DEBT, t, t + 1);
            }
        }
        return null;
    }
}
