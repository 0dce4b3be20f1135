package org.xuanpai.exchange.service;

import java.time.ZoneId;
import java.util.List;
import org.xuanpai.exchange.Column;

/**
 * What a writer must know before the first row, in the reader's language.
 *
 * @param title name of the table
 * @param columns heads and kinds
 * @param zone zone that instants are written in
 * @param markTitle name of the sheet that says who exported
 * @param mark who exported what and when, label and text
 */
record TableHead(String title, List<Heading> columns, ZoneId zone, String markTitle, List<MarkLine> mark) {

    record Heading(String text, Column.Kind kind, int decimals, int width) {}

    record MarkLine(String label, String text) {}
}
