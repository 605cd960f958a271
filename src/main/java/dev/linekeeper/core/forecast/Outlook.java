package dev.linekeeper.core.forecast;

/** What a forecast says of callback numbers running out. */
public sealed interface Outlook {
    /** That nothing can be said, or need not be. */
    record NotComputed(WhyNot why) implements Outlook {}

    /**
     * How likely it is within a year that at least once more people call than there are callback numbers.
     *
     * @param likelihood from 0 to 1
     * @param aboveLimit whether that is more than the owner's limit
     * @param enough how many callback numbers it takes to stay within the limit
     */
    record WithinAYear(double likelihood, boolean aboveLimit, int enough) implements Outlook {}

    enum WhyNot {
        /** The policy, and so its callback numbers, could not be read. */
        NUMBERS_UNREAD,
        /** There are none: every emergency call shows the account's number. */
        NO_NUMBERS,
        /** Nobody is under the policy, or everybody who is has a number to themselves. */
        ENOUGH_FOR_ALL,
        /** So few were read that each has a number to themselves, and how many more there are is not known. */
        PEOPLE_UNREAD,
        /** The owner has set no rate. */
        NO_RATE
    }
}
