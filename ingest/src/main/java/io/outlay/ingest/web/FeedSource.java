package io.outlay.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.feed.FeedReader;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is asked again and again.
 *
 * <p>Its position holds the validators of the last answer, what the feed showed then, and how often it has failed since. So an
 * entry is handed on when it is new or has changed, and a feed in trouble is asked more and more seldom.
 */
public final class FeedSource implements Source {
    /** What the names of such sources begin with. */
    public static final String KIND = "feed:";

    /** How long a feed rests that answered 410: it asked not to be asked again. */
    static final Duration FOR_GOOD = Duration.ofDays(3650);

    private static final Duration LONGEST_REST = Duration.ofDays(1);
    private static final int MAX_DOUBLINGS = 10;
    private static final int MAX_ENTRIES = 2_000;

    /**
     * Where the feed stands.
     *
     * @param seen hashes of the entries that the last answer showed
     * @param error what went wrong last, null when the last answer was good
     * @param asked when it was asked last
     * @param next when it will be asked again
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Position(
            @Nullable String etag,
            @Nullable String lastModified,
            List<String> seen,
            int failures,
            @Nullable String error,
            @Nullable Instant asked,
            @Nullable Instant next) {
        static final Position START = of(null, null, List.of());

        static Position of(@Nullable String etag, @Nullable String lastModified, List<String> seen) {
            return new Position(etag, lastModified, seen, 0, null, null, null);
        }

        Position {
            seen = seen == null ? List.of() : List.copyOf(seen);
        }

        Position failedAgain() {
            return new Position(etag, lastModified, seen, failures + 1, error, asked, next);
        }

        Position after(String why, Instant now, Duration rest) {
            return new Position(etag, lastModified, seen, failures, why.isEmpty() ? null : why, now, now.plus(rest));
        }
    }

    private final URI address;
    private final Duration interval;
    private final WebClient client;
    private final @Nullable PageFetcher pages;
    private final Clock clock;
    private final DoubleSupplier chance;
    private String lastError = "";

    /**
     * @param interval how long it rests between two answers
     * @param pages for entries that hold a teaser only; null when their pages are not to be fetched
     * @param chance from 0 to 1, so that feeds do not ask in step
     */
    public FeedSource(
            URI address,
            Duration interval,
            WebClient client,
            @Nullable PageFetcher pages,
            Clock clock,
            DoubleSupplier chance) {
        this.address = address;
        this.interval = interval;
        this.client = client;
        this.pages = pages;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public String name() {
        return KIND + address;
    }

    /** How a feed is that stands at this position. */
    public static FeedState stateAt(String position) {
        Position at = Json.read(position.getBytes(StandardCharsets.UTF_8), Position.class);
        return new FeedState(at.seen().size(), at.failures(), at.error(), at.asked(), at.next());
    }

    /** What went wrong last, in words; empty when the last answer was good. */
    public String lastError() {
        return lastError;
    }

    @Override
    public Duration restAt(@Nullable String position) {
        Instant next = position == null ? null : stateAt(position).next();
        Duration rest = next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    @Override
    public Batch poll(@Nullable String at) {
        Position before = at == null ? Position.START : Json.read(at.getBytes(StandardCharsets.UTF_8), Position.class);
        try {
            Fetched answer = client.get(address, new Validators(before.etag(), before.lastModified()));
            return switch (answer.status()) {
                case 200 -> entries(before, answer);
                case 304 -> rest(Position.of(before.etag(), before.lastModified(), before.seen()), interval, "");
                case 410 -> rest(before, FOR_GOOD, "the server answers 410, gone for good");
                default -> failed(before, "the server answers " + answer.status(), answer.retryAfter());
            };
        } catch (FetchException e) {
            return failed(before, String.valueOf(e.getMessage()), null);
        }
    }

    private Batch entries(Position before, Fetched answer) {
        Optional<Feed> feed = FeedReader.read(answer.body(), answer.address().toString(), answer.charset());
        if (feed.isEmpty()) {
            return failed(before, "the answer is no feed", null);
        }
        Set<String> known = Set.copyOf(before.seen());
        Set<String> seen = new LinkedHashSet<>();
        List<Sighting> sightings = new ArrayList<>();
        List<Feed.Entry> entries = feed.get().entries();
        for (Feed.Entry entry : entries.subList(0, Math.min(entries.size(), MAX_ENTRIES))) {
            String hash = hash(entry.draft());
            if (seen.add(hash) && !known.contains(hash)) {
                sightings.add(FeedEntries.sighting(entry, address, pages, clock));
            }
        }
        Validators validators = answer.validators();
        Position now = Position.of(validators.etag(), validators.lastModified(), List.copyOf(seen));
        return batch(sightings, now, jittered(interval), "");
    }

    private static String hash(ArticleDraft draft) {
        return Ids.hash(
                String.valueOf(draft.url()),
                String.valueOf(draft.title()),
                String.valueOf(draft.body()),
                String.valueOf(draft.publishedAt()));
    }

    private Batch failed(Position before, String why, @Nullable Duration asked) {
        Position now = before.failedAgain();
        Duration backOff = interval.multipliedBy(1L << Math.min(now.failures(), MAX_DOUBLINGS));
        Duration rest = backOff.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : backOff;
        return rest(now, asked != null && asked.compareTo(rest) > 0 ? asked : rest, why);
    }

    private Batch rest(Position now, Duration rest, String why) {
        return batch(List.of(), now, rest.equals(FOR_GOOD) ? rest : jittered(rest), why);
    }

    private Batch batch(List<Sighting> sightings, Position now, Duration rest, String why) {
        lastError = why;
        return new Batch(sightings, Json.string(now.after(why, clock.instant(), rest)), rest);
    }

    /** Up to a tenth longer, never shorter: servers mean what they ask for. */
    private Duration jittered(Duration rest) {
        return rest.plusMillis((long) (rest.toMillis() * 0.1 * chance.getAsDouble()));
    }
}
