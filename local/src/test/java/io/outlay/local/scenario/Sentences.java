package io.outlay.local.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** The sentences in which a scenario's rows are told: our own words, several ways for each. */
final class Sentences {
    private final Map<String, Announced> rows;
    private final Spoken spoken;
    private boolean later;
    private boolean fiscal;

    Sentences(Map<String, Announced> rows, Spoken spoken) {
        this.rows = rows;
        this.spoken = spoken;
    }

    /** On its day, with what it changes. */
    String news(Announced row) {
        later = false;
        return inWords(row);
    }

    private String inWords(Announced row) {
        Announced other = rows.get(row.relatedId());
        String plain = plain(row, spoken.payer(row));
        if (other == null) {
            return plain;
        }
        return switch (row.relation()) {
            case "supersedes", "replaces" -> other.isFirm() ? changed(row, other) : plain;
            case "adds_to" -> added(row, other);
            case "part_of" -> other.day().isAfter(row.day()) ? plain : part(row, other);
            case "cancels" -> stopped(other, spoken.any("scrapped", "withdrawn"));
            case "pauses", "pauses_part" -> stopped(other, "paused");
            default -> plain;
        };
    }

    /** Told later with the day on which it was news. */
    String dated(Announced row, String when) {
        later = false; // counted from the day that is told
        Announced other = rows.get(row.relatedId());
        String who = spoken.payer(row);
        boolean told = other != null
                && (row.relation().equals("part_of") || row.relation().equals("adds_to") || row.isEvent());
        if (told) {
            return when + ", " + lower(inWords(row));
        }
        return when + ", " + lower(plain(row, who));
    }

    /** Told again later as what is known. */
    String later(Announced row, LocalDate published) {
        later = true;
        Announced other = rows.get(row.relatedId());
        if (row.relation().equals("part_of") && other != null && !other.day().isAfter(published)) {
            return part(row, other);
        }
        return row.isEvent() || row.relation().equals("adds_to") ? inWords(row) : plain(row, spoken.payer(row));
    }

    private static String lower(String sentence) {
        return sentence.startsWith("The ") ? "the " + sentence.substring(4) : sentence;
    }

    /** Without a word of what came before. */
    private String plain(Announced row, String who) {
        String amount = spoken.amount(row);
        return switch (row.measure()) {
            case "G" -> guidance(row, who, amount);
            case "P" -> purchase(row, who, amount);
            case "E" -> stake(row, who, amount);
            case "V" -> publicMoney(row, who, amount);
            case "T" -> memo(row, amount);
            default -> commitment(row, who, amount);
        };
    }

    /** Texts tell it now as the fiscal, now as the calendar year; what conflicts with it names none. */
    private String disputed(Announced row) {
        if (row.relation().equals("conflicts_with")) {
            return "";
        }
        fiscal = !fiscal;
        return (fiscal ? " in fiscal " : " in ") + row.day().getYear();
    }

    private String guidance(Announced row, String who, String amount) {
        String period = row.period().equals("DISPUTED") ? disputed(row) : spoken.period(row, later);
        if (row.status().equals("reported")) {
            return who + " plans capital expenditures of " + amount + period
                    + " for AI infrastructure, people familiar with the plan said.";
        }
        if (!row.status().equals("official")) {
            return spoken.any(
                    who + " may spend " + amount + " on capital expenditures" + period
                            + ", mostly for AI, according to unconfirmed reports.",
                    who + " is considering capital spending of " + amount + period
                            + " on AI data centers, people familiar with the matter said.");
        }
        return spoken.any(
                who + " expects capital expenditures of " + amount + period + " as it builds AI data centers.",
                who + " said it would spend " + amount + " on capital expenditures" + period
                        + ", mostly for AI infrastructure.",
                who + " forecast capital spending of " + amount + period + ", most of it on AI.");
    }

    private String commitment(Announced row, String who, String amount) {
        String where = spoken.place(row);
        String when = spoken.period(row, later);
        return switch (row.status()) {
            case "rumour", "unverified" ->
                spoken.any(
                        who + " is in talks to invest " + amount + where + when
                                + " in AI data centers, people familiar with the talks said.",
                        who + " is considering spending " + amount + " on AI data centers" + where + when
                                + ", according to people familiar with the matter.");
            case "loi" ->
                who + " signed a letter of intent to invest " + amount + " in AI data centers" + where + when + ".";
            case "reported" ->
                who + " plans to spend " + amount + " on AI infrastructure" + where + when
                        + ", a person familiar with the plan said.";
            default ->
                spoken.any(
                        who + " will invest " + amount + where + when + " to build AI data centers.",
                        who + " said it would spend " + amount + " on AI and cloud infrastructure" + where + when + ".",
                        who + " announced plans to invest " + amount + " in AI data centers" + where + when + ".");
        };
    }

