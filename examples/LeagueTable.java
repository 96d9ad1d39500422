import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The ten greatest announcers of all time, printed anew whenever a total changes: {@code java -cp 'LIB/*' LeagueTable.java HOST:PORT}. */
class LeagueTable {
    public static void main(String[] args) {
        var settings = new java.util.Properties();
        settings.put("bootstrap.servers", args[0]);
        settings.put("isolation.level", "read_committed"); // all else may still be taken back
        var topic = Topics.SPEND_BY_COMPANY;
        var totals = new TreeMap<String, RollingTotal>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic.name()).stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList());
            consumer.seekToBeginning(List.of());
            while (true) {
                var batch = consumer.poll(Duration.ofSeconds(1));
                for (var total : batch) {
                    if (!total.key().endsWith("|ANNOUNCED|all")) continue;
                    if (total.value() == null) totals.remove(total.key());
                    else totals.put(total.key(), topic.valueSerde().read(total.value()));
                }
                if (!batch.isEmpty()) {
                    System.out.println("--- announced, in billions of US dollars");
                    totals.values().stream().sorted(Comparator.comparing(RollingTotal::headlineUsd).reversed()).limit(10)
                            .forEach(t -> System.out.printf("%-30s %10.2f%n", t.name(), t.headlineUsd() / 1e9));
                }
            }
        }
    }
}
