package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.FoundEntity;

/** Firms that are named in a row, each of which decides for itself. */
final class Crowds {
    private static final int FEW = 3;

    private Crowds() {}

    /** {@code Amazon, Google and Microsoft} in a row before the amount. */
    static boolean listsFirms(Scene scene, Placed<Money> money) {
        Subjects subjects = new Subjects(scene);
        int row = 0;
        int end = -1;
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.what().company() == null || name.to() > money.from()) {
                continue;
            }
            row = end >= 0 && subjects.onlyLinks(end, name.from()) ? row + 1 : 1;
            if (row >= FEW) {
                return true;
            }
            end = name.to();
        }
        return false;
    }
}
