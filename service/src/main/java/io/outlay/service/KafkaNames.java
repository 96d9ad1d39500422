package io.outlay.service;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The names of Kafka's client settings, to catch a mistyped one: {@code secruity.protocol} would mean no security at all. */
final class KafkaNames {
    /** Which client a setting is for, as Kafka Streams spells it. */
    private static final Pattern CLIENT =
            Pattern.compile("^((main\\.|restore\\.|global\\.)?consumer|producer|admin)\\.");

    /** A name further away than this is somebody's own: login modules and the like have settings that no client knows. */
    private static final int SLIP_OF_THE_HAND = 2;

    private static final Set<String> KNOWN = known();

    private KafkaNames() {}

    /** The setting that a name most likely stands for, when no client knows it as it is. */
    static Optional<String> meant(String name) {
        String plain = CLIENT.matcher(name).replaceFirst("");
        String prefix = name.substring(0, name.length() - plain.length());
        if (KNOWN.contains(plain) || plain.startsWith("topic.")) {
            return Optional.empty();
        }
        return DidYouMean.nearest(plain, KNOWN)
                .filter(known -> DidYouMean.distance(plain, known) <= SLIP_OF_THE_HAND)
                .map(known -> prefix + known);
    }

    private static Set<String> known() {
        Set<String> names = new TreeSet<>(StreamsConfig.configDef().names());
        names.addAll(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        return names;
    }
}
