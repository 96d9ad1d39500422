package io.outlay.aggregate;

import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Json;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps a rate, and calls for the payers of this partition with an amount in its currency. Each call is a step of its own. */
final class TakeRate implements Processor<String, @Nullable FxRate, String, String> {
    static final Store[] STORES = {Store.RATES, Store.FIGURES, Store.EVIDENCE, Store.ARTICLES, Store.PUBLISHED};

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, String> context;

    @SuppressWarnings("NullAway.Init")
    private Rows rates;

    @SuppressWarnings("NullAway.Init")
    private PayerRows payers;

    @SuppressWarnings("NullAway.Init")
    private DirtyPayers dirty;

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.rates = Store.RATES.rows(context);
        this.payers = PayerRows.of(context);
        this.dirty = new DirtyPayers(Store.PUBLISHED.rows(context));
    }

    @Override
    public void process(Record<String, @Nullable FxRate> record) {
        FxRate rate = record.value();
        String now = rate == null ? null : Json.string(rate);
        if (Objects.equals(rates.get(record.key()), now)) {
            return;
        }
        if (now == null) {
            rates.delete(record.key());
        } else {
            rates.put(record.key(), now);
        }
        String currency = record.key().substring(0, Math.max(0, record.key().indexOf('|')));
        for (String payer : payers.payersOfCurrency(currency)) {
            if (dirty.mark(payer, Set.of(DirtyPayers.ALL))) {
                context.forward(new Record<>(payer, payer, record.timestamp(), record.headers()));
            }
        }
    }
}
