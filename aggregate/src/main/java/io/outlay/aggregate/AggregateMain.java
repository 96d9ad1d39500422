package io.outlay.aggregate;

import io.outlay.contracts.Topics;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import io.outlay.service.Settings;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** The service {@code aggregate}. */
public final class AggregateMain {
    public static final Service SERVICE = service(InstantSource.system());

    private AggregateMain() {}

    public static void main(String[] args) {
        ServiceRunner.main(SERVICE, args);
    }

    /** The service on another clock: a demo stands on the day of its last article. */
    public static Service service(InstantSource clock) {
        return new Service(
                AggregateTopology.SERVICE,
                List.of(),
                List.of(
                        Topics.CLAIMS,
                        Topics.CORRECTIONS,
                        Topics.FX_RATES,
                        Topics.COMMITMENTS,
                        Topics.POSTINGS,
                        Topics.POSTINGS_HISTORY,
                        Topics.SPEND_BY_COMPANY,
                        Topics.SPEND_BY_COUNTRY,
                        Topics.DEAD_LETTERS),
                settings -> topology(settings, clock),
                null);
    }

    /** Counted rows and running sums are wrong for ever after one record is taken in twice, so nothing less than exactly-once will do. */
    private static Topology topology(Settings settings, InstantSource clock) {
        String guarantee = settings.kafka().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
        if (guarantee != null && !guarantee.equals(StreamsConfig.EXACTLY_ONCE_V2)) {
            throw new IllegalArgumentException("aggregate runs with " + StreamsConfig.PROCESSING_GUARANTEE_CONFIG + "="
                    + StreamsConfig.EXACTLY_ONCE_V2 + " only, not '" + guarantee + "': remove the setting");
        }
        return AggregateTopology.of(clock);
    }
}
