package org.xuanpai.account.service;

import java.util.List;
import org.xuanpai.platform.Pager;

/**
 * A page of a list.
 *
 * @param rows what is on it
 * @param pager which page it is
 */
public record ListPage<R>(List<R> rows, Pager pager) {

    /** Rows on a page. */
    static final int SIZE = 50;
}
