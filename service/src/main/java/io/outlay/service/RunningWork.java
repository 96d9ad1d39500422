package io.outlay.service;

import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** A running service that has no topology. Made by {@link ServiceRunner#start}. */
final class RunningWork extends Running {
    private final Service.Work work;

    /** Null until the topics are there. */
    private volatile Service.@Nullable Worker worker;

    RunningWork(Service service, Service.Work work, Settings settings) {
        super(service, settings);
        this.work = work;
    }

    @Override
    void startWork() throws Exception {
        Service.Worker started = work.start(context());
        worker = started;
        closing.add("work", started);
        started.failure().thenAccept(why -> {
            fails(why);
            ends();
        });
    }

    @Override
    ServiceState stateOfWork() {
        Service.Worker working = worker;
        if (working == null) {
            return ServiceState.STARTING;
        }
        return working.ready() ? ServiceState.RUNNING : ServiceState.RESTORING;
    }

    @Override
    long recordsToGo() {
        Service.Worker working = worker;
        return working == null ? 0 : working.recordsToGo();
    }

    @Override
    public KafkaStreams streams() {
        throw new IllegalStateException(name() + " has no topology");
    }
}
