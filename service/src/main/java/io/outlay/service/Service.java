package io.outlay.service;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * What a service is: a name, settings of its own, a topology made from them, and, where it needs one, a companion that runs
 * beside the topology. A service that only reads topics has no topology: its companion is {@link Work}. {@link ServiceRunner}
 * runs it.
 *
 * @param name one word; application id, dead letters and logs carry it
 * @param ownSettings beyond {@link ServiceSettings}
 * @param topics those that must be there before it starts
 * @param topology null when all that it does is {@link Work}
 * @param companion started when the topology has been started, closed before it is closed
 */
public record Service(
        String name,
        List<Setting<?>> ownSettings,
        List<Topic<?>> topics,
        @Nullable Function<Settings, Topology> topology,
        @Nullable Companion companion) {

    /** Work beside the topology: sources that are polled, a server that takes pushes. */
    @FunctionalInterface
    public interface Companion {
        /** Starts and returns; closing the result stops. Records go out by {@link ServiceContext#producer}. */
        AutoCloseable start(ServiceContext context) throws Exception;
    }

    /** The whole work of a service that has no topology. */
    @FunctionalInterface
    public interface Work extends Companion {
        @Override
        Worker start(ServiceContext context) throws Exception;
    }

    /** {@link Work} under way. */
    public interface Worker extends AutoCloseable {
        /** Whether it does its work; not while it still reads what was there before. */
        boolean ready();

        /** How many records it has still to read before it is ready. */
        long recordsToGo();

        /** Completed with the reason when it ends of a fault that only a new start mends; else never. */
        CompletionStage<Throwable> failure();
    }

    public Service {
        if (topology == null && !(companion instanceof Work)) {
            throw new IllegalArgumentException("the service " + name + " has neither a topology nor work");
        }
        ownSettings = List.copyOf(ownSettings);
        topics = List.copyOf(topics);
    }

    /** A service on all topics of the catalogue. */
    public static Service of(String name, List<Setting<?>> ownSettings, Function<Settings, Topology> topology) {
        return new Service(name, ownSettings, Topics.all(), topology, null);
    }

    /** A service without a topology. */
    public static Service ofWork(String name, List<Setting<?>> ownSettings, List<Topic<?>> topics, Work work) {
        return new Service(name, ownSettings, topics, null, work);
    }

    public Service with(Companion beside) {
        return new Service(name, ownSettings, topics, topology, beside);
    }

    /** All settings that the service reads: the common ones, then its own. */
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(ServiceSettings.all());
        all.addAll(ownSettings);
        return List.copyOf(all);
    }
}
