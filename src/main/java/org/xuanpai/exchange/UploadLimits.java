package org.xuanpai.exchange;

/** How large an uploaded table may be (controls E1, E2); {@code docs/uploads.md} says the same. */
public final class UploadLimits {

    /** The file as it is sent. */
    public static final int BYTES = 1024 * 1024;

    /** Files packed in a workbook. */
    public static final int ENTRIES = 200;

    /** All of them unpacked, counted while they are unpacked. */
    public static final int UNPACKED_BYTES = 50 * 1024 * 1024;

    /** How many times larger than packed, once more than {@link #RATIO_FROM_BYTES} are unpacked. */
    public static final int RATIO = 30;

    /** From where on {@link #RATIO} is looked at. */
    public static final int RATIO_FROM_BYTES = 1024 * 1024;

    /** Rows of a table, the head included. */
    public static final int ROWS = 5_000;

    /** Columns of a table. */
    public static final int COLUMNS = 100;

    /** Characters of a cell. */
    public static final int CELL_LENGTH = 500;

    private UploadLimits() {}
}
