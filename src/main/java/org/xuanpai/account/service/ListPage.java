package org.xuanpai.account.service;

import java.util.List;

/**
 * A page of a list.
 *
 * @param rows what is on it
 * @param number the page, from 1
 * @param pages how many there are, at least 1
 * @param total rows of the whole list
 */
public record ListPage<R>(List<R> rows, int number, int pages, long total) {

    /** Rows on a page. */
    public static final int SIZE = 50;

    /** Which page is shown: the one asked for, or the nearest there is. */
    static int nearest(int asked, long total) {
        return Math.max(1, Math.min(asked, pages(total)));
    }

    static int offset(int number) {
        return (number - 1) * SIZE;
    }

    static <R> ListPage<R> of(List<R> rows, int number, long total) {
        return new ListPage<>(rows, number, pages(total), total);
    }

    private static int pages(long total) {
        return (int) Math.max(1, Math.min((total + SIZE - 1) / SIZE, Integer.MAX_VALUE / SIZE));
    }
}
