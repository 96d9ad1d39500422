package io.outlay.aggregate;

import io.micrometer.core.instrument.Timer;
import io.outlay.aggregate.rolling.RunningTotals;
import io.outlay.aggregate.rolling.RunningTotals.Published;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.contracts.Countries;
import io.outlay.contracts.RollingTotal;
import io.outlay.service.Metrics;
import io.outlay.service.Trail;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the rolling totals of its entities, and rolls them on when a day begins, a bounded step at each tick of the wall clock. */
final class RollTotals implements Processor<String, SeriesChange, String, @Nullable RollingTotal> {
    static final Store[] STORES = {Store.TOTALS};
    static final String BY_COMPANY = "write-spend-by-company";
    static final String BY_COUNTRY = "write-spend-by-country";
    /** How many totals one tick rolls: some ten milliseconds. */
    static final int STEP = 1_000;

    private static final Headers NONE = new RecordHeaders();

    private final InstantSource clock;
    private final Timer way = Metrics.timer(
            "outlay.way",
            "from an article's coming onto the road to the totals that it changes; what was read again after a day does not count");

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable RollingTotal> context;

    @SuppressWarnings("NullAway.Init")
    private RunningTotals totals;

    RollTotals(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable RollingTotal> context) {
        this.context = context;
        this.totals = new RunningTotals(
                RunningTotals.Stores.of(kind -> Store.TOTALS.rows(context, kind)), Countries.standard()::nameOf);
        new PacedWork(context, this::roll);
    }

    @Override
    public void process(Record<String, SeriesChange> record) {
        List<Published> changed = totals.post(record.value(), today());
        changed.forEach(total -> write(total, record.timestamp(), record.headers()));
        if (!changed.isEmpty()) {
            Trail.arrived(record.headers(), way, context.currentSystemTimeMs());
        }
    }

    private boolean roll(long nowMs) {
        RunningTotals.Rolled rolled = totals.roll(today(), STEP);
        rolled.published().forEach(total -> write(total, nowMs, NONE));
        return rolled.more();
    }

    private void write(Published total, long timestamp, Headers headers) {
        String child =
                switch (total.series().dimension()) {
                    case COMPANY -> BY_COMPANY;
                    case COUNTRY -> BY_COUNTRY;
                };
        context.forward(new Record<>(total.key(), total.now(), timestamp, headers), child);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
