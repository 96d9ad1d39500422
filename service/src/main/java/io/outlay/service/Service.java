package io.outlay.service;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * What a service is: a name, settings of its own, a topology made from them, and, where it needs one, a companion that runs
 * beside the topology. {@link ServiceRunner} runs it.
 *
 * @param name one word; application id, dead letters and logs carry it
 * @param ownSettings beyond {@link ServiceSettings}
 * @param topics those that must be there before it starts
 * @param companion started when the topology has been started, closed before it is closed
 */
public record Service(
        String name,
        List<Setting<?>> ownSettings,
        List<Topic<?>> topics,
        Function<Settings, Topology> topology,
        @Nullable Companion companion) {

    /** Work beside the topology: sources that are polled, a server that takes pushes. */
    @FunctionalInterface
    public interface Companion {
        /** Starts and returns; closing the result stops. Records go out by {@link ServiceContext#producer}. */
        AutoCloseable start(ServiceContext context) throws Exception;
    }

    public Service {
        ownSettings = List.copyOf(ownSettings);
        topics = List.copyOf(topics);
    }

    /** A service on all topics of the catalogue. */
    public static Service of(String name, List<Setting<?>> ownSettings, Function<Settings, Topology> topology) {
        return new Service(name, ownSettings, Topics.all(), topology, null);
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
