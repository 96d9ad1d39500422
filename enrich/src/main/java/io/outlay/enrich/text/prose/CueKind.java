package io.outlay.enrich.text.prose;

/** What a cue word tells. The words themselves stand in {@code cues.csv}. */
public enum CueKind {
    /** Verbs of laying out money: spend, pour, commit, earmark. */
    SPEND,
    /** To invest; a stake when its object is a company. */
    INVEST,
    /** Verbs of buying: pay, buy, rent, lease, order. */
    PAY,
    /** What the other side of a purchase does: deliver, supply, provide. */
    SELL,
    /** To get money or a stake: the one who receives does not pay. */
    RECEIVE,
    /** What leads to a person's name: {@code Amazon CEO Andy Jassy}. */
    TITLE,
    /** Said of what is built already. */
    OPENED,
    /** Verbs of expectation that give guidance: expect, project, forecast. */
    EXPECT,
    /** Verbs of intent: plan, intend, aim. */
    PLAN,
    /** Verbs of making known: announce, unveil, outline. */
    ANNOUNCE,
    /** Verbs of building: what the money is for. */
    BUILD,
    /** Capital expenditure, by all its names. */
    CAPEX,
    /** Spending as a noun: {@code AI spending}, {@code outlay}. */
    SPENDING,
    /** Nouns of a plan: investment, project, commitment, programme. */
    PROJECT,
    /** Contracts: deal, agreement, order. */
    DEAL,
    VENTURE,
    /** What a state gives: funding, grants. */
    GRANT,
    /** {@code worth}, {@code totalling}, {@code valued at}: ties an amount to the noun before. */
    WORTH,
    /** To cost, price tag: what a project takes. */
    COST,

    /** What AI money buys: AI, data centres, compute, GPUs, cloud. */
    AI,
    /** Words that need an AI word near them: infrastructure, servers, chips. */
    INFRA,
    /** Chip fabs and other factories. */
    FAB,
    /** Power plants and grids. */
    ENERGY,
    /** Purposes that are neither: airports, shares, water. */
    OTHER_PURPOSE,

    REVENUE,
    PROFIT,
    VALUATION,
    MARKET_VALUE,
    FUNDING,
    DEBT,
    STAKE,
    ACQUISITION,
    FINE,
    PRICE,
    SALARY,
    /** Dividends, buybacks, cash, taxes, running costs: money that is none of the above. */
    OTHER_MONEY,
    /** Consumers and shoppers: spending that is no investment. */
    CONSUMER,
    VENTURE_FUND,
    /** Market sizes, analysts and industries. */
    FORECAST,
    /** Sums over several firms: combined, collectively, hyperscalers. */
    JOINT,
    /** Two or more that act as one: will together build. */
    TOGETHER,
    /** What the money is hoped to bring: catalyse, attract, unlock. */
    TARGET,

    /** Leads a figure that is only compared with: up from, versus. */
    BASELINE,
    /** Leads a figure that was replaced: prior outlook, previously. */
    PREVIOUS,
    /** A past period: last year, the quarter. */
    PAST,
    /** A figure that differs by, not to: {@code an increase of}. */
    DELTA,
    /** A part of a larger sum: of which, including, first phase. */
    PART,

    RAISE,
    CUT,
    PAUSE,
    CANCEL,
    DENY,
    ADDS,
    TOTAL,
    RESTATE,
    RUMOUR,
    REPORTED,
    LETTER,
    NOT,
    /** Might, could: an amount that nobody promised. */
    MIGHT,

    /** The company, the group, the tech giant: stands for a company named before. */
    DESCRIPTION,
    IT,
    WE,
    THEY,
    /** The government, the ministry: stands for a country's government. */
    GOVERNMENT,
    /** Presidents and ministers, who announce others' money. */
    OFFICIAL,
    WHICH,
    /** Says nothing: keeps its words from being taken for what they say elsewhere ({@code earnings call}, {@code bitcoin mining}). */
    PLAIN,
    /** Words that open another clause: while, but, although. */
    TURN,
    SAY
}
