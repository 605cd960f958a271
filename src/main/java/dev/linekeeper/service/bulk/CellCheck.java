package dev.linekeeper.service.bulk;

import dev.linekeeper.core.VisibleText;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cell that is read may be. */
final class CellCheck {
    /** Longer than any name, address or id Entra has (256). */
    static final int LONGEST = 300;

    private static final int SHOWN = 100;

    private static final Pattern TELEPHONE =
            Pattern.compile("(?i)\\+[\\d\\s().\\-/]*\\d(\\s*[;,]?\\s*(ext|x|#)[.=\\s]*\\d+)?");

    /** A number of which a spreadsheet has kept the first figures. */
    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?E\\+?\\d+");

    private CellCheck() {}

    /** Why the cell is not taken. */
    static Optional<Explanation> refusal(String cell) {
        return cell.length() > LONGEST
                ? refused("too-long", cell.length(), LONGEST)
                : !VisibleText.of(cell).equals(cell) || cell.chars().anyMatch(Character::isISOControl)
                        ? refused("unseen", shown(cell))
                        : SHORTENED.matcher(cell).matches() ? refused("shortened-number") : formula(cell);
    }

    /** The cell without the apostrophe with which a spreadsheet, or we, made text of what would be a formula. */
    static String plain(String cell) {
        return cell.startsWith("'") && SpreadsheetRows.isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** So much of the cell as fits on a line, with what is not seen in it named. */
    static String shown(String cell) {
        String visible = VisibleText.of(cell.substring(0, Math.min(cell.length(), SHOWN)))
                .replaceAll("\\s+", " ");
        return cell.length() <= SHOWN ? visible : visible + "…";
    }

    static Optional<Explanation> refused(String key, Object... arguments) {
        return Optional.of(Explanation.of("bulk.row." + key, arguments));
    }

    private static Optional<Explanation> formula(String cell) {
        return SpreadsheetRows.isFormula(cell) && !TELEPHONE.matcher(cell).matches()
                ? refused("formula")
                : Optional.empty();
    }
}
