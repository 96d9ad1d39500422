package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount amidst its article, before anybody is taken for its payer.
 *
 * @param index of its sentence
 * @param votes on its role, the loudest first
 * @param trigger the loudest vote for spending, null when nothing speaks for it
 */
record Amidst(Story story, int index, Scene scene, Placed<Money> money, List<Vote> votes, @Nullable Vote trigger) {
    static Amidst of(Story story, int index, Placed<Money> money) {
        Scene scene = story.scene(index);
        List<Vote> votes = RoleReader.votes(scene, money);
        Vote sized = Sized.vote(scene, money);
        if (sized != null) {
            votes.add(0, sized);
            return new Amidst(story, index, scene, money, votes, null);
        }
        Vote trigger = null;
        for (Vote vote : votes) {
            if (vote.speaksForSpending()) {
                trigger = vote;
                break;
            }
        }
        return new Amidst(story, index, scene, money, votes, trigger);
    }

    /** Where the verb stands whose subject pays: the trigger if it is one, else the nearest verb before the amount. */
    int verb() {
        Cue cue = trigger == null ? null : trigger.cue();
        if (cue == null || cue.from() >= money.to()) {
            return money.from();
        }
        if (Subjects.VERBS.contains(cue.kind())) {
            return cue.from();
        }
        for (Cue other : scene.cues()) {
            if (other.from() >= cue.to() && other.to() <= money.from() && Subjects.VERBS.contains(other.kind())) {
                return money.from();
            }
        }
        return cue.from();
    }

    boolean isTriggeredBy(CueKind kind) {
        return trigger != null && trigger.kind() == kind;
    }
}
