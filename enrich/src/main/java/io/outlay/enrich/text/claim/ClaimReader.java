package io.outlay.enrich.text.claim;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Measure;
import io.outlay.contracts.MoneyRole;
import io.outlay.contracts.Qualifier;
import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.CodePoints;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Lexicon;
import io.outlay.enrich.text.time.FiscalCalendar;
import io.outlay.enrich.text.time.Periods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads every amount of an article: its role, and the claim that it makes. */
public final class ClaimReader {
    /** Log-odds from which an amount is money for AI of some kind: a probability of 0.6. */
    private static final double ANY_FROM = 0.4;
    /** Log-odds from which an amount is planned: a probability of 0.6. */
    private static final double PLANNED_FROM = 0.4;
    /** The least probability that an amount is planned <em>and</em> this payer's: below it more claims are wrong than right. */
    private static final double CLAIM_FROM = 0.25;

    private final Lexicon lexicon;
    private final PayerRanker ranker;
    private final ClaimWeights weights;

    public ClaimReader(CompanyTable companies, Lexicon lexicon) {
        this(companies, lexicon, ClaimWeights.standard());
    }

    ClaimReader(CompanyTable companies, Lexicon lexicon, ClaimWeights weights) {
        this.lexicon = lexicon;
        this.ranker = new PayerRanker(companies, weights.payer());
        this.weights = weights;
    }

    /** The names of all claim rules, in their order. */
    public static List<String> ruleNames() {
        return ClaimRules.all().stream().map(ClaimRule::name).toList();
    }

    /** One reading for each amount, in the order of the amounts. */
    public ArticleReading read(
            Article article,
            List<Money> monies,
            List<FoundEntity> names,
            List<FoundEntity> titleNames,
            CodePoints offsets) {
        ArticleDays days = ArticleDays.of(article);
        List<AmountReading> readings = new ArrayList<>();
        for (List<Weighed> sentence : weigh(article, monies, names, titleNames, days)) {
            readings.addAll(read(sentence, days, offsets));
        }
        readings = Parts.within(readings);
        return new ArticleReading(readings, ArticleClaims.of(readings));
    }

    /**
     * An amount with all that is known of it.
     *
     * @param planned log-odds that somebody plans to spend it on AI
     * @param any log-odds that it is money for AI at all: planned, spent, a stake, or a sum over many
     */
    record Weighed(Case c, Weighing weighing, double planned, double any) {
        /** Nothing speaks for spending: whose it is and what for need not be asked. */
        static Weighed unspoken(Amidst amidst) {
            Case c = new Case(
                    amidst.story(),
                    amidst.index(),
                    amidst.scene(),
                    amidst.money(),
                    amidst.votes(),
                    null,
                    null,
                    0,
                    0,
                    null);
            return new Weighed(c, Weighing.NOTHING, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }

        boolean isPlanned() {
            return mayClaim()
                    && planned >= PLANNED_FROM
                    && Weights.probability(planned) * c.payerProbability() >= CLAIM_FROM;
        }

        boolean isAny() {
            return mayClaim() && any >= ANY_FROM;
        }

        /** Conversions and vague sums never claim. */
        private boolean mayClaim() {
            return c.payer() != null
                    && !c.money().what().conversion()
                    && c.money().what().qualifier() != Qualifier.VAGUE;
        }

        double probability() {
            return mayClaim() ? Weights.probability(Math.max(planned, any)) : 0;
        }
    }

