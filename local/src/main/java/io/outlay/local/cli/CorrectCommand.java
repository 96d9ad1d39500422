package io.outlay.local.cli;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.local.cli.CorrectionAim.Aim;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code outlay correct}: an analyst's word against the machine's reading. Each subcommand is one action. */
@Command(
        name = "correct",
        description = {
            "An analyst's word, which outranks every rule: it takes effect at once in every total, shows on the",
            "commitment with author and reason, and can be taken back as if it had never been.",
            "TARGET is the id of a commitment or of any of its figures, as 'outlay explain' and 'outlay review' print them."
        },
        synopsisSubcommandLabel = "ACTION",
        mixinStandardHelpOptions = true,
        subcommands = {
            CorrectCommand.SetCommand.class,
            CorrectCommand.RejectCommand.class,
            CorrectCommand.MergeCommand.class,
            CorrectCommand.SplitCommand.class,
            CorrectCommand.MoveCommand.class,
            CorrectCommand.RevokeCommand.class,
            CorrectListCommand.class
        })
public final class CorrectCommand {
    /** What all that are aimed at something have in common. */
    abstract static class Aimed implements Callable<Integer> {
        @Mixin
        final CorrectionWriting writing = new CorrectionWriting();

        @Mixin
        final CorrectionAim.Options aim = new CorrectionAim.Options();

        @Parameters(
                index = "0",
                paramLabel = "TARGET",
                description = "The id of a commitment or of any of its figures; its first digits will do.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String target;

        @Override
        public Integer call() {
            check();
            CorrectionDesk desk = writing.desk();
            return writing.write(desk, corrections(desk, new CorrectionAim(desk, aim)));
        }

        /** What can be said against the words alone, before Kafka is asked. */
        void check() {}

        abstract List<Correction> corrections(CorrectionDesk desk, CorrectionAim aim);
    }

    /** {@code outlay correct set}. */
    @Command(
            name = "set",
            description = {
                "Sets fields: amount=65bn or amount=60bn/65bn/65bn (low/headline/high), currency=CNY, measure=PURCHASE,",
                "period=CY2026 (or FY2026, CY2026Q3, 2025-2028, 2025+), destination=FR (SA;US, * unknown), site=ID,",
                "counterparty=NAME, status=OFFICIAL, change=RAISED, day=2025-01-24. Amount, day and change hold for the",
                "figure whose id is given, all else for the whole commitment; with --figure for the figure alone."
            },
            mixinStandardHelpOptions = true)
    static final class SetCommand extends Aimed {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FIELD=VALUE", description = "What to set.")
        private List<String> fields = List.of();

        private List<CorrectionField> set = List.of();

        @Override
        void check() {
            set = fields.stream().map(CorrectionField::parse).toList();
        }

        @Override
        List<Correction> corrections(CorrectionDesk desk, CorrectionAim aim) {
            List<Correction> corrections = new ArrayList<>();
            for (Aim at : aim.at(target)) {
                for (CorrectionField field : set) {
                    corrections.add(
                            desk.correction(Action.SET, at.payer(), at.target(), field.name(), field.value(), null));
                }
            }
            return corrections;
        }
    }

    /** {@code outlay correct reject}. */
    @Command(
            name = "reject",
            description = "It counts nothing any more; with --article only what that article says of it.",
            mixinStandardHelpOptions = true)
    static final class RejectCommand extends Aimed {
        @Override
        List<Correction> corrections(CorrectionDesk desk, CorrectionAim aim) {
            return desk.each(Action.REJECT, aim.at(target), null);
        }
    }

    /** {@code outlay correct split}. */
    @Command(
            name = "split",
            description = {
                "Takes a commitment that was merged out again; with --figure takes one figure out, which then stands alone."
            },
            mixinStandardHelpOptions = true)
    static final class SplitCommand extends Aimed {
        @Override
        List<Correction> corrections(CorrectionDesk desk, CorrectionAim aim) {
            Commitment c = desk.commitment(target);
            if (c.figures().size() < 2) {
                throw new CommandFailedException("nothing can be split off " + c.id() + ": it has one figure");
            }
            if (!aim.ofFigure() && c.corrections().stream().noneMatch(a -> a.action() == Action.MERGE)) {
                throw new CommandFailedException(c.id() + " was not merged by anyone: name the figure to split off,"
                        + " with --figure; it has " + String.join(", ", c.figures()));
            }
            return desk.each(Action.SPLIT, aim.at(target), null);
        }
    }

    /** {@code outlay correct merge}. */
    @Command(
            name = "merge",
            description = "Two commitments of one payer and measure are one announcement: TARGET becomes part of INTO.",
            mixinStandardHelpOptions = true)
    static final class MergeCommand implements Callable<Integer> {
        @Mixin
        private final CorrectionWriting writing = new CorrectionWriting();

        @Parameters(index = "0", paramLabel = "TARGET", description = "The commitment that is taken in.")
        @SuppressWarnings("NullAway.Init")
        private String target;

        @Parameters(index = "1", paramLabel = "INTO", description = "The commitment that takes it in.")
        @SuppressWarnings("NullAway.Init")
        private String into;

        @Override
        public Integer call() {
            CorrectionDesk desk = writing.desk();
            Commitment from = desk.commitment(target);
            Commitment to = desk.commitment(into);
            if (from.id().equals(to.id())) {
                throw new CommandFailedException(target + " and " + into + " are one commitment already: " + from.id());
            }
            if (!from.payer().id().equals(to.payer().id())) {
                throw new CommandFailedException(
                        "they have different payers, " + from.payer().id() + " and "
                                + to.payer().id() + ": move one first, with 'outlay correct move'");
            }
            if (from.measure() != to.measure()) {
                throw new CommandFailedException("they are of different kinds, " + from.measure() + " and "
                        + to.measure() + ": set the measure of one first, with 'outlay correct set'");
            }
            return writing.write(
                    desk,
                    List.of(desk.correction(
                            Action.MERGE, from.payer().id(), Aim.commitment(from.id()), null, null, to.id())));
        }
    }

    /** {@code outlay correct move}. */
    @Command(
            name = "move",
            description =
                    "The money is another payer's: moves a commitment, figure by figure, or what one article says.",
            mixinStandardHelpOptions = true)
    static final class MoveCommand extends Aimed {
        @Parameters(index = "1", paramLabel = "PAYER", description = "Whose money it is, by name or id.")
        @SuppressWarnings("NullAway.Init")
        private String payer;

        @Override
        List<Correction> corrections(CorrectionDesk desk, CorrectionAim aim) {
            String to = desk.anyPayer(payer);
            Commitment c = desk.commitment(target);
            if (c.payer().id().equals(to)) {
                throw new CommandFailedException(c.id() + " is " + c.payer().name() + "'s already");
            }
            return desk.each(Action.MOVE, aim.atStatedFigures(target), to);
        }
    }

    /** {@code outlay correct revoke}. */
    @Command(
            name = "revoke",
            description =
                    "Takes a correction back: everything is as if it had never been. A revocation may be revoked too.",
            mixinStandardHelpOptions = true)
    static final class RevokeCommand implements Callable<Integer> {
        @Mixin
        private final CorrectionWriting writing = new CorrectionWriting();

        @Parameters(index = "0", paramLabel = "CORRECTION", description = "The id that 'outlay correct' printed.")
        @SuppressWarnings("NullAway.Init")
        private String correction;

        @Override
        public Integer call() {
            CorrectionDesk desk = writing.desk();
            desk.requireRevocable(correction);
            return writing.write(desk, List.of(desk.correction(Action.REVOKE, null, null, null, null, correction)));
        }
    }
}
