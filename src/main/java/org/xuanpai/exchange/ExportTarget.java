package org.xuanpai.exchange;

import java.util.function.Consumer;
import org.xuanpai.shared.CurrentUser;

/**
 * Where a use case writes its table to. A query service takes one as its last argument, writes exactly once inside its own
 * transaction and records {@code list.exported} with the number of rows it is told:
 *
 * <pre>{@code
 * @MayReadLand
 * @Transactional
 * public void export(CurrentUser user, DivisionFilter filter, ExportTarget target) {
 *     long rows = target.write(user, TABLE, row -> select(user.scope(), filter).withFetchSize(1000).query(set -> {
 *         row.accept(map(set));
 *     }));
 *     trail.record(TrailEvent.exported("/divisions", "", "", rows, target));
 * }
 * }</pre>
 */
public interface ExportTarget {

    /** The format asked for. */
    ExportFormat format();

    /**
     * Writes a table whose rows the source pushes one by one; memory does not grow with them.
     *
     * @param user whose name and unit the file is marked with
     * @param source is given the place to push rows to
     * @return the number of rows written
     */
    <R> long write(CurrentUser user, TableExport<R> table, Consumer<Consumer<R>> source);

    /** Writes rows that are at hand anyway. */
    default <R> long write(CurrentUser user, TableExport<R> table, Iterable<R> rows) {
        return write(user, table, (Consumer<R> row) -> rows.forEach(row));
    }
}
