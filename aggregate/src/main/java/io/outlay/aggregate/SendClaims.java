package io.outlay.aggregate;

import io.outlay.aggregate.StatedClaims.Sent;
import io.outlay.aggregate.ledger.EffectiveClaimSet;
import io.outlay.contracts.ClaimSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Step 1: sends an article's claims on by effective payer, corrections applied, and takes back what was sent before. */
final class SendClaims implements Processor<String, @Nullable ClaimSet, String, @Nullable EffectiveClaimSet> {
    static final Store[] STORES = {Store.CLAIMS, Store.CORRECTIONS};

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable EffectiveClaimSet> context;

    @SuppressWarnings("NullAway.Init")
    private StatedClaims claims;

    @SuppressWarnings("NullAway.Init")
    private CorrectionRows corrections;

    @Override
    public void init(ProcessorContext<String, @Nullable EffectiveClaimSet> context) {
        this.context = context;
        this.claims = new StatedClaims(Store.CLAIMS.rows(context));
        this.corrections = new CorrectionRows(Store.CORRECTIONS.rows(context));
    }

    @Override
    public void process(Record<String, @Nullable ClaimSet> record) {
        for (Sent sent : claims.take(record.key(), record.value(), corrections.active())) {
            context.forward(new Record<>(sent.key(), sent.now(), record.timestamp(), record.headers()));
        }
    }
}
