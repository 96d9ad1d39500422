package io.outlay.aggregate;

import io.outlay.aggregate.StatedClaims.Sent;
import io.outlay.aggregate.ledger.EffectiveClaimSet;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.Correction;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Step 1, the other way in: a changed correction is applied to the claims that are there already, {@link #STEP} claim sets at once and
 * at each further tick of the wall clock, so that a payer with many articles holds up nobody. How far it has come is kept in a row.
 */
final class CorrectClaims implements Processor<String, List<Correction>, String, @Nullable EffectiveClaimSet> {
    static final Store[] STORES = {Store.CLAIMS, Store.CORRECTIONS};
    static final int STEP = 200;

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

    @SuppressWarnings("NullAway.Init")
    private PacedWork pace;

    @Override
    public void init(ProcessorContext<String, @Nullable EffectiveClaimSet> context) {
        this.context = context;
        this.claims = new StatedClaims(Store.CLAIMS.rows(context));
        this.corrections = new CorrectionRows(Store.CORRECTIONS.rows(context));
        this.sweeps = Store.CORRECTIONS.rows(context, SWEEP);
        this.pace = new PacedWork(context, this::goOn);
    }

    @Override
    public void process(Record<String, List<Correction>> record) {
        for (Correction correction : record.value()) {
            if (correction.payer() != null) {
                step(correction.payer(), correction.payer() + "|", record.timestamp());
            }
        }
    }

    private boolean goOn(long nowMs) {
        Rows.Row sweep = sweeps.first("", Rows.END);
        if (sweep != null) {
            step(sweep.key(), sweep.value(), nowMs);
        }
        return sweeps.first("", Rows.END) != null;
    }

    private void step(String payer, String from, long timestamp) {
        List<Sent> changed = new ArrayList<>();
        String next = claims.correct(payer, from, STEP, corrections.active(), changed);
        if (next != null) {
            sweeps.put(payer, next);
            pace.wake();
        } else {
            sweeps.delete(payer);
        }
        for (Sent sent : changed) {
            context.forward(new Record<>(sent.key(), sent.now(), timestamp));
        }
    }
}