    private String purchase(Announced row, String who, String amount) {
        String when = spoken.period(row, later);
        String partner = row.counterparty();
        String where = spoken.place(row);
        if (!row.isFirm()) {
            return who + " is in talks to buy " + amount + " of AI computing power" + where + " from " + partner + when
                    + ", people familiar with the talks said.";
        }
        String source = row.status().equals("reported") ? ", people familiar with the deal said." : ".";
        return spoken.any(
                who + " agreed to buy " + amount + " of AI computing capacity" + where + " from " + partner + when
                        + source,
                who + " will pay " + partner + " " + amount + when + " for AI cloud computing capacity" + where
                        + source,
                who + " signed a contract worth " + amount + " with " + partner + " for AI cloud capacity" + where
                        + when + source);
    }

    private String stake(Announced row, String who, String amount) {
        String partner = row.counterparty();
        if (partner.isEmpty()) {
            return who + " will provide " + amount + " of financing to the AI industry" + spoken.place(row)
                    + spoken.period(row, later) + ".";
        }
        if (row.status().equals("loi")) {
            return who + " signed a letter of intent to invest " + amount + " in " + partner + ", the AI company.";
        }
        if (!row.isFirm()) {
            return who + " is in talks to invest " + amount + " in " + partner
                    + ", the AI company, people familiar with the talks said.";
        }
        String source = row.status().equals("reported") ? ", people familiar with the matter said." : ".";
        return spoken.any(
                who + " will invest " + amount + " in the AI company " + partner + source,
                who + " agreed to invest " + amount + " in the AI developer " + partner + source);
    }

    private String publicMoney(Announced row, String who, String amount) {
        if (row.status().equals("rumour") || row.status().equals("unverified")) {
            return who + " is considering spending " + amount + " on AI computing capacity" + spoken.place(row)
                    + spoken.period(row, later) + ", according to people familiar with the matter.";
        }
        return spoken.any(
                who + " will spend " + amount + " on AI computing capacity" + spoken.place(row)
                        + spoken.period(row, later) + ".",
                who + " set aside " + amount + " for AI computing infrastructure" + spoken.place(row)
                        + spoken.period(row, later) + ".");
    }

    private String memo(Announced row, String amount) {
        if (row.company().toLowerCase(java.util.Locale.ROOT).contains("forecast")) {
            return "Spending on AI infrastructure worldwide could reach " + amount + spoken.period(row, later)
                    + ", the head of " + row.company().split(" ")[0] + " said.";
        }
        return row.destination().equals("*")
                ? "Analysts expect the largest technology companies together to spend " + amount
                        + spoken.period(row, later) + " on AI."
                : "Companies from around the world have pledged a total of " + amount + " for AI in "
                        + spoken.countries(row.destination()) + ".";
    }

