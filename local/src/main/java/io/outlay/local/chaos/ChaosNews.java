package io.outlay.local.chaos;

import io.outlay.contracts.Article;
import io.outlay.contracts.Measure;
import io.outlay.contracts.RawArticle;
import io.outlay.local.chaos.Payers.Destination;
import io.outlay.local.chaos.Payers.Payer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Articles whose right totals are known beforehand. The same round and seed give the same articles; each sentence says one thing, in words
 * that leave no doubt, so that what is tested is the road and not the reading.
 *
 * <p>A round tells {@value #PLANS} new plans, each by several papers; one of them is withdrawn by all papers, another was printed wrongly
 * at first; and one payer's guidance, raised and cut. Some articles come twice, all in an order of chance.
 */
final class ChaosNews {
    /**
     * What one round puts on the road.
     *
     * @param records in the order in which they are sent
     * @param steps what they add to the totals
     * @param articles ids of the articles that stand in the end
     */
    record Round(List<RawArticle> records, List<Step> steps, List<String> articles) {}

    /** Plans of a round. */
    static final int PLANS = 7;

    /** After so many rounds there is nothing left to announce. */
    static final int ROUNDS = Payers.PAYERS.size() * Payers.DESTINATIONS.size() / PLANS;

    private static final List<String> PLAN = List.of(
            "%s will invest $%s billion in AI data centres in %s over the next three years.",
            "%s plans to invest $%s billion in AI data centres in %s over the next three years. The company made the "
                    + "announcement in a statement.",
            "%s said it would spend $%s billion on AI data centres in %s over the next three years.");

    private static final String GUIDANCE =
            "%s expects capital expenditures of $%s billion in %d, most of it for AI data centres.";

    private static final int PAPERS = 5;
    private static final int FIRST_AGE = 5;
    private static final int AGES = 300;
    private static final long QUARTER_BILLION = 250_000_000;
    private static final long BILLION = 1_000_000_000;

    private final long seed;
    private final LocalDate today;

    ChaosNews(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    Round round(int number) {
        if (number >= ROUNDS) {
            throw new IllegalArgumentException("there is news for " + ROUNDS + " rounds only");
        }
        Draft draft = new Draft();
        for (int plan = 0; plan < PLANS; plan++) {
            plan(draft, number * PLANS + plan, plan);
        }
        guidance(draft, number);
        Random chance = new Random(seed * 1_000_003 + number);
        List<RawArticle> sent = new ArrayList<>(draft.records);
        for (int i = 0; i < PLANS; i++) {
            sent.add(draft.records.get(chance.nextInt(draft.records.size())));
        }
        Collections.shuffle(sent, chance);
        return new Round(sent, draft.steps, List.copyOf(draft.standing.keySet()));
    }

    private void plan(Draft draft, int number, int place) {
        Payer payer = Payers.PAYERS.get(number % Payers.PAYERS.size());
        Destination destination = Payers.DESTINATIONS.get(number / Payers.PAYERS.size());
        long amount = BILLION + QUARTER_BILLION * (number % 31);
        LocalDate day = today.minusDays(FIRST_AGE + (number * 13L) % AGES);
        String line = "plan-" + number;
        boolean withdrawn = place == 0;
        boolean misprinted = place == 1;
        for (int paper = 0; paper < (misprinted ? 1 : PAPERS); paper++) {
            String id = line + "-" + paper;
            LocalDate printed = day.plusDays(paper);
            String words = PLAN.get((number + paper) % PLAN.size());
            if (misprinted) {
                String wrong = words.formatted(payer.name(), billions(amount + 2 * BILLION), destination.name());
                draft.tell(id, printed, wrong, 0);
            }
            draft.tell(id, printed, words.formatted(payer.name(), billions(amount), destination.name()), 1);
            if (withdrawn) {
                draft.takeBack(id, printed);
            }
        }
        if (!withdrawn) {
            draft.steps.add(new Step(line, payer, Measure.COMMITMENT, destination.code(), day, amount));
        }
    }

    /** Raised, then cut, each time by a newer word. */
    private void guidance(Draft draft, int number) {
        Payer payer = Payers.PAYERS.get(number % Payers.PAYERS.size());
        int year = today.getYear() + number / Payers.PAYERS.size();
        long first = (40 + number % 7) * BILLION;
        String line = "guidance-" + number;
        long before = 0;
        long[] words = {first, first + 10 * BILLION, first + 5 * BILLION};
        for (int word = 0; word < words.length; word++) {
            // Within this year: a word of last year on `this year` would be another fiscal period for some.
            LocalDate day = today.minusDays(3L + 15L * (words.length - word));
            draft.tell(line + "-" + word, day, GUIDANCE.formatted(payer.name(), billions(words[word]), year), 1);
            draft.steps.add(new Step(line, payer, Measure.GUIDANCE, "*", day, words[word] - before));
            before = words[word];
        }
    }

    private static String billions(long dollars) {
        return BigDecimal.valueOf(dollars)
                .divide(BigDecimal.valueOf(BILLION))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A round in the making. */
    private static final class Draft {
        private final List<RawArticle> records = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, LocalDate> standing = new HashMap<>();

        void tell(String id, LocalDate day, String body, int version) {
            String paper = "paper-" + Math.floorMod(id.hashCode(), 40) + ".example";
            Article article = new Article(
                    id, "https://" + paper + "/" + id, "Announcement", body, day.toString(), null, paper, "en");
            records.add(RawArticle.seen(article, seen(day, version)));
            standing.put(id, day);
        }

        void takeBack(String id, LocalDate day) {
            records.add(RawArticle.retraction(id, seen(day, 2)));
            standing.remove(id);
        }

        private static Instant seen(LocalDate day, int version) {
            return day.atTime(12, version).toInstant(ZoneOffset.UTC);
        }
    }
}
