package io.outlay.dashboard.live;

import java.util.List;

/**
 * How the page's sources are.
 *
 * @param state what a reader should know first
 * @param recordsToGo how many records this replica has still to read
 * @param unreadable how many records could not be read, and were left out
 * @param services the services that write what is read here, as far as Kafka tells
 */
public record Health(State state, long recordsToGo, long unreadable, List<ServiceLook> services) {
    /** From worst to best. */
    public enum State {
        /** Kafka does not answer: what is shown is what was last known. */
        GONE,
        /** What was there before is still being read: totals are not whole yet. */
        RESTORING,
        /** A service does not run, or has more to read than it can keep up with: what is shown is true, but not the newest. */
        BEHIND,
        LIVE
    }

    /**
     * @param members how many instances run
     * @param lag how many records it has still to read
     */
    public record ServiceLook(String name, int members, long lag) {}

    public static Health starting() {
        return new Health(State.RESTORING, 0, 0, List.of());
    }
}
