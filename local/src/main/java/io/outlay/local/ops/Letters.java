package io.outlay.local.ops;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.road.Services;
import io.outlay.local.road.TopicReader;
import io.outlay.service.DeadLetters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Lists dead letters, and sends the records behind them once more, when the cause is mended. */
public final class Letters {
    private final TopicReader topics;

    public Letters(TopicReader topics) {
        this.topics = topics;
    }

    /** What became of one letter. */
    public record Outcome(Letter letter, boolean sent, String why) {}

    /** Those in the topic, oldest first within a partition. */
    public List<Letter> list(Predicate<Letter> wanted) {
        List<Letter> letters = new ArrayList<>();
        topics.read(Topics.DEAD_LETTERS.name(), record -> {
            Letter letter = Letter.of(record);
            if (wanted.test(letter)) {
                letters.add(letter);
            }
        });
        return letters;
    }

    /**
     * Sends each record again to the partition where it stood, unless it has been overtaken: in a compacted topic by any newer record of
     * its key, elsewhere by one with the same value. So a second replay sends nothing.
     *
     * @param producer of bytes; flushed
     * @param send false: only say what would be done
     */
    public List<Outcome> replay(List<Letter> letters, Producer<byte[], byte[]> producer, boolean send) {
        Map<TopicPartition, Set<Letter>> bySource = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Letter letter : letters) {
            letter.source()
                    .ifPresentOrElse(
                            source -> bySource.computeIfAbsent(source, any -> new LinkedHashSet<>())
                                    .add(letter),
                            () -> outcomes.add(new Outcome(
                                    letter, false, "it never was in a topic: whoever sent it must send it again")));
        }
        Map<String, Topic<?>> catalogue =
                Services.topics().stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        bySource.forEach((source, ofSource) -> {
            Topic<?> topic = catalogue.get(source.topic());
            Later later = later(source, ofSource);
            for (Letter letter : ofSource) {
                outcomes.add(replay(letter, source, later, topic != null && topic.compacted(), producer, send));
            }
        });
        producer.flush();
        return outcomes;
    }

    /** What a partition holds of the letters' records: those themselves by offset, and the newest of each key. */
    private record Later(
            Map<Long, ConsumerRecord<byte[], byte[]>> originals,
            Map<ByteBuffer, List<ConsumerRecord<byte[], byte[]>>> byKey) {}

    private Later later(TopicPartition source, Set<Letter> letters) {
        Set<Long> offsets = letters.stream().map(Letter::offset).collect(Collectors.toSet());
        Set<ByteBuffer> keys = letters.stream().map(Letters::keyOf).collect(Collectors.toSet());
        long first = offsets.stream().mapToLong(Long::longValue).min().orElse(0);
        Later later = new Later(new HashMap<>(), new HashMap<>());
        topics.read(source, first, record -> {
            if (offsets.contains(record.offset())) {
                later.originals().put(record.offset(), record);
            }
            ByteBuffer key = wrapped(record.key());
            if (keys.contains(key)) {
                later.byKey().computeIfAbsent(key, any -> new ArrayList<>()).add(record);
            }
        });
        return later;
    }

    private static Outcome replay(
            Letter letter,
            TopicPartition source,
            Later later,
            boolean compacted,
            Producer<byte[], byte[]> producer,
            boolean send) {
        Optional<ConsumerRecord<byte[], byte[]>> overtaken =
                later.byKey().getOrDefault(keyOf(letter), List.of()).stream()
                        .filter(record -> record.offset() > letter.offset())
                        .filter(record ->
                                compacted || DeadLetters.sha256(record.value()).equals(letter.sha256()))
                        .findFirst();
        if (overtaken.isPresent()) {
            return new Outcome(
                    letter, false, "overtaken by offset " + overtaken.get().offset());
        }
        ConsumerRecord<byte[], byte[]> original = later.originals().get(letter.offset());
        byte[] value = letter.whole() ? letter.value() : original == null ? null : original.value();
        if (value == null || !DeadLetters.sha256(value).equals(letter.sha256())) {
            return new Outcome(
                    letter,
                    false,
                    letter.size() < 0
                            ? "the record was a tombstone"
                            : "the letter holds its beginning only, and the record is no longer in its topic");
        }
        if (!send) {
            return new Outcome(letter, true, "would be sent");
        }
        try {
            var record = new ProducerRecord<>(source.topic(), source.partition(), letter.key(), value);
            return new Outcome(
                    letter,
                    true,
                    "sent as offset " + producer.send(record).get().offset());
        } catch (ExecutionException | InterruptedException e) {
            throw OperationException.of(e);
        }
    }

    private static ByteBuffer keyOf(Letter letter) {
        return wrapped(letter.key());
    }

    private static ByteBuffer wrapped(byte @org.jspecify.annotations.Nullable [] bytes) {
        return ByteBuffer.wrap(bytes == null ? new byte[0] : bytes);
    }
}
