package io.outlay.aggregate;

import io.outlay.aggregate.StatedClaims.Sent;
import io.outlay.aggregate.ledger.EffectiveClaimSet;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.Correction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Step 1, the other way in: a changed correction is applied to the claims that are there already, {@link #STEP} claim sets at once and
 * at the wall clock's next tick, so that a payer with many articles holds up nobody. How far it has come is kept in a row.
 */
final class CorrectClaims implements Processor<String, List<Correction>, String, @Nullable EffectiveClaimSet> {
    static final Store[] STORES = {Store.CLAIMS, Store.CORRECTIONS};
    static final int STEP = 200;
    static final Duration TICK = Duration.ofMillis(50);

    /** {@code sweep|payer} → the key of {@link Store#CLAIMS} to go on with. */
    private static final String SWEEP = "sweep|";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable EffectiveClaimSet> context;

    @SuppressWarnings("NullAway.Init")
    private StatedClaims claims;

    @SuppressWarnings("NullAway.Init")
    private CorrectionRows corrections;

    @SuppressWarnings("NullAway.Init")
    private Rows sweeps;

    @Override
    public void init(ProcessorContext<String, @Nullable EffectiveClaimSet> context) {
        this.context = context;
        this.claims = new StatedClaims(Store.CLAIMS.rows(context));
        this.corrections = new CorrectionRows(Store.CORRECTIONS.rows(context));
        this.sweeps = Store.CORRECTIONS.rows(context, SWEEP);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::goOn);
    }

    @Override
    public void process(Record<String, List<Correction>> record) {
        for (Correction correction : record.value()) {
            if (correction.payer() != null) {
                step(correction.payer(), correction.payer() + "|", record.timestamp());
            }
        }
    }

    private void goOn(long now) {
        for (Rows.Row sweep : sweeps.scan("", Rows.END, 1)) {
            step(sweep.key(), sweep.value(), now);
        }
    }

    private void step(String payer, String from, long timestamp) {
        List<Sent> changed = new ArrayList<>();
        String next = claims.correct(payer, from, STEP, corrections.active(), changed);
        if (next != null) {
            sweeps.put(payer, next);
        } else {
            sweeps.delete(payer);
        }
        for (Sent sent : changed) {
            context.forward(new Record<>(sent.key(), sent.now(), timestamp));
        }
    }
}
