package io.outlay.ingest.web;

import io.outlay.ingest.source.Sighting;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the pages of articles are still there, a few at a time: a server that answers 410 says that one is gone for good.
 * Any other answer, 404 among them, says nothing.
 */
final class Removals {
    private static final int MAX_FOLLOWED = 300;
    private static final int LOOKS = 3;

    private final @Nullable PageFetcher pages;
    private final Clock clock;

    /** What was found, and whom to look at from now on. */
    record Looked(List<Sighting> gone, List<String> followed) {}

    /** @param pages null when removals are not followed */
    Removals(@Nullable PageFetcher pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** With the articles that have come; of too many, those are let go that were looked at longest ago. */
    List<String> follow(List<String> followed, List<Sighting> sightings) {
        if (pages == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>(followed);
        for (Sighting sighting : sightings) {
            if (sighting instanceof Sighting.Found found && found.article().url() != null) {
                String line = found.article().id() + " " + found.article().url();
                all.remove(line);
                all.add(line);
            }
        }
        return all.subList(Math.max(0, all.size() - MAX_FOLLOWED), all.size());
    }

    Looked look(List<String> followed) {
        if (pages == null) {
            return new Looked(List.of(), List.of());
        }
        List<Sighting> gone = new ArrayList<>();
        List<String> later = new ArrayList<>(followed);
        for (String line : followed.subList(0, Math.min(LOOKS, followed.size()))) {
            later.remove(0);
            int blank = line.indexOf(' ');
            String url = line.substring(blank + 1);
            if (isGone(pages, url)) {
                gone.add(new Sighting.Gone(line.substring(0, blank), clock.instant(), url));
            } else {
                later.add(line);
            }
        }
        return new Looked(gone, later);
    }

    private static boolean isGone(PageFetcher pages, String url) {
        try {
            return pages.isGone(URI.create(url));
        } catch (FetchException | IllegalArgumentException nothingKnown) {
            return false;
        }
    }
}
