package io.outlay.enrich.text.claim;

import io.outlay.contracts.Article;
import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Qualifier;
import io.outlay.enrich.text.claim.ClaimReader.Weighed;
import io.outlay.enrich.text.claim.Labelled.Kind;
import io.outlay.enrich.text.claim.Labelled.Span;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import io.outlay.enrich.text.entity.EntityScanner;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.CodePoints;
import io.outlay.enrich.text.prose.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Fits the weights of the claim reader to labelled articles: first who pays (a softmax over the candidates), then, with the
 * payers found so, whether an amount is planned, and whether it is money for AI at all (two logistic regressions). All with a
 * ridge, so that a sign of which little is known weighs little.
 */
final class Fitting {
    private static final double PAYER_RIDGE = 1;
    private static final double SPENDING_RIDGE = 4;

    private final EntityScanner entities = EntityScanner.standard();
    private final Lexicon lexicon = Lexicon.standard();
    private final Function<Article, List<Money>> monies;

    /** @param monies the amounts of an article */
    Fitting(Function<Article, List<Money>> monies) {
        this.monies = monies;
    }

    ClaimWeights fit(List<Labelled> articles) {
        Weights payer = new Weights(fitPayer(articles));
        ClaimWeights none = ClaimWeights.none();
        List<Signs> signs = new ArrayList<>();
        List<Span> labels = new ArrayList<>();
        for (Labelled labelled : articles) {
            CodePoints offsets = CodePoints.of(labelled.article().body());
            ClaimReader reader = reader(new ClaimWeights(payer, none.planned(), none.any()));
            for (List<Weighed> sentence : weigh(reader, labelled.article())) {
                for (Weighed weighed : sentence) {
                    Money money = weighed.c().money().what();
                    if (weighed.c().trigger() == null || money.conversion() || money.qualifier() == Qualifier.VAGUE) {
                        continue;
                    }
                    signs.add(weighed.weighing().signs());
                    Span label = labelled.at(offsets.at(money.start()), offsets.at(money.end()));
                    labels.add(label == null ? new Span(0, 0, Kind.OTHER, null, null) : label);
                }
            }
        }
        return new ClaimWeights(
                payer,
                new Weights(logistic(
                        signs,
                        labels.stream().map(l -> l.kind() == Kind.PLANNED).toList(),
                        guesses("planned"))),
                new Weights(logistic(
                        signs,
                        labels.stream()
                                .map(l -> l.kind() != Kind.OTHER && l.kind() != Kind.CROWD)
                                .toList(),
                        guesses("any"))));
    }

    ClaimReader reader(ClaimWeights weights) {
        return new ClaimReader(entities.companies(), lexicon, weights);
    }

    private List<List<Weighed>> weigh(ClaimReader reader, Article article) {
        String title = article.title();
        return reader.weigh(
                article,
                monies.apply(article),
                entities.scan(article.body()),
                title == null ? List.of() : entities.scan(title),
                ArticleDays.of(article));
    }

    private static double[] guesses(String column) {
        double[] guesses = new double[SpendingSign.ALL.size()];
        CsvTable table = CsvTable.resource(Fitting.class, "io/outlay/enrich/text/claim-guesses.csv");
        for (CsvTable.Row row : table.rows()) {
            guesses[SpendingSign.ALL.names().indexOf(row.need("sign"))] = Double.parseDouble(row.need(column));
        }
        return guesses;
    }

    private static double[] logistic(List<Signs> signs, List<Boolean> yes, double[] guesses) {
        return Minimum.of(
                (w, gradient) -> {
                    double loss = ridge(w, gradient, SPENDING_RIDGE, guesses, SpendingSign.BIAS);
                    Weights weights = new Weights(w);
                    for (int i = 0; i < signs.size(); i++) {
                        double odds = weights.sum(signs.get(i));
                        double p = Weights.probability(odds);
                        double target = yes.get(i) ? 1 : 0;
                        loss += Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(odds, 0) - target * odds;
                        addTo(gradient, signs.get(i), p - target);
                    }
                    return loss;
                },
                SpendingSign.ALL.size());
    }

    private static double ridge(double[] w, double[] gradient, double strength, double[] guesses, int free) {
        double loss = 0;
        for (int i = 0; i < w.length; i++) {
            if (i != free) {
                double off = w[i] - guesses[i];
                loss += strength * off * off / 2;
                gradient[i] += strength * off;
            }
        }
        return loss;
    }