    private String changed(Announced row, Announced other) {
        String who = spoken.payer(row);
        if (row.headline().compareTo(other.headline()) == 0 && row.low().compareTo(other.low()) == 0) {
            return who + " will spend more on AI infrastructure than the " + spoken.number(other)
                    + " that it had pledged, without saying how much more.";
        }
        boolean up = row.headline().compareTo(other.headline()) > 0
                || (row.headline().compareTo(other.headline()) == 0 && row.low().compareTo(other.low()) > 0);
        String now = spoken.amount(row);
        String before = spoken.number(other);
        String period = spoken.period(row, later);
        if (row.isGuidance()) {
            String raised = up ? "raised" : "cut";
            return spoken.any(
                    who + " " + raised + " its capital expenditure forecast" + period.replace(" in ", " for ") + " to "
                            + now + " from " + before + " as it builds AI data centers.",
                    who + " now expects capital expenditures of " + now + period + ", " + (up ? "up" : "down")
                            + " from " + before + ", for AI data centers.");
        }
        String source = row.status().equals("reported") ? ", people familiar with the plan said." : ".";
        String changed = up ? spoken.any("raised", "increased", "lifted") : spoken.any("cut", "reduced");
        if (row.measure().equals("P")) {
            return spoken.any(
                    who + " " + (up ? "expanded" : "cut") + " its contract with " + row.counterparty()
                            + " for AI computing capacity" + spoken.place(row) + " to " + now + " from " + before
                            + source,
                    who + " " + changed + " what it will pay " + row.counterparty() + " for AI cloud capacity"
                            + spoken.place(row) + " to " + now + ", from " + before + source);
        }
        if (row.measure().equals("E")) {
            return who + " " + changed + " its planned investment in the AI company " + row.counterparty() + " to "
                    + now + " from " + before + source;
        }
        if (row.measure().equals("V")) {
            return who + " " + changed + " its budget for AI computing infrastructure" + spoken.place(row) + period
                    + " to " + now + " from " + before + source;
        }
        boolean points =
                row.isPoint() && other.isPoint() && up && row.currency().equals(other.currency());
        String raise = who + " " + (up ? "raised" : "cut") + " its planned investment in AI data centers"
                + spoken.place(row) + " to " + now + " from " + before + source;
        BigDecimal more = row.headline().subtract(other.headline());
        String addition = who + " will invest an additional " + spoken.money(more, row.currency())
                + " in AI data centers" + spoken.place(row) + ", bringing the total to "
                + spoken.money(row.headline(), row.currency()) + source;
        return points ? spoken.any(raise, addition) : raise;
    }

    private String added(Announced row, Announced other) {
        String who = spoken.payer(row);
        String amount = spoken.amount(row);
        String before = spoken.number(other);
        if (row.measure().equals("P")) {
            return spoken.any(
                    who + " agreed to buy an additional " + amount + " of AI computing capacity from "
                            + row.counterparty() + spoken.period(row, later) + ".",
                    who + " will pay " + row.counterparty() + " an additional " + amount
                            + " for AI cloud capacity, on top of the " + before + " agreed before.");
        }
        if (row.measure().equals("E")) {
            return spoken.any(
                    who + " will invest an additional " + amount + " in the AI company " + row.counterparty()
                            + ", on top of an earlier " + before + ".",
                    who + " will invest a further " + amount + " in the AI company " + row.counterparty()
                            + ", bringing the total to " + spoken.money(Teller.total(row, rows), row.currency()) + ".");
        }
        String where = spoken.place(row);
        return spoken.any(
                who + " will invest an additional " + amount + where + spoken.period(row, later)
                        + " in AI data centers.",
                who + " will spend " + amount + " on AI infrastructure" + where + spoken.period(row, later)
                        + ", on top of the " + before + " announced earlier.");
    }

    private String part(Announced row, Announced whole) {
        String who = spoken.payer(row);
        String of = spoken.number(whole);
        return spoken.any(
                "As part of its " + of + " plan, " + lower(who) + " will spend " + spoken.amount(row)
                        + " on AI data centers" + spoken.place(row) + spoken.period(row, later) + ".",
                who + " will spend " + spoken.amount(row) + " on AI data centers" + spoken.place(row) + ", part of its "
                        + of + " plan.");
    }

    private String stopped(Announced other, String what) {
        String who = spoken.payer(other);
        return spoken.any(
                who + " has " + what + " its " + spoken.number(other) + " AI data center plan" + spoken.place(other)
                        + ".",
                who + " has " + what + " plans for a " + spoken.number(other) + " AI data center" + spoken.place(other)
                        + ".");
    }

    /** Says nothing of money. */
    String between(Announced row) {
        return spoken.any(
                "Demand for computing power has outrun supply, executives say.",
                "Construction depends on power, land and chips.",
                "Officials welcomed the news.",
                row.payer() + " did not give further details.");
    }

    /** Money that is no spending of the payer's. */
    String trap(Announced row) {
        return spoken.any(
                "Shares rose 3%, adding $41 billion to its market value.",
                "Revenue in the last quarter was $17.3 billion, up from $15.1 billion.",
                "Analysts at one bank put the market for AI chips at $780 billion by the end of the decade.",
                "The stock trades at 31 times expected earnings, and one broker set a price target of $215.",
                "A rival startup raised $2.6 billion at a valuation of $37 billion in a funding round last month.");
    }

    String end(Announced row) {
        return spoken.any(
                "The next results are due in the coming quarter.",
                "Neighbours asked how much water the sites will need.",
                "");
    }
}
