package org.xuanpai.exchange;

import org.xuanpai.shared.Slip;

/** An uploaded or pasted table that is not read; the message says what is wrong with it. */
public final class TableRefused extends Slip {

    private static final long serialVersionUID = 1L;

    private TableRefused(String what, Object... arguments) {
        super("exchange.refused." + what, arguments);
    }

    /** Nothing was chosen or pasted. */
    public static TableRefused empty() {
        return new TableRefused("empty");
    }

    /** More than a limit allows. */
    public static TableRefused tooLarge() {
        return new TableRefused("tooLarge", UploadLimits.BYTES / 1024 / 1024, UploadLimits.ROWS, UploadLimits.COLUMNS);
    }

    /** Neither a workbook nor a comma-separated text, or broken. */
    public static TableRefused unreadable() {
        return new TableRefused("unreadable");
    }

    /** A workbook with macros, embedded files, links to other files or a password. */
    public static TableRefused dangerous() {
        return new TableRefused("dangerous");
    }

    /** Others are reading tables at the moment. */
    public static TableRefused busy() {
        return new TableRefused("busy");
    }
}
