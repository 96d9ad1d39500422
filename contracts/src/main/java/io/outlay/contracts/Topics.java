package io.outlay.contracts;

import io.outlay.contracts.Topic.PartitionedBy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue: every topic that Outlay reads or writes. A new topic is one constant here. */
public final class Topics {
    private static final int PARTITIONS = 12;
    private static final int FEW_PARTITIONS = 3;

    public static final Topic<RawArticle> RAW_ARTICLES = new Topic<>(
            "outlay.raw-articles",
            "ingest",
            "article id",
            RawArticle.class,
            PartitionedBy.KEY,
            PARTITIONS,
            false,
            Duration.ofDays(7),
            "what a source saw: an article, or that it is gone; internal");
    public static final Topic<Article> ARTICLES =
            compacted("outlay.articles", "ingest", "article id", Article.class, "the newest version of each article");
    public static final Topic<EnrichedArticle> ENRICHED_ARTICLES = compacted(
            "outlay.enriched-articles",
            "enrich",
            "article id",
            EnrichedArticle.class,
            "mentions and claims per article");
    public static final Topic<ClaimSet> CLAIMS = new Topic<>(
            "outlay.claims",
            "enrich",
            "payer|article",
            ClaimSet.class,
            PartitionedBy.FIRST_KEY_PART,
            PARTITIONS,
            true,
            null,
            "what an article now claims of a payer");
    public static final Topic<Correction> CORRECTIONS = new Topic<>(
            "outlay.corrections",
            "anyone",
            "correction id",
            Correction.class,
            PartitionedBy.KEY,
            FEW_PARTITIONS,
            true,
            null,
            "what analysts say against the machine's reading");
    public static final Topic<FxRate> FX_RATES = new Topic<>(
            "outlay.fx-rates",
            "anyone",
            "currency|day",
            FxRate.class,
            PartitionedBy.KEY,
            FEW_PARTITIONS,
            true,
            null,
            "exchange rates that add to the shipped table");
    public static final Topic<NewsSource> SOURCES = new Topic<>(
            "outlay.sources",
            "anyone",
            "address",
            NewsSource.class,
            PartitionedBy.KEY,
            FEW_PARTITIONS,
            true,
            null,
            "sources to be polled, as people set them while ingest runs");
    public static final Topic<Commitment> COMMITMENTS = compacted(
            "outlay.commitments",
            "aggregate",
            "commitment id",
            Commitment.class,
            "each announcement with its revisions");
    public static final Topic<Posting> POSTINGS = compacted(
            "outlay.postings", "aggregate", "line|day", Posting.class, "the change that a line makes on a day");
    public static final Topic<PostingHistory> POSTINGS_HISTORY = compacted(
            "outlay.postings-history",
            "aggregate",
            "line|day|known day",
            PostingHistory.class,
            "each posting as last believed on a day");
    public static final Topic<RollingTotal> SPEND_BY_COMPANY = compacted(
            "outlay.spend-by-company",
            "aggregate",
            "company|measure|window",
            RollingTotal.class,
            "rolling totals by company");
    public static final Topic<RollingTotal> SPEND_BY_COUNTRY = compacted(
            "outlay.spend-by-country",
            "aggregate",
            "country|basis|measure|window",
            RollingTotal.class,
            "rolling totals by country");
    public static final Topic<byte[]> DEAD_LETTERS = new Topic<>(
            "outlay.dead-letters",
            "every service",
            "as the bad record",
            byte[].class,
            PartitionedBy.KEY,
            FEW_PARTITIONS,
            false,
            Duration.ofDays(30),
            "bad records, with their cause in headers");

    private static final List<Topic<?>> ALL = List.of(
            RAW_ARTICLES,
            ARTICLES,
            ENRICHED_ARTICLES,
            CLAIMS,
            CORRECTIONS,
            FX_RATES,
            SOURCES,
            COMMITMENTS,
            POSTINGS,
            POSTINGS_HISTORY,
            SPEND_BY_COMPANY,
            SPEND_BY_COUNTRY,
            DEAD_LETTERS);

    private Topics() {}

    /** In the order of the road. */
    public static List<Topic<?>> all() {
        return ALL;
    }

    private static <V> Topic<V> compacted(String name, String owner, String key, Class<V> value, String purpose) {
        @Nullable Duration forEver = null;
        return new Topic<>(name, owner, key, value, PartitionedBy.KEY, PARTITIONS, true, forEver, purpose);
    }
}
