package io.outlay.service;

/** Where a running service is in its life. */
public enum ServiceState {
    /** Connecting, joining its group, or moving partitions about. */
    STARTING,
    /** Reading its state stores back from Kafka. */
    RESTORING,
    RUNNING,
    STOPPING,
    STOPPED,
    /** Ended by a fault that it cannot mend; the cause is with {@link RunningService#failure}. */
    FAILED;

    public boolean ended() {
        return this == STOPPED || this == FAILED;
    }
}
