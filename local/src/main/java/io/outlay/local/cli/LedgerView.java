package io.outlay.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import io.outlay.ingest.Readers;
import io.outlay.local.road.TopicReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a command that asks looks at: the ledger as it stands in the topics, or as {@code outlay ledger} printed it.
 *
 * @param totals as they stand there, over all windows
 */
record LedgerView(LedgerFold ledger, List<RollingTotal> totals) {
    /** @param printed a file with what {@code outlay ledger} printed, {@code -} for standard input; null for the topics */
    static LedgerView of(@Nullable String printed, KafkaOption kafka) {
        if (printed != null) {
            return ofPrinted(printed);
        }
        return ofTopics(new TopicReader(kafka.client()));
    }

    static LedgerView ofTopics(TopicReader topics) {
        List<RollingTotal> totals =
                new ArrayList<>(topics.latest(Topics.SPEND_BY_COMPANY).values());
        totals.addAll(topics.latest(Topics.SPEND_BY_COUNTRY).values());
        return of(
                topics.latest(Topics.COMMITMENTS).values(),
                topics.latest(Topics.POSTINGS).values(),
                totals);
    }

    private static LedgerView of(
            Collection<Commitment> commitments, Collection<Posting> postings, List<RollingTotal> totals) {
        return new LedgerView(
                new LedgerFold(
                        commitments.stream()
                                .sorted(Comparator.comparing(Commitment::id))
                                .toList(),
                        postings.stream()
                                .sorted(Comparator.comparing(Posting::key))
                                .toList()),
                totals);
    }

    /**
     * The last day, today at the latest, for which the totals hold: what the ledger's own day was, as far as its totals tell.
     */
    LocalDate day() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return totals.stream()
                .map(RollingTotal::validThrough)
                .filter(Objects::nonNull)
                .filter(day -> day.isBefore(today))
                .min(LocalDate::compareTo)
                .orElse(today);
    }

    private static LedgerView ofPrinted(String source) {
        boolean standardInput = source.equals(Readers.STANDARD_INPUT);
        String name = standardInput ? "standard input" : source;
        List<Commitment> commitments = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        List<RollingTotal> totals = new ArrayList<>();
        int number = 0;
        try (InputStream in = standardInput ? System.in : Files.newInputStream(Path.of(source));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                byte[] json = line.getBytes(StandardCharsets.UTF_8);
                switch (Json.read(json, JsonNode.class).path("type").asText()) {
                    case Commitment.TYPE -> commitments.add(Json.read(json, Commitment.class));
                    case Posting.TYPE -> postings.add(Json.read(json, Posting.class));
                    case RollingTotal.TYPE -> totals.add(Json.read(json, RollingTotal.class));
                    default ->
                        throw new CommandFailedException(name + ":" + number
                                + ": this is no line of 'outlay ledger'; make them with 'outlay ledger SOURCE'");
                }
            }
        } catch (IOException e) {
            throw SourceReading.unreadable(source, e);
        } catch (BadJsonException e) {
            throw new CommandFailedException(
                    name + ":" + number + ": " + e.getMessage() + "; lines are made with 'outlay ledger SOURCE'", e);
        }
        return of(commitments, postings, totals);
    }
}
