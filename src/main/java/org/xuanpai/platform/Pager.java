package org.xuanpai.platform;

import org.jspecify.annotations.Nullable;

/**
 * A page of a long list, as {@code fragment/table :: pager(page)} shows it.
 *
 * @param number the page shown, from 1
 * @param size rows a page
 * @param total rows of the whole list
 */
public record Pager(int number, int size, long total) {

    /** The page asked for, or the nearest there is: a hand-written address is no error. */
    public static Pager of(@Nullable String asked, int size, long total) {
        long last = Math.max(1, (total + size - 1) / size);
        long number = asked != null && asked.matches("[0-9]{1,9}") ? Long.parseLong(asked) : 1;
        return new Pager((int) Math.min(Math.max(1, number), Math.min(last, Integer.MAX_VALUE)), size, total);
    }

    /** Rows before this page. */
    public long offset() {
        return (long) (number - 1) * size;
    }

    /** How many pages there are; an empty list has one. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
