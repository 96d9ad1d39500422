package io.outlay.local.bench;

import java.util.List;

/** All benches: the one place to add one. */
public final class Benches {
    private static final List<Bench> ALL = List.of(
            new TagBench(),
            new HostileBench(),
            new EnrichBench(),
            new TotalsBench(),
            new IngestBench(),
            new LedgerBench(),
            new RoadBench());

    private Benches() {}

    public static List<Bench> all() {
        return ALL;
    }
}