    /** All amounts of the article, by sentence. */
    List<List<Weighed>> weigh(
            Article article,
            List<Money> monies,
            List<FoundEntity> names,
            List<FoundEntity> titleNames,
            ArticleDays days) {
        Story story = Story.of(article.body(), monies, names, article.title(), titleNames, lexicon);
        List<Amidst> all = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            if (story.hasMoney(i)) {
                for (Placed<Money> money : story.scene(i).monies()) {
                    all.add(Amidst.of(story, i, money));
                }
            }
        }
        List<List<Weighed>> weighed = new ArrayList<>();
        int last = -1;
        for (Amidst amidst : all) {
            if (amidst.index() != last) {
                weighed.add(new ArrayList<>());
                last = amidst.index();
            }
            List<Weighed> sentence = weighed.get(weighed.size() - 1);
            PayerFound gapped = Gapped.payer(amidst.scene(), amidst.money());
            Weighed leader = gapped == null ? null : lastWithPayer(sentence);
            if (leader != null && gapped != null) {
                sentence.add(gapped(amidst, gapped, leader, days));
            } else {
                sentence.add(
                        amidst.trigger() == null ? Weighed.unspoken(amidst) : weigh(amidst, ranker.rank(amidst), days));
            }
        }
        return weighed;
    }

    private static @Nullable Weighed lastWithPayer(List<Weighed> sentence) {
        for (int i = sentence.size() - 1; i >= 0; i--) {
            if (!sentence.get(i).c.money().what().conversion()) {
                return sentence.get(i).c.payer() == null ? null : sentence.get(i);
            }
        }
        return null;
    }

    /** An amount of a clause that leaves out its verb: as sure as the one before. */
    private static Weighed gapped(Amidst amidst, PayerFound payer, Weighed leader, ArticleDays days) {
        Vote trigger = amidst.trigger() == null ? leader.c.trigger() : amidst.trigger();
        Periods.Found period = period(amidst.scene(), amidst.money(), payer.first(), days.today());
        Case c = new Case(
                amidst.story(),
                amidst.index(),
                amidst.scene(),
                amidst.money(),
                amidst.votes(),
                trigger,
                payer,
                leader.c.payerProbability(),
                leader.c.nobody(),
                period);
        return new Weighed(c, leader.weighing, leader.planned, leader.any);
    }

    private Weighed weigh(Amidst amidst, List<PayerRanker.Ranked> ranked, ArticleDays days) {
        PayerRanker.Ranked best = ranked.get(0);
        double nobody = 0;
        for (PayerRanker.Ranked one : ranked) {
            if (one.payer() == null) {
                nobody = one.probability();
            } else if (best.payer() == null) {
                best = one;
            }
        }
        PayerFound listed = Respectively.payer(amidst.scene(), amidst.money());
        if (listed != null) {
            best = new PayerRanker.Ranked(listed, 1);
            nobody = 0;
        }
        PayerFound payer = best.payer();
        Periods.Found period =
                payer == null ? null : period(amidst.scene(), amidst.money(), payer.first(), days.today());
        Case c = new Case(
                amidst.story(),
                amidst.index(),
                amidst.scene(),
                amidst.money(),
                amidst.votes(),
                amidst.trigger(),
                payer,
                payer == null ? 0 : best.probability(),
                nobody,
                period);
        Signs signs = SpendingSigns.of(c);
        return new Weighed(
                c,
                new Weighing(signs, weights.planned()),
                weights.planned().sum(signs),
                weights.any().sum(signs));
    }

    private static List<AmountReading> read(List<Weighed> weighed, ArticleDays days, CodePoints offsets) {
        List<Weighed> sentence = withTotals(weighed);
        List<ClaimRule> rules = new ArrayList<>();
        List<MoneyRole> roles = new ArrayList<>();
        for (Weighed w : sentence) {
            boolean plan = w.isPlanned() && !Readings.isJointTotal(w.c) && !Readings.isLent(w.c);
            // what somebody wants to attract is others' money, which nobody has promised
            boolean hoped = w.c.before(CueKind.TARGET, 4);
            boolean other = !plan && !hoped && w.isAny() && !Readings.isCrowdsSum(w.c);
            ClaimRule rule = plan ? ClaimRules.ofPlan(w.c) : other ? ClaimRules.ofOther(w.c) : null;
            rules.add(rule);
            roles.add(rule != null ? MoneyRole.SPENDING : otherRole(w.c));
            inherit(w.c.scene(), roles);
        }
        List<AmountReading> readings = new ArrayList<>();
        for (int m = 0; m < sentence.size(); m++) {
            Weighed w = sentence.get(m);
            ClaimRule rule = roles.get(m) == MoneyRole.SPENDING ? rules.get(m) : null;
            Claim claim = rule == null ? null : ClaimMaker.make(w.c, rule, roles, w.probability(), days, offsets);
            MoneyRole role = claim != null && claim.measure() == Measure.EQUITY ? MoneyRole.STAKE : roles.get(m);
            readings.add(new AmountReading(
                    w.c.money().what(),
                    w.c.scene(),
                    role,
                    w.c.votes(),
                    w.weighing,
                    w.probability(),
                    w.c.payer(),
                    rule == null ? null : rule.name(),
                    claim));
        }
        return readings;
    }

