package io.outlay.aggregate;

import io.outlay.aggregate.PayerResolver.Changes;
import io.outlay.aggregate.PublishedRows.ChangedCommitment;
import io.outlay.aggregate.PublishedRows.ChangedPosting;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.rolling.AsOf;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import io.outlay.service.LogFields;
import io.outlay.service.Metrics;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step 2: resolves a payer that was called for, and writes what changed of its commitments and postings. */
final class ResolvePayer implements Processor<String, String, String, @Nullable Object> {
    static final Store[] STORES = {
        Store.CORRECTIONS, Store.RATES, Store.FIGURES, Store.EVIDENCE, Store.ARTICLES, Store.PUBLISHED
    };
    static final String COMMITMENTS = "write-commitments";
    static final String POSTINGS = "write-postings";
    static final String HISTORY = "write-postings-history";
    static final String CHANGES = "changes-of-totals";

    private static final Logger log = LoggerFactory.getLogger(ResolvePayer.class);

    private final InstantSource clock;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable Object> context;

    @SuppressWarnings("NullAway.Init")
    private PublishedRows published;

    @SuppressWarnings("NullAway.Init")
    private PayerResolver resolver;

    ResolvePayer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Object> context) {
        this.context = context;
        this.published = new PublishedRows(Store.PUBLISHED.rows(context));
        JsonRows<FxRate> given = new JsonRows<>(Store.RATES.rows(context), FxRate.class);
        this.resolver = new PayerResolver(
                PayerRows.of(context),
                new DirtyPayers(Store.PUBLISHED.rows(context)),
                published,
                new CorrectionRows(Store.CORRECTIONS.rows(context)),
                new RateTable((currency, day) -> given.get(currency + "|" + day)));
    }

    @Override
    public void process(Record<String, String> record) {
        try (LogFields fields = LogFields.of("payer", record.key())) {
            resolve(record);
        }
    }

    private void resolve(Record<String, String> record) {
        Changes changes = resolver.resolve(record.key());
        for (ChangedCommitment changed : changes.commitments()) {
            if (changed.visible()) {
                tell(changed);
                forward(record, changed.id(), changed.now(), COMMITMENTS);
            }
        }
        if (!changes.postings().isEmpty()) {
            writePostings(record, changes.postings());
        }
    }

    /** Counted by what it has become; which one it is stands in the log. */
    private static void tell(ChangedCommitment changed) {
        Commitment now = changed.now();
        String measure = now == null ? "NONE" : now.measure().name();
        String state = now == null ? "GONE" : now.state().name();
        Metrics.counter(
                        "outlay.commitments.written",
                        "commitments that changed, by what they have become",
                        "measure",
                        measure,
                        "state",
                        state)
                .increment();
        try (LogFields fields = LogFields.of("commitment", changed.id())) {
            log.debug("{} {}", measure, state);
        }
    }

    private void writePostings(Record<String, String> record, List<ChangedPosting> changed) {
        LocalDate knownOn = published.knownOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (ChangedPosting posting : changed) {
            Posting now = posting.now();
            forward(record, posting.either().key(), now, POSTINGS);
            Posting believed = now == null ? AsOf.gone(posting.either()) : now;
            PostingHistory history = new PostingHistory(believed, knownOn);
            forward(record, history.key(), history, HISTORY);
        }
        for (SeriesChange series : PublishedRows.bySeries(changed)) {
            forward(record, series.series().key(), series, CHANGES);
        }
    }

    private void forward(Record<String, String> cause, String key, @Nullable Object value, String child) {
        context.forward(new Record<>(key, value, cause.timestamp(), cause.headers()), child);
    }
}
