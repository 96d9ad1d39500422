package io.outlay.aggregate;

import io.outlay.contracts.Correction;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps a correction, and tells which corrections a changed one bears on: itself, as it was and is, and those that it revokes. */
final class TakeCorrection implements Processor<String, @Nullable Correction, String, List<Correction>> {
    static final Store[] STORES = {Store.CORRECTIONS};

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, List<Correction>> context;

    @SuppressWarnings("NullAway.Init")
    private CorrectionRows corrections;

    @Override
    public void init(ProcessorContext<String, List<Correction>> context) {
        this.context = context;
        this.corrections = new CorrectionRows(Store.CORRECTIONS.rows(context));
    }

    @Override
    public void process(Record<String, @Nullable Correction> record) {
        Correction before = corrections.get(record.key());
        if (corrections.put(record.key(), record.value())) {
            List<Correction> concerned = corrections.concerned(before, record.value());
            context.forward(new Record<>(record.key(), concerned, record.timestamp(), record.headers()));
        }
    }
}
