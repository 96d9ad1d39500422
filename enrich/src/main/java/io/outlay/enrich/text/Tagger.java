package io.outlay.enrich.text;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Mention;
import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.amount.AmountHints;
import io.outlay.enrich.text.amount.AmountScanner;
import io.outlay.enrich.text.amount.Echoes;
import io.outlay.enrich.text.amount.FoundAmount;
import io.outlay.enrich.text.claim.AmountReading;
import io.outlay.enrich.text.claim.ArticleReading;
import io.outlay.enrich.text.claim.ClaimReader;
import io.outlay.enrich.text.claim.Money;
import io.outlay.enrich.text.claim.Reasons;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import io.outlay.enrich.text.entity.EntityScanner;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.entity.PlaceTable;
import io.outlay.enrich.text.prose.CodePoints;
import io.outlay.enrich.text.prose.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reads an article: the amounts, companies and countries that it names, and the spending that it claims. Safe to share. */
public final class Tagger implements Function<Article, EnrichedArticle> {
    /** Of an article without money neither sentences nor titles are looked at. */
    private static final ArticleReading NOTHING_CLAIMED = new ArticleReading(List.of(), List.of());

    private final AmountScanner amounts;
    private final EntityScanner entities;
    private final ClaimReader claims;
    private final String rulesVersion;

    private Tagger(AmountScanner amounts, EntityScanner entities, Lexicon lexicon) {
        this.amounts = amounts;
        this.entities = entities;
        this.claims = new ClaimReader(entities.companies(), lexicon);
        this.rulesVersion = RulesVersion.of(entities.companies());
    }

    /** With the tables that ship with the project. */
    public static Tagger standard() {
        return knowing(CompanyTable.standard());
    }

    /** With companies of your own, else as {@link #standard}. */
    public static Tagger knowing(CompanyTable companies) {
        EntityScanner entities = new EntityScanner(companies, PlaceTable.standard());
        return new Tagger(AmountScanner.standard(), entities, Lexicon.standard());
    }

    @Override
    public EnrichedArticle apply(Article article) {
        return tag(article);
    }

    /** Names the rules and tables that this tagger goes by, as {@code rulesVersion} in what it makes. */
    public String rulesVersion() {
        return rulesVersion;
    }

    /** What the article says. The same article gives the same result, whenever and however often it is read. */
    public EnrichedArticle tag(Article article) {
        Read read = read(article);
        return new EnrichedArticle(
                article.id(),
                article.url(),
                article.title(),
                article.source(),
                article.language(),
                article.publishedAt(),
                rulesVersion,
                Bands.of(article.body()),
                mentions(article.body(), read),
                read.reading.claims());
    }

    /** Why {@link #tag} takes each amount of the article for what it does. */
    public Explanation explain(Article article) {
        Read read = read(article);
        List<Explanation.OfAmount> amounts = new ArrayList<>();
        for (AmountReading reading : read.reading.readings()) {
            Money money = reading.money();
            amounts.add(new Explanation.OfAmount(
                    article.body().substring(money.start(), money.end()),
                    reading.scene().text(),
                    reading.role(),
                    reading.probability(),
                    reading.rule(),
                    reading.claim(),
                    Reasons.pro(reading),
                    Reasons.contra(reading)));
        }
        return new Explanation(article.id(), article.title(), amounts);
    }

    private record Read(
            List<FoundEntity> names, List<FoundAmount> amounts, ArticleReading reading, CodePoints offsets) {}

    private Read read(Article article) {
        String body = article.body();
        CodePoints offsets = CodePoints.of(body);
        List<FoundEntity> names = entities.scan(body);
        List<FoundAmount> found = amounts.scan(body, AmountHints.ofLanguage(article.language()));
        if (found.isEmpty()) {
            return new Read(names, found, NOTHING_CLAIMED, offsets);
        }
        found = LocalCurrencies.resolve(Echoes.resolve(found), article, names);
        String title = article.title();
        List<FoundEntity> ofTitle = title == null ? List.of() : entities.scan(title);
        return new Read(names, found, claims.read(article, Monies.of(found), names, ofTitle, offsets), offsets);
    }

    private static List<Mention> mentions(String body, Read read) {
        CodePoints offsets = read.offsets;
        List<Mention> mentions = new ArrayList<>();
        for (FoundEntity name : read.names) {
            int start = offsets.at(name.start());
            int end = offsets.at(name.end());
            String text = body.substring(name.start(), name.end());
            Company company = name.payer();
            if (company != null && name.isCompany()) {
                mentions.add(new Mention.Company(start, end, text, company.id(), company.name(), company.country()));
            }
            String country = name.country();
            if (country != null) {
                mentions.add(new Mention.Country(start, end, text, country));
            }
        }
        MoneyRole[] roles = new MoneyRole[read.amounts.size()];
        Arrays.fill(roles, MoneyRole.OTHER);
        for (AmountReading amount : read.reading.readings()) {
            roles[amount.money().index()] = amount.role();
        }
        for (int i = 0; i < roles.length; i++) {
            FoundAmount amount = read.amounts.get(i);
            mentions.add(amount.mention(body, offsets.at(amount.start()), offsets.at(amount.end()), roles[i]));
        }
        mentions.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        return mentions;
    }
}
