package io.outlay.ingest.web;

import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.feed.FeedReader;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.net.URI;
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

    /** A server that asks for more has made a mistake. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);

    private static final int MAX_DOUBLINGS = 10;
    private static final int MAX_ENTRIES = 2_000;

    /** Entries that are known of all the feeds of a list. */
    private static final int MAX_KEPT = 10_000;

    /** How long a poll may go on reading pages; the rest of the entries is left for the next one, soon after. */
    private static final Duration PAGES_PATIENCE = Duration.ofSeconds(60);

    private static final Duration SOON = Duration.ofSeconds(30);

    /**
     * In which manner a feed is polled.
     *
     * @param interval how long it rests between two answers
     * @param pages for entries that hold a teaser only; null when their pages are not to be fetched
     * @param removals looks whether pages are gone, and retracts their articles; null when it is not to be done
     * @param changedAt when people wanted it so; a feed that was asked before is asked anew
     */
    public record Manner(
            Duration interval, @Nullable PageFetcher pages, @Nullable PageFetcher removals, Instant changedAt) {
        public static Manner every(Duration interval, @Nullable PageFetcher pages) {
            return new Manner(interval, pages, null, Instant.EPOCH);
        }
    }

    private final String name;
    private final URI address;
    private final Manner manner;
    private final WebClient client;
    private final EntryReader reader;
    private final Removals removals;
    private final ListedFeeds listed;
    private final Clock clock;
    private final DoubleSupplier chance;

    /** @param chance from 0 to 1, so that feeds do not ask in step */
    public FeedSource(URI address, Manner manner, WebClient client, Clock clock, DoubleSupplier chance) {
        this(
                address.toString(),
                address,
                manner,
                client,
                new FeedEntries(address, manner.pages(), manner.removals() != null, clock),
                clock,
                chance);
    }

    /** @param named how people call it */
    FeedSource(
            String named,
            URI address,
            Manner manner,
            WebClient client,
            EntryReader reader,
            Clock clock,
            DoubleSupplier chance) {
        this.name = KIND + named;
        this.address = address;
        this.manner = manner;
        this.client = client;
        this.reader = reader;
        this.listed = new ListedFeeds(client);
        this.removals = new Removals(manner.removals(), clock);
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public String name() {
        return name;
    }

    /** How a feed is that stands at this position. */
    public static FeedState stateAt(String position) {
        return FeedPosition.read(position).state();
    }

    @Override
    public Duration restAt(@Nullable String position) {
        FeedPosition at = FeedPosition.read(position);
        boolean wantedOtherwise = at.asked() != null && at.asked().isBefore(manner.changedAt());
        Duration rest =
                at.next() == null || wantedOtherwise ? Duration.ZERO : Duration.between(clock.instant(), at.next());
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    @Override
    public Batch poll(@Nullable String at) {
        FeedPosition before = FeedPosition.read(at);
        try {
            Fetched answer = client.get(address, new Validators(before.etag(), before.lastModified()));
            return switch (answer.status()) {
                case 200 ->
                    LargeAnswers.inTurn(answer, () -> feed(answer))
                            .map(feed -> feed.feeds().isEmpty()
                                    ? entries(before, feed.entries(), answer.validators())
                                    : list(before, feed))
                            .orElseGet(() -> failed(before, "the answer is no feed", null));
                case 304 -> unchanged(before);
                case 410 -> rest(List.of(), before.bad(), FOR_GOOD, "the server answers 410, gone for good");
                default -> failed(before, "the server answers " + answer.status(), answer.retryAfter());
            };
        } catch (HostTurns.BusyHostException e) {
            return rest(List.of(), before, SOON, String.valueOf(e.getMessage()));
        } catch (FetchException e) {
            return failed(before, String.valueOf(e.getMessage()), null);
        }
    }

    private static Optional<Feed> feed(Fetched answer) {
        return FeedReader.read(answer.body(), answer.address().toString(), answer.charset());
    }

    private Batch unchanged(FeedPosition before) {
        Removals.Looked looked = removals.look(before.followed());
        Validators known = new Validators(before.etag(), before.lastModified());
        return rest(looked.gone(), before.good(known, before.seen(), 0, looked.followed()), manner.interval(), "");
    }

    /** A list that stays the same names feeds that do not: it is asked for without validators, and what was seen is kept. */
    private Batch list(FeedPosition before, Feed list) {
        ListedFeeds.Shown shown = listed.read(list, before.listed() == null ? 0 : before.listed());
        if (shown.problems().size() == shown.asked()) {
            return failed(before, shown.error(), null);
        }
        return entries(before.listedFrom(shown.next()), shown.entries(), Validators.NONE, before.seen(), shown.error());
    }

    private Batch entries(FeedPosition before, List<Feed.Entry> entries, Validators validators) {
        return entries(before, entries, validators, List.of(), "");
    }

    /**
     * @param kept hashes that are known further on, though the answer does not show them
     * @param why what went wrong all the same
     */
    private Batch entries(
            FeedPosition before, List<Feed.Entry> entries, Validators validators, List<String> kept, String why) {
        Set<String> known = Set.copyOf(before.seen());
        Set<String> seen = new LinkedHashSet<>();
        List<Sighting> sightings = new ArrayList<>();
        long end = System.nanoTime() + PAGES_PATIENCE.toNanos();
        boolean all = true;
        for (Feed.Entry entry : entries.subList(0, Math.min(entries.size(), MAX_ENTRIES))) {
            String hash = hash(entry.draft());
            if (known.contains(hash)) {
                seen.add(hash);
            } else if (!seen.contains(hash)) {
                try {
                    if (System.nanoTime() - end > 0) {
                        all = false;
                    } else {
                        sightings.addAll(reader.read(entry));
                        seen.add(hash);
                    }
                } catch (HostTurns.BusyHostException e) {
                    all = false;
                }
            }
        }
        kept.stream().limit(Math.max(0, MAX_KEPT - seen.size())).forEach(seen::add);
        int found = (int)
                sightings.stream().filter(Sighting.Found.class::isInstance).count();
        Removals.Looked looked = removals.look(removals.follow(before.followed(), sightings));
        sightings.addAll(looked.gone());
        // What was left for later is asked for again soon, and without validators, so that the entries come again.
        FeedPosition now = before.good(all ? validators : Validators.NONE, List.copyOf(seen), found, looked.followed());
        Duration rest = all || manner.interval().compareTo(SOON) < 0 ? manner.interval() : SOON;
        return rest(sightings, now, rest, why);
    }

    private static String hash(ArticleDraft draft) {
        return Ids.hash(
                String.valueOf(draft.url()),
                String.valueOf(draft.title()),
                String.valueOf(draft.body()),
                String.valueOf(draft.publishedAt()));
    }

    private Batch failed(FeedPosition before, String why, @Nullable Duration asked) {
        FeedPosition now = before.bad();
        Duration backOff = manner.interval().multipliedBy(1L << Math.min(now.failures(), MAX_DOUBLINGS));
        Duration rest = least(backOff, LONGEST_REST);
        Duration wanted = asked == null ? Duration.ZERO : least(asked, LONGEST_RETRY_AFTER);
        return rest(List.of(), now, wanted.compareTo(rest) > 0 ? wanted : rest, why);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Batch rest(List<Sighting> sightings, FeedPosition now, Duration least, String why) {
        Duration rest = least.equals(FOR_GOOD) ? least : jittered(least);
        return new Batch(sightings, Json.string(now.after(why, clock.instant(), rest)), rest);
    }

    /** Up to a tenth longer, never shorter: servers mean what they ask for. */
    private Duration jittered(Duration rest) {
        return rest.plusMillis((long) (rest.toMillis() * 0.1 * chance.getAsDouble()));
    }
}
