package org.xuanpai.exchange.service;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one table row by row in one format. Closing it completes the file. */
interface TableWriter extends Closeable {

    /** Adds a row; values are of the kinds the columns were announced with, messages already written out. */
    void row(List<@Nullable Object> values) throws IOException;
}
