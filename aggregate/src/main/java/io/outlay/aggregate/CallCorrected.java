package io.outlay.aggregate;

import io.outlay.contracts.Correction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Calls for the payers of this partition whose commitments a changed correction may touch. */
final class CallCorrected implements Processor<String, List<Correction>, String, String> {
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
    public void process(Record<String, List<Correction>> record) {
        Set<String> touched = new TreeSet<>();
        for (Correction correction : record.value()) {
            if (correction.payer() != null) {
                touched.add(correction.payer());
            }
            figures(correction).forEach(figure -> touched.addAll(payers.payersOfFigure(figure)));
        }
        for (String payer : touched) {
            if (payers.knows(payer) && dirty.mark(payer, Set.of(DirtyPayers.ALL))) {
                context.forward(new Record<>(payer, payer, record.timestamp(), record.headers()));
            }
        }
    }

    /** A commitment has the ids of its figures. */
    private static Stream<String> figures(Correction correction) {
        Correction.Target target = correction.target();
        return Stream.of(
                        target == null ? null : target.figure(),
                        target == null ? null : target.commitment(),
                        correction.to())
                .filter(Objects::nonNull);
    }
}
