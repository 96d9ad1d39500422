package io.outlay.dashboard.http;

import io.outlay.contracts.Json;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.live.Position;
import io.outlay.dashboard.view.CommitmentRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One reader of events. It pulls from the journal what lies behind its position whenever its last piece has gone out: it holds no thread
 * and no queue, and a slow one delays nobody but itself.
 */
final class EventReader extends IteratingCallback {
    private static final int AT_ONCE = 100;

    private final EventStreams streams;
    private final Response response;
    private final Callback callback;
    private final boolean wholeSnapshot;
    private @Nullable Position asked;
    private @Nullable Position position;
    private @Nullable Health told;
    private long movesTold = -1;
    private boolean begun;
    private boolean caughtUp;
    private volatile boolean heartbeat;

    /**
     * @param asked where it stood when it was here before; null: from now on
     * @param wholeSnapshot whether it wants to be sent everything when it must start anew; else only that it must
     */
    EventReader(
            EventStreams streams,
            Response response,
            Callback callback,
            @Nullable Position asked,
            boolean wholeSnapshot) {
        this.streams = streams;
        this.response = response;
        this.callback = callback;
        this.asked = asked;
        this.wholeSnapshot = wholeSnapshot;
    }

    /** Sends a sign of life when there is nothing else. */
    void beat() {
        heartbeat = true;
        iterate();
    }

    @Override
    protected Action process() {
        StringBuilder text = new StringBuilder();
        if (!begun) {
            begun = true;
            text.append("retry: 2000\n\n");
        }
        Health health = streams.health();
        if (!health.equals(told)) {
            told = health;
            append(text, "health", null, health);
        }
        if (streams.ready()) {
            appendChanges(text, position == null ? begin(text) : position);
        }
        if (text.length() == 0) {
            if (!heartbeat) {
                return Action.IDLE;
            }
            text.append(":\n\n");
        }
        heartbeat = false;
        response.write(false, ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), this);
        return Action.SCHEDULED;
    }

    private Position begin(StringBuilder text) {
        Journal journal = streams.journal();
        Position wanted = asked == null ? journal.end() : asked;
        asked = null;
        if (journal.knowsAllSince(wanted)) {
            return wanted;
        }
        Position from = wholeSnapshot ? Position.beginning(journal.partitions()) : journal.end();
        append(
                text,
                "snapshot",
                from,
                Map.of(
                        "reason", "what was gone meanwhile is not known any more: forget what you know",
                        "follows", wholeSnapshot,
                        "load", "/export/commitments.ndjson"));
        return from;
    }

    private void appendChanges(StringBuilder text, Position from) {
        List<Journal.Change> changes = streams.journal().after(from, AT_ONCE);
        Position now = from;
        for (Journal.Change change : changes) {
            now = now.after(change.partition(), change.offset());
            append(text, "commitment", now, News.of(change, streams.view().row(change.commitment())));
        }
        position = now;
        if (changes.size() == AT_ONCE) {
            return;
        }
        if (!caughtUp) {
            caughtUp = true;
            append(text, "live", now, Map.of("position", now.toString()));
            movesTold = streams.moves();
        } else if (movesTold != streams.moves()) {
            movesTold = streams.moves();
            append(text, "moved", null, Map.of("moves", movesTold));
        }
    }

    /**
     * What is new about a commitment.
     *
     * @param now null when it is gone
     * @param before null when there was none, or it is not known
     */
    record News(String id, String kind, @Nullable CommitmentRow now, @Nullable CommitmentRow before) {
        static News of(Journal.Change change, @Nullable CommitmentRow now) {
            String kind = now == null ? "gone" : change.isNew() ? "new" : change.before() == null ? "known" : "changed";
            return new News(change.commitment(), kind, now, change.before());
        }
    }

    private static void append(StringBuilder text, String event, @Nullable Position id, Object data) {
        text.append("event: ").append(event).append('\n');
        if (id != null) {
            text.append("id: ").append(id).append('\n');
        }
        text.append("data: ").append(Json.string(data)).append("\n\n");
    }

    @Override
    protected void onCompleteSuccess() {
        streams.remove(this);
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        streams.remove(this);
        callback.failed(cause);
    }
}
