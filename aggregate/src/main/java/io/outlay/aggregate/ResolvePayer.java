package io.outlay.aggregate;

import io.outlay.aggregate.PublishedRows.ChangedCommitment;
import io.outlay.aggregate.PublishedRows.ChangedPosting;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.Ledger;
import io.outlay.aggregate.ledger.Rates;
import io.outlay.aggregate.ledger.Resolution;
import io.outlay.aggregate.ledger.SightingRow;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Step 2: resolves a payer that was called for, and writes what changed of its commitments and postings. */
final class ResolvePayer implements Processor<String, String, String, @Nullable Object> {
    static final Store[] STORES = {
        Store.CORRECTIONS, Store.RATES, Store.FIGURES, Store.EVIDENCE, Store.ARTICLES, Store.PUBLISHED
    };
    static final String COMMITMENTS = "write-commitments";
    static final String POSTINGS = "write-postings";
    static final String HISTORY = "write-postings-history";
    static final String CHANGES = "changes-of-totals";

    private final InstantSource clock;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable Object> context;

    @SuppressWarnings("NullAway.Init")
    private CorrectionRows corrections;

    @SuppressWarnings("NullAway.Init")
    private Rates rates;

    @SuppressWarnings("NullAway.Init")
    private PayerRows payers;

    @SuppressWarnings("NullAway.Init")
    private DirtyPayers dirty;

    @SuppressWarnings("NullAway.Init")
    private PublishedRows published;

    ResolvePayer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Object> context) {
        this.context = context;
        this.corrections = new CorrectionRows(Store.CORRECTIONS.rows(context));
        this.payers = PayerRows.of(context);
        this.dirty = new DirtyPayers(Store.PUBLISHED.rows(context));
        this.published = new PublishedRows(Store.PUBLISHED.rows(context));
        JsonRows<FxRate> given = new JsonRows<>(Store.RATES.rows(context), FxRate.class);
        this.rates = new RateTable((currency, day) -> given.get(currency + "|" + day));
    }

    @Override
    public void process(Record<String, String> record) {
        String payer = record.key();
        if (!dirty.take(payer)) {
            return;
        }
        Set<String> touched = dirty.takeTouched(payer);
        EvidenceBook book = payers.evidence(payer);
        Resolution resolution = resolve(payer, book);
        for (ChangedCommitment changed : published.commitments(payer, resolution, touched, book)) {
            forward(record, changed.id(), changed.now(), COMMITMENTS);
        }
        List<ChangedPosting> changed = published.postings(payer, resolution);
        if (!changed.isEmpty()) {
            writePostings(record, changed);
        }
    }

    private Resolution resolve(String payer, EvidenceBook book) {
        List<SightingRow> sightings = payers.sightings(payer);
        return sightings.isEmpty()
                ? new Resolution(List.of(), List.of())
                : Ledger.resolve(payers.facts(payer), sightings, corrections.active(), rates, book);
    }

    private void writePostings(Record<String, String> record, List<ChangedPosting> changed) {
        LocalDate knownOn = published.knownOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (ChangedPosting posting : changed) {
            Posting now = posting.now();
            forward(record, posting.either().key(), now, POSTINGS);
            Posting believed = now == null ? PublishedRows.ofNothing(posting.either()) : now;
            PostingHistory history = new PostingHistory(believed, knownOn);
            forward(record, history.key(), history, HISTORY);
        }
        for (SeriesChange series : PublishedRows.bySeries(changed)) {
            forward(record, series.series().key(), series, CHANGES);
        }
    }

    private void forward(Record<String, String> cause, String key, @Nullable Object value, String child) {
        context.forward(new Record<>(key, value, cause.timestamp()), child);
    }
}
