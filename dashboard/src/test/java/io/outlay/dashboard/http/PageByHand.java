package io.outlay.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.dashboard.api.Sources;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.view.LedgerView;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Serves the page by hand over the lines of {@code outlay ledger}, or over as many made-up commitments as wanted:
 * {@code PageByHand ledger.ndjson 18080 2026-04-29} or {@code PageByHand 50000 18080 2026-04-29}.
 */
final class PageByHand {
    private PageByHand() {}

    public static void main(String[] arguments) throws Exception {
        LocalDate today = LocalDate.parse(arguments[2]);
        LedgerView view = new LedgerView();
        Journal journal = new Journal(12);
        if (arguments[0].matches("\\d+")) {
            ManyCommitments.fill(view, Integer.parseInt(arguments[0]), today);
        } else {
            fill(view, Path.of(arguments[0]));
        }
        var sources = new Sources(
                view,
                journal,
                () -> new Health(Health.State.LIVE, 0, 0, List.of()),
                InstantSource.fixed(today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        PageServer.start(address, Optional.empty(), sources, CompletableFuture::completedFuture, () -> true);
        System.out.println(view.size() + " at http://localhost:" + address.getPort());
        Thread.currentThread().join();
    }

    private static void fill(LedgerView view, Path ledger) throws Exception {
        try (Stream<String> lines = Files.lines(ledger)) {
            lines.forEach(line -> {
                byte[] json = line.getBytes(StandardCharsets.UTF_8);
                switch (Json.read(json, JsonNode.class).path("type").asText()) {
                    case Commitment.TYPE -> {
                        Commitment commitment = Json.read(json, Commitment.class);
                        view.putCommitment(commitment.key(), commitment);
                    }
                    case Posting.TYPE -> {
                        Posting posting = Json.read(json, Posting.class);
                        view.putPosting(posting.key(), posting);
                    }
                    default -> {
                        RollingTotal total = Json.read(json, RollingTotal.class);
                        if (total.basis() == null) {
                            view.putCompanyTotal(total.key(), total);
                        } else {
                            view.putCountryTotal(total.key(), total);
                        }
                    }
                }
            });
        }
    }
}
