package io.outlay.service;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/**
 * Remembers which internal topics the local state was made from, by their ids.
 *
 * <p>A service that was reset has new changelogs under the old names. Local state from before, on a volume that nobody wiped, has
 * offsets that mean nothing in them, and Kafka Streams notices that only while the new changelog is shorter than the old one was.
 */
final class StateOrigin {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final String prefix;

    /** @param stateDir the folder of the setting {@code state.dir} */
    StateOrigin(Path stateDir, String service) {
        String applicationId = StreamsSettings.applicationId(service);
        this.file = stateDir.resolve(applicationId + ".topics");
        this.prefix = applicationId + "-";
    }

    /** Whether the local state was made from topics that are no longer there. */
    boolean isGone(Admin admin) {
        Properties before = read();
        Map<String, String> now = topics(admin);
        return before.stringPropertyNames().stream()
                .anyMatch(topic -> !before.getProperty(topic).equals(now.get(topic)));
    }

    /** Notes the topics as they are. */
    void note(Admin admin) {
        Properties note = new Properties();
        note.putAll(topics(admin));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(whole)) {
                note.store(out, "the internal topics that the state beside this file was made from");
            }
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Properties read() {
        Properties note = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                note.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return note;
    }

    private Map<String, String> topics(Admin admin) {
        try {
            Map<String, String> ids = new TreeMap<>();
            var options = new ListTopicsOptions().timeoutMs((int) PATIENCE.toMillis());
            admin.listTopics(options).listings().get().stream()
                    .filter(topic -> topic.name().startsWith(prefix))
                    .forEach(topic -> ids.put(topic.name(), topic.topicId().toString()));
            return ids;
        } catch (ExecutionException e) {
            throw new TopicException("the broker does not list its topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted while the broker lists its topics", e);
        }
    }
}
