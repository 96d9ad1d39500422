package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Words;

/** Firms that are named in a row, each of which decides for itself. */
final class Crowds {
    private static final int FEW = 3;
    private static final Words HAVE = Words.of("has", "have", "had");

    private Crowds() {}

    /**
     * {@code Amazon, Google and Microsoft plan to spend}: one sum over a row of firms before it. Not {@code will together build},
     * which one venture does; yet {@code have together committed} adds up what each decided.
     */
    static boolean sharesSum(Scene scene, Placed<Money> money) {
        int end = endOfRow(scene, money);
        if (end < 0 || scene.hasBetween(end, money.from(), CueKind.WHICH) || Respectively.payer(scene, money) != null) {
            return false;
        }
        for (Placed<Money> other : scene.monies()) {
            if (other.to() <= money.from() && !other.what().conversion()) {
                return false; // each has a sum of its own
            }
        }
        boolean perfect = Grammar.is(scene.tokens(), end, HAVE);
        return perfect || !scene.has(CueKind.TOGETHER) && !scene.has(CueKind.VENTURE) && !scene.has(CueKind.DEAL);
    }

    /** The end of the last row of firms that is no shorter than {@link #FEW} and has no other firm between it and the amount. */
    private static int endOfRow(Scene scene, Placed<Money> money) {
        Subjects subjects = new Subjects(scene);
        int row = 0;
        int end = -1;
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().company() == null || name.to() > money.from()) {
                continue;
            }
            row = end >= 0 && subjects.onlyLinks(end, name.from()) ? row + 1 : 1;
            end = name.to();
        }
        return row >= FEW ? end : -1;
    }
}
