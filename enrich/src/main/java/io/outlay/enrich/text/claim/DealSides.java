package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of {@code a $10 billion deal with Google Cloud}: the one that the deal is with, and the one that tells of it, here
 * or in the sentences before. Who of them buys is told by what the two usually sell (see {@link Purchase#rank}), unless the text
 * says to whom is sold.
 *
 * @param with the one that the deal is with, null when the amount is of no such deal
 * @param told who tells of it, null when nobody is known to
 * @param soldTo whether the text says that the one it is with gets what is paid for
 */
record DealSides(@Nullable Company with, @Nullable Company told, boolean soldTo) {
    private static final Words WITH = Words.of("with");
    private static final Words TO = Words.of("to", "for");
    /** Words of letting, which are words of buying too: it depends on who does it. */
    private static final Words LETS =
            Words.of("lease", "leases", "leased", "leasing", "rent", "rents", "rented", "license");
    /** What a sentence opens with that speaks on of the one before. */
    private static final Words GOES_ON =
            Words.of("this", "these", "that", "the", "a", "an", "it", "its", "recent", "some");

    private static final int REACH = 24;
    private static final DealSides NONE = new DealSides(null, null, false);

    static DealSides of(Amidst amidst) {
        Scene scene = amidst.scene();
        for (Placed<FoundEntity> name : scene.names()) {
            Company company = Antecedents.payerOf(name.what());
            int money = amidst.money().from();
            boolean behind = name.from() >= amidst.money().to();
            boolean near = behind
                    ? scene.steps(amidst.money().to(), name.from()) <= REACH
                    : name.to() <= money && isWorthBetween(scene, name.to(), money);
            if (!near || company == null || !Story.isFirm(company)) {
                continue;
            }
            boolean soldTo = isSoldTo(scene, name.from());
            if (soldTo || isOtherSide(scene, name.from())) {
                Company told = told(amidst, company, Math.min(name.from(), money));
                return told == null && !soldTo ? NONE : new DealSides(company, told, soldTo);
            }
        }
        return NONE;
    }

    /** {@code a deal with [Google] worth $10 billion}: the deal is with the one whom the amount follows. */
    private static boolean isWorthBetween(Scene scene, int name, int money) {
        Cue worth = scene.before(money, CueKind.WORTH);
        return worth != null && worth.from() >= name && scene.steps(name, worth.from()) <= NEAR;
    }

    private static final int NEAR = 4;

    /** The last other firm before the amount, one that no preposition governs before one that it does; without one, and if the sentence goes on, the one that the article is about. */
    private static @Nullable Company told(Amidst amidst, Company with, int until) {
        Scene scene = amidst.scene();
        Company told = null;
        boolean oblique = true;
        Subjects subjects = new Subjects(scene);
        for (int i = 0; i < scene.names().size(); i++) {
            Placed<FoundEntity> name = scene.names().get(i);
            Company other = Antecedents.payerOf(name.what());
            boolean before = name.to() <= until;
            if (before && other != null && Story.isFirm(other) && !other.id().equals(with.id())) {
                boolean governed = subjects.isOblique(i);
                if (told == null || oblique || !governed) {
                    told = other;
                    oblique = governed;
                }
            }
        }
        if (told != null || !Grammar.is(scene.tokens(), 0, GOES_ON)) {
            return told;
        }
        Company main = amidst.story().main();
        if (main != null && !main.id().equals(with.id())) {
            return main;
        }
        FoundEntity focus = amidst.story().focusBefore(amidst.index(), 3);
        Company spokenOf = focus == null ? null : focus.payer();
        return spokenOf == null || spokenOf.id().equals(with.id()) ? null : spokenOf;
    }

    /** {@code a $10 billion deal with [Google]}, {@code a contract announced last week with [Oracle]}. */
    static boolean isOtherSide(Scene scene, int from) {
        Cue noun = scene.before(from, CueKind.DEAL);
        return noun != null
                && scene.steps(noun.to(), from) <= 8
                && isLedBy(scene, Math.max(noun.to(), from - 4), from, WITH);
    }

    /**
     * {@code to deliver computing resources [to Microsoft]}, {@code will provide [Meta] with}, {@code to lease its data center [to
     * Fluidstack]}.
     */
    static boolean isSoldTo(Scene scene, int from) {
        for (Cue cue : scene.cues()) {
            boolean lets = cue.kind() == CueKind.PAY && Grammar.is(scene.tokens(), cue.from(), LETS);
            boolean sells = cue.kind() == CueKind.SELL;
            if (!lets && !sells || from < cue.to() || scene.steps(cue.to(), from) > (lets ? 14 : 10)) {
                continue;
            }
            if (sells && from == cue.to() || isLedBy(scene, Math.max(cue.to(), from - 4), from, TO)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLedBy(Scene scene, int earliest, int from, Words words) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= earliest && tokens.hash(t) != 0; t--) {
            if (Grammar.is(tokens, t, words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the company sells in this deal for certain: to the other, or because the table of suppliers knows both sides. */
    boolean sells(Company company) {
        if (with == null) {
            return false;
        }
        boolean itself = company.id().equals(with.id());
        if (soldTo || told == null) {
            return soldTo && !itself;
        }
        boolean known = Purchase.isRanked(with) && Purchase.isRanked(told);
        int ahead = Purchase.rank(with) - Purchase.rank(told);
        return known && (itself ? ahead > 0 : ahead < 0 && company.id().equals(told.id()));
    }

    /** Says of a candidate on which side of the deal it stands. */
    void add(PayerFound payer, Signs signs) {
        if (with == null || told == null) {
            return;
        }
        boolean itself = payer.first().id().equals(with.id());
        int mine = Purchase.rank(payer.first());
        int other = Purchase.rank(itself ? told : with);
        signs.addIf(mine < other, PayerSign.DEAL_BUYS_FROM);
        signs.addIf(mine > other, PayerSign.DEAL_SELLS_TO);
    }
}
