package dev.linekeeper.core.bulk;

/**
 * A row of a list of people.
 *
 * @param number as a spreadsheet counts them, the header being row 1; where there is no header, the first person is row 1
 * @param given what names the person, as it was written: a user principal name, mail address, object id, name, or
 *     telephone number
 */
public record Row(int number, String given) {}
