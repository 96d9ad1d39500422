package io.outlay.dashboard.api;

import io.outlay.contracts.Countries;
import io.outlay.contracts.Country;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.view.LedgerView;
import io.outlay.service.DidYouMean;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the page is, and what its answers and the topics look like. */
final class ContractQuestions {
    private static final String PREFIX = "outlay.";

    private final Sources sources;
    private final String corrections;
    private final Answer openApi;
    private final Answer countries;

    ContractQuestions(Sources sources, String corrections) {
        this.sources = sources;
        this.corrections = corrections;
        this.openApi = Answer.text(Answer.JSON, OpenApi.document());
        Map<String, String> names = new LinkedHashMap<>();
        for (Country country : Countries.standard().all()) {
            names.put(country.code(), country.name());
        }
        this.countries = Answer.json(names);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("/api/status", List.of(), (params, part) -> status()),
                new Endpoint("/api/countries", List.of(), (params, part) -> countries),
                new Endpoint("/openapi.json", List.of(), (params, part) -> openApi),
                new Endpoint("/schemas/{id}", List.of(), (params, part) -> schema(part)));
    }

    /**
     * What {@code /api/status} answers.
     *
     * @param today the day that counts as today, in UTC
     * @param firstDay of all postings; null when there are none
     * @param position where {@code /api/events} goes on from here
     * @param corrections who may write them: {@code token}, {@code open} or {@code closed}
     */
    record StatusAnswer(
            Health health,
            LocalDate today,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            int commitments,
            int postings,
            String position,
            String corrections) {}

    private Answer status() {
        Optional<LedgerView.DayRange> days = sources.view().days();
        LedgerView.Size size = sources.view().size();
        return Answer.json(new StatusAnswer(
                sources.health().get(),
                sources.today(),
                days.map(LedgerView.DayRange::first).orElse(null),
                days.map(LedgerView.DayRange::last).orElse(null),
                size.commitments(),
                size.postings(),
                sources.journal().end().toString(),
                corrections));
    }

    /** @param name of a topic, with {@code outlay.} before it or without */
    private static Answer schema(String name) {
        String full = name.startsWith(PREFIX) ? name : PREFIX + name;
        for (Topic<?> topic : Topics.all()) {
            Optional<String> schema = topic.name().equals(full) ? topic.schema() : Optional.empty();
            if (schema.isPresent()) {
                return Answer.text("application/schema+json", schema.get());
            }
        }
        List<String> known = Topics.all().stream()
                .filter(topic -> topic.schema().isPresent())
                .map(Topic::name)
                .toList();
        String nearest = DidYouMean.nearest(full, known).orElse("outlay.postings");
        return Answer.error(404, "there is no schema of that name", null, "/schemas/" + nearest);
    }
}
