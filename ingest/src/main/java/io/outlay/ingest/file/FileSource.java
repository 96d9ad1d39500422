package io.outlay.ingest.file;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file, or the files of a folder one after another. A position is {@code COUNT PATH}: that many sightings of the file at that
 * path have been read. Files before it in the order of paths are through.
 */
public final class FileSource implements Source {
    /** A batch is a transaction, and to commit one takes as long as to read a thousand articles; two are in memory at a time. */
    private static final int BATCH_SIGHTINGS = 10_000;

    private static final long BATCH_CHARS = 32L * 1024 * 1024;

    private final CsvColumns columns;
    private final Path path;
    private final List<Path> files;
    private final long totalBytes;

    /** Which of the files is open, or will be next. */
    private int index;

    private @Nullable FileReader open;
    private long readOfOpen;
    private long bytesBefore;
    private @Nullable Counting counting;

    /** @throws NoSuchFileException if there is no such file or folder */
    public FileSource(Path path) throws IOException {
        this(path, CsvColumns.byName());
    }

    /** @param columns how tables name their columns */
    public FileSource(Path path, CsvColumns columns) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        this.path = path.toAbsolutePath().normalize();
        this.columns = columns;
        this.files = filesOf(this.path, new Formats(columns));
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        this.totalBytes = bytes;
    }

    /** The path itself, or in a folder all files of a known kind, hidden ones aside, sorted by path. */
    private static List<Path> filesOf(Path path, Formats formats) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> !isHidden(path.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(file -> formats.isReadUnasked(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String name() {
        return "file:" + path;
    }

    @Override
    public double shareRead() {
        long read = bytesBefore + (counting == null ? 0 : counting.count());
        return totalBytes == 0 ? 1 : (double) read / totalBytes;
    }

    @Override
    public Batch poll(@Nullable String position) throws IOException {
        if (!here().equals(position == null ? "" : position)) {
            seek(position);
        }
        List<Sighting> sightings = new ArrayList<>();
        long chars = 0;
        while (sightings.size() < BATCH_SIGHTINGS && chars < BATCH_CHARS) {
            FileReader reader = openOrNext();
            if (reader == null) {
                return Batch.last(sightings);
            }
            if (reader.hasNext()) {
                Sighting sighting = reader.next();
                readOfOpen++;
                sightings.add(sighting);
                chars += sighting instanceof Sighting.Found found
                        ? found.article().body().length()
                        : 0;
            } else {
                finishOpen();
            }
        }
        return Batch.until(here(), sightings);
    }

    /** The position as it is now; empty at the very beginning. */
    private String here() {
        boolean atBeginning = index == 0 && readOfOpen == 0;
        boolean atEnd = index >= files.size();
        return atBeginning || atEnd ? "" : readOfOpen + " " + files.get(index);
    }

    private void seek(@Nullable String position) throws IOException {
        close();
        index = 0;
        bytesBefore = 0;
        if (position == null) {
            return;
        }
        int blank = position.indexOf(' ');
        long count = Long.parseLong(position.substring(0, blank));
        Path file = Path.of(position.substring(blank + 1));
        while (index < files.size() && files.get(index).compareTo(file) < 0) {
            finishOpen();
        }
        if (index < files.size() && files.get(index).equals(file)) {
            FileReader reader = openOrNext();
            while (reader != null && readOfOpen < count && reader.skip()) {
                readOfOpen++;
            }
        }
    }

    private @Nullable FileReader openOrNext() throws IOException {
        if (open == null && index < files.size()) {
            Path file = files.get(index);
            counting = new Counting(Files.newInputStream(file));
            open = new FileReader(columns, counting, file.toString());
        }
        return open;
    }

    private void finishOpen() throws IOException {
        close();
        bytesBefore += Files.size(files.get(index));
        index++;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
        open = null;
        counting = null;
        readOfOpen = 0;
    }
}
