package io.outlay.aggregate;

import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.contracts.Topics;
import io.outlay.service.StreamsSettings;
import java.time.InstantSource;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;

/** The last step of {@link AggregateTopology} alone, changes of series → rolling totals: for who measures it beside other ways. */
public final class TotalsTopology {
    private TotalsTopology() {}

    /**
     * @param clock says which day it is (UTC)
     * @param changes the topic with the changes, partitioned by entity
     */
    public static Topology of(InstantSource clock, String changes, Serde<SeriesChange> values) {
        var builder = new StreamsBuilder(StreamsSettings.topologyConfig(AggregateTopology.SERVICE));
        builder.addStateStore(Store.TOTALS.builder());
        builder.stream(changes, Consumed.with(Serdes.String(), values).withName("read-changes"))
                .process(() -> new RollTotals(clock), Named.as("roll-totals"), Store.labels(RollTotals.STORES));
        Topology topology = builder.build();
        AggregateTopology.write(topology, RollTotals.BY_COMPANY, Topics.SPEND_BY_COMPANY, "roll-totals");
        AggregateTopology.write(topology, RollTotals.BY_COUNTRY, Topics.SPEND_BY_COUNTRY, "roll-totals");
        return topology;
    }
}
