package io.outlay.enrich.text.claim;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Measure;
import io.outlay.contracts.MoneyRole;
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
    private static final double CLAIM_FROM = 0.55;

    private final CompanyTable companies;
    private final Lexicon lexicon;

    public ClaimReader(CompanyTable companies, Lexicon lexicon) {
        this.companies = companies;
        this.lexicon = lexicon;
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
        Story story = Story.of(article.body(), monies, names, titleNames, lexicon);
        ArticleDays days = ArticleDays.of(article);
        List<AmountReading> readings = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            if (story.hasMoney(i)) {
                readings.addAll(sentence(story, i, days, offsets));
            }
        }
        readings = Parts.within(readings);
        return new ArticleReading(readings, ArticleClaims.of(readings));
    }

    private List<AmountReading> sentence(Story story, int index, ArticleDays days, CodePoints offsets) {
        Scene scene = story.scene(index);
        List<Case> cases = new ArrayList<>();
        List<MoneyRole> roles = new ArrayList<>();
        List<List<SpendingScore.Sign>> signs = new ArrayList<>();
        for (Placed<Money> money : scene.monies()) {
            Case c = caseOf(story, index, money, days);
            List<SpendingScore.Sign> of = c.trigger() == null ? List.of() : SpendingScore.signs(c);
            boolean spending = !of.isEmpty() && SpendingScore.probability(of) >= CLAIM_FROM;
            cases.add(c);
            signs.add(of);
            roles.add(spending ? MoneyRole.SPENDING : otherRole(c));
            inherit(scene, roles);
        }
        List<AmountReading> readings = new ArrayList<>();
        for (int m = 0; m < cases.size(); m++) {
            Case c = cases.get(m);
            double probability = signs.get(m).isEmpty() ? 0 : SpendingScore.probability(signs.get(m));
            ClaimRule rule = roles.get(m) == MoneyRole.SPENDING ? ClaimRules.first(c) : null;
            Claim claim = rule == null ? null : ClaimMaker.make(c, rule, roles, probability, days, offsets);
            MoneyRole role = claim != null && claim.measure() == Measure.EQUITY ? MoneyRole.STAKE : roles.get(m);
            readings.add(new AmountReading(
                    c.money().what(),
                    scene,
                    role,
                    c.votes(),
                    signs.get(m),
                    probability,
                    c.payer(),
                    rule == null ? null : rule.name(),
                    claim));
        }
        return readings;
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
        if (compared && gap == 1 && scene.before(scene.monies().get(last - 1).from(), CueKind.RAISE) == null) {
            roles.set(last, before);
        }
    }

    private Case caseOf(Story story, int index, Placed<Money> money, ArticleDays days) {
        Scene scene = story.scene(index);
        List<Vote> votes = RoleReader.votes(scene, money);
        Vote trigger = null;
        for (Vote vote : votes) {
            if (vote.role() == MoneyRole.SPENDING) {
                trigger = vote;
                break;
            }
        }
        Cue cue = trigger == null ? null : trigger.cue();
        PayerFound payer = trigger == null ? null : asOne(PayerFinder.find(story, companies, index, money, cue));
        Periods.Found period = payer == null ? null : period(scene, money, payer.first(), days.today());
        return new Case(story, index, scene, money, votes, trigger, payer, period);
    }

    /** Several parties that are the members of a known consortium are that consortium. */
    private @Nullable PayerFound asOne(@Nullable PayerFound found) {
        if (found == null || found.parties().size() < 2) {
            return found;
        }
        Company consortium = Payers.consortiumOf(found.parties(), companies);
        return new PayerFound(
                consortium == null ? Purchase.withoutSuppliers(found.parties()) : List.of(consortium),
                found.how(),
                found.from(),
                found.to());
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
