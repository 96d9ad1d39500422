package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EffectiveClaimSet;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Step 2: turns an article's claims into rows, in the place of the rows that it had, and calls for the payer to be resolved. */
final class CollectFigures implements Processor<String, @Nullable EffectiveClaimSet, String, String> {
    static final Store[] STORES = {Store.FIGURES, Store.EVIDENCE, Store.ARTICLES, Store.PUBLISHED};

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, String> context;

    @SuppressWarnings("NullAway.Init")
    private PayerRows payers;

    @SuppressWarnings("NullAway.Init")
    private DirtyPayers dirty;

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.payers = PayerRows.of(context);
        this.dirty = new DirtyPayers(Store.PUBLISHED.rows(context));
    }

    @Override
    public void process(Record<String, @Nullable EffectiveClaimSet> record) {
        Set<String> touched = payers.take(record.key(), record.value());
        String payer = record.key().substring(0, record.key().indexOf('|'));
        if (dirty.mark(payer, touched)) {
            context.forward(new Record<>(payer, payer, record.timestamp(), record.headers()));
        }
    }
}
