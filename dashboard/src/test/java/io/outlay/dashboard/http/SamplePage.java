package io.outlay.dashboard.http;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.dashboard.api.CorrectionDesk;
import io.outlay.dashboard.api.Sources;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.view.CommitmentRow;
import io.outlay.dashboard.view.LedgerView;
import io.outlay.dashboard.view.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A served page over made-up data, without Kafka. */
final class SamplePage implements AutoCloseable {
    final LedgerView view = new LedgerView();
    final Journal journal = new Journal(3);
    final List<Correction> written = new CopyOnWriteArrayList<>();
    final HttpClient client = HttpClient.newHttpClient();
    final PageServer server;
    volatile boolean kafkaIsThere = true;
    volatile Health health = new Health(Health.State.LIVE, 0, 0, List.of());
    private long offset;

    SamplePage(Optional<String> token) throws IOException {
        this(token, InetAddress.getLoopbackAddress());
    }

    SamplePage(Optional<String> token, InetAddress bound) throws IOException {
        CorrectionDesk.Sink sink = correction -> {
            if (kafkaIsThere) {
                written.add(correction);
                return CompletableFuture.completedFuture(correction);
            }
            return CompletableFuture.failedFuture(new IOException("no broker"));
        };
        InstantSource clock = InstantSource.fixed(Instant.parse("2025-06-30T12:00:00Z"));
        var sources = new Sources(view, journal, () -> health, clock);
        server = PageServer.start(new InetSocketAddress(bound, 0), token, sources, sink, () -> true);
    }

    /** Two payers, three commitments, one of them in doubt. */
    static SamplePage filled() throws IOException {
        SamplePage page = new SamplePage(Optional.empty());
        page.put(Sample.commitment(Sample.ACME, "a1", Measure.COMMITMENT, "FR", "2025-01-10", 100));
        page.put(Sample.commitment(Sample.ACME, "a2", Measure.COMMITMENT, null, "2025-03-01", 50));
        page.put(Sample.commitment(
                Sample.BOREAL,
                "b1",
                List.of("b1", "b2"),
                Measure.COMMITMENT,
                "CA;US",
                CommitmentState.DISPUTED,
                0.9,
                "2025-02-01",
                30));
        page.put(Sample.posting(Sample.ACME, "a1", Measure.COMMITMENT, "FR", "2025-01-10", 100L));
        page.put(Sample.posting(Sample.ACME, "a2", Measure.COMMITMENT, "*", "2025-03-01", 50L));
        page.put(Sample.posting(Sample.BOREAL, "b1", Measure.COMMITMENT, "CA;US", "2025-02-01", 30L));
        return page;
    }

    void put(Commitment commitment) {
        CommitmentRow before = view.row(commitment.id());
        view.putCommitment(commitment.id(), commitment);
        told(commitment.id(), before, false);
    }

    void remove(String id) {
        CommitmentRow before = view.row(id);
        view.putCommitment(id, null);
        told(id, before, true);
    }

    private void told(String id, CommitmentRow before, boolean gone) {
        int partition = Math.floorMod(id.hashCode(), journal.partitions());
        journal.add(new Journal.Change(id, partition, offset++, before, gone, before == null && !gone));
        server.changed();
    }

    void put(Posting posting) {
        view.putPosting(posting.key(), posting);
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    URI at(String address) {
        return URI.create("http://localhost:" + server.address().getPort() + address);
    }

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at("/api/corrections"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