    /** A total is planned as surely as what brings it about. */
    private static List<Weighed> withTotals(List<Weighed> sentence) {
        List<Weighed> all = new ArrayList<>();
        for (Weighed w : sentence) {
            Weighed before = all.isEmpty() ? null : all.get(all.size() - 1);
            all.add(
                    before != null && bringsToTotal(before, w)
                            ? new Weighed(w.c, w.weighing, Math.max(w.planned, before.planned), w.any)
                            : w);
        }
        return all;
    }

    /** {@code an additional $100 billion, bringing the total to $600 billion}: whoever pays the one pays the other. */
    private static boolean bringsToTotal(Weighed added, Weighed total) {
        PayerFound payer = added.c.payer();
        return added.isPlanned()
                && Changes.isBringing(total.c)
                && !Changes.isBringing(added.c)
                && payer != null
                && total.c.payer() != null
                && payer.first().equals(total.c.payer().first())
                && total.c
                        .money()
                        .what()
                        .currency()
                        .equals(added.c.money().what().currency())
                && total.c.money().what().high() > added.c.money().what().high();
    }

    /** {@code up from $35 billion to $40 billion}: the second end of a compared range is compared too. */
    private static void inherit(Scene scene, List<MoneyRole> roles) {
        int last = roles.size() - 1;
        if (last < 1) {
            return;
        }
        MoneyRole before = roles.get(last - 1);
        int gap = scene.monies().get(last).from() - scene.monies().get(last - 1).to();
        boolean compared = before == MoneyRole.BASELINE || before == MoneyRole.PREVIOUS_FIGURE;
        if (compared
                && gap == 1
                && !isOfAMove(scene, scene.monies().get(last - 1).from())) {
            roles.set(last, before);
        }
    }

    /** {@code an increase from $5 billion [to $7 billion]}: what was before, and what is now. */
    private static boolean isOfAMove(Scene scene, int first) {
        Cue from = scene.before(first, CueKind.BASELINE);
        boolean bare = from != null && from.to() == first && from.to() - from.from() == 1;
        return bare || scene.before(first, CueKind.RAISE) != null;
    }

    /** The period nearest to the amount, with no other amount between; what follows it is preferred. */
    private static Periods.@Nullable Found period(
            Scene scene, Placed<Money> money, Company payer, @Nullable LocalDate today) {
        FiscalCalendar fiscal = FiscalCalendar.of(payer.fiscalYearEnd(), payer.country());
        Periods.Found nearest = null;
        int least = Integer.MAX_VALUE;
        for (Periods.Found found : Periods.in(scene.tokens(), today, fiscal)) {
            int steps = found.from() >= money.to()
                    ? scene.steps(money.to(), found.from())
                    : 5 + 2 * scene.steps(found.to(), money.from());
            for (Placed<Money> other : scene.monies()) {
                if (other.from() != money.from()
                        && !other.what().conversion()
                        && (other.from() >= money.to() && other.to() <= found.from()
                                || other.to() <= money.from() && other.from() >= found.to())) {
                    steps += 8;
                }
            }
            if (steps < least) {
                least = steps;
                nearest = found;
            }
        }
        return nearest;
    }

    private static MoneyRole otherRole(Case c) {
        for (Vote vote : c.votes()) {
            if (vote.role() != MoneyRole.SPENDING) {
                return vote.role();
            }
        }
        return MoneyRole.OTHER;
    }
}
