package org.xuanpai.exchange;

import java.util.List;

/** Reads tables that people bring: pasted from a spreadsheet or uploaded as a file, within {@link UploadLimits}. */
public interface TableReader {

    /**
     * A table as it was copied out of a spreadsheet: a line per row, a tab between cells. Commas serve as well where there is no
     * tab.
     *
     * @throws TableRefused when it is too large, or is no text
     */
    List<List<String>> pasted(String text);

    /**
     * The first sheet of a workbook (xlsx), or a comma-separated file in UTF-8 or GB 18030; which one it is, its content says,
     * not its name.
     *
     * @throws TableRefused when it is neither, too large, or carries what a table of figures does not need
     */
    List<List<String>> uploaded(byte[] content);
}
