package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.service.Service;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** What each service of the road is told. */
class RoadSettingsTest {
    private static final Setting<List<String>> FEEDS = Setting.list("feeds", "", "addresses");

    @Test
    void everyServiceHasTheSettingsOfKafkaClientsAndOnlyItsOwnOfTheOthers() {
        Map<String, String> more = Map.of("kafka.security.protocol", "SASL_SSL", "feeds", "https://news.example/feed");
        Settings polls = settings(Service.of("polls", List.of(FEEDS), settings -> new Topology()), more);
        Settings doesNot = settings(Service.of("does-not", List.of(), settings -> new Topology()), more);
        assertEquals(Map.of("security.protocol", "SASL_SSL"), polls.kafka());
        assertEquals(List.of("https://news.example/feed"), polls.get(FEEDS));
        assertEquals(Map.of("security.protocol", "SASL_SSL"), doesNot.kafka());
    }

    private static Settings settings(Service service, Map<String, String> more) {
        return Road.settings(service, "localhost:9092", Path.of("state"), more);
    }
}