    private static void addTo(double[] gradient, Signs signs, double times) {
        for (int i = 0; i < signs.size(); i++) {
            gradient[signs.sign(i)] += times * signs.value(i);
        }
    }

    /** One amount with a payer: what was seen of each candidate, and which of them are the payer. */
    private record Choice(List<Signs> candidates, List<Boolean> right) {}

    private double[] fitPayer(List<Labelled> articles) {
        List<Choice> choices = new ArrayList<>();
        for (Labelled labelled : articles) {
            CodePoints offsets = CodePoints.of(labelled.article().body());
            for (List<Weighed> sentence : weigh(reader(ClaimWeights.none()), labelled.article())) {
                for (Weighed weighed : sentence) {
                    Money money = weighed.c().money().what();
                    Span label = labelled.at(offsets.at(money.start()), offsets.at(money.end()));
                    if (label != null && label.kind() != Kind.OTHER && label.kind() != Kind.STAKE) {
                        Choice choice = choice(weighed.c(), label);
                        if (choice.right.contains(true)) {
                            choices.add(choice);
                        }
                    }
                }
            }
        }
        return Minimum.of(
                (w, gradient) -> {
                    double loss = ridge(w, gradient, PAYER_RIDGE, new double[w.length], -1);
                    Weights weights = new Weights(w);
                    for (Choice choice : choices) {
                        loss += lossOf(choice, weights, gradient);
                    }
                    return loss;
                },
                PayerSign.ALL.size());
    }

    private Choice choice(Case c, Span label) {
        Amidst amidst = Amidst.of(c.story(), c.index(), c.money());
        List<PayerCandidates.Candidate> candidates = PayerCandidates.of(amidst, entities.companies());
        PayerSigns signs = new PayerSigns(amidst, candidates);
        PayerRanker ranker =
                new PayerRanker(entities.companies(), ClaimWeights.none().payer());
        List<Signs> seen = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (PayerCandidates.Candidate candidate : candidates) {
            seen.add(signs.of(candidate));
            right.add(isSame(label, Payers.of(ranker.asOne(candidate.payer()).parties())));
        }
        seen.add(signs.ofNobody());
        right.add(label.kind() == Kind.CROWD || label.kind() == Kind.SUM);
        return new Choice(seen, right);
    }

    /** The negative log of the probability of all right candidates together. */
    private static double lossOf(Choice choice, Weights weights, double[] gradient) {
        int n = choice.candidates.size();
        double[] p = new double[n];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            p[i] = weights.sum(choice.candidates.get(i));
            most = Math.max(most, p[i]);
        }
        double all = 0;
        double right = 0;
        for (int i = 0; i < n; i++) {
            p[i] = Math.exp(p[i] - most);
            all += p[i];
            right += choice.right.get(i) ? p[i] : 0;
        }
        right = Math.max(right, 1e-300);
        for (int i = 0; i < n; i++) {
            addTo(gradient, choice.candidates.get(i), p[i] / all - (choice.right.get(i) ? p[i] / right : 0));
        }
        return Math.log(all / right);
    }

    private final Map<String, Set<String>> idsByName = new HashMap<>();

    /** Whether a label names the payer: by one of its names, or as a public payer of the same country. */
    private boolean isSame(Span label, Payer payer) {
        String name = label.payer() == null ? "" : label.payer();
        if (Labelled.isPublic(name) && payer.country().equals(label.country()) && payer.kind() != PayerKind.COMPANY) {
            return true;
        }
        return payer.name().equals(name)
                || payer.id().equals(name)
                || idsByName.computeIfAbsent(name, this::idsOf).contains(payer.id());
    }

    private Set<String> idsOf(String name) {
        Set<String> ids = new HashSet<>();
        int bracket = name.indexOf(" (");
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        for (FoundEntity found : entities.scan(plain)) {
            Company payer = found.payer();
            if (payer != null && found.end() - found.start() > plain.length() / 2) {
                ids.add(payer.id());
            }
        }
        CompanyTable companies = entities.companies();
        for (Company company : companies.all()) {
            if (company.name().toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT))) {
                ids.add(company.id());
            }
        }
        return ids;
    }
}
