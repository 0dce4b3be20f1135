package org.xuanpai.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Sends tables as files. A controller's handler is one line:
 *
 * <pre>{@code exports.send(format, response, target -> divisions.export(user, filter, target));}</pre>
 */
public interface Exports {

    /**
     * Runs the use case and sends the file afterwards. While the use case runs nothing is sent: the table goes to memory
     * and, when it is large, to a nameless temporary file. So a use case that fails ends in an error page and never in half a
     * file, no file leaves before its trail entry is committed, and a slow reader holds no transaction open.
     */
    void send(ExportFormat format, HttpServletResponse response, Consumer<ExportTarget> useCase);

    /** Writes straight to a stream, for files that go elsewhere than to a browser. */
    void write(ExportFormat format, Locale locale, OutputStream out, Consumer<ExportTarget> useCase);
}
