package io.outlay.dashboard.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Writes lines as fast as the reader takes them: the next piece is made when the one before has gone out. */
final class FileWriter extends IteratingCallback {
    private static final int PIECE = 64 * 1024;

    private final Iterator<String> lines;
    private final Response response;
    private final Callback callback;
    private final Runnable atEnd;
    private boolean last;

    /** @param atEnd run once, when all is written or the reader has gone */
    FileWriter(Iterator<String> lines, Response response, Callback callback, Runnable atEnd) {
        this.lines = lines;
        this.response = response;
        this.callback = callback;
        this.atEnd = atEnd;
    }

    @Override
    protected Action process() {
        if (last) {
            return Action.SUCCEEDED;
        }
        StringBuilder piece = new StringBuilder(PIECE + 4_096);
        while (lines.hasNext() && piece.length() < PIECE) {
            piece.append(lines.next());
        }
        last = !lines.hasNext();
        response.write(last, ByteBuffer.wrap(piece.toString().getBytes(StandardCharsets.UTF_8)), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        atEnd.run();
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        atEnd.run();
        callback.failed(cause);
    }
}
