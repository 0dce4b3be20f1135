package org.xuanpai.exchange.service;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.Exports;
import org.xuanpai.exchange.ExportsBusy;

/** Makes files and sends them when they are complete. */
@Component
class FileExports implements Exports {

    /** Exports made at the same moment by one instance, so that large ones leave connections and processor to others. */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 20;

    /** Signs no file system or header wants, and those that turn the direction of writing. */
    private static final String UNWANTED = "[_\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|;,%'\\s]+";

    private final MessageSource messages;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    FileExports(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void send(ExportFormat format, HttpServletResponse response, Consumer<ExportTarget> useCase) {
        Spool spool = new Spool();
        try {
            FileTarget target = new FileTarget(format, messages, LocaleContextHolder.getLocale(), clock, spool);
            inTurn(() -> useCase.accept(target));
            head(response, target.fileName(), format, spool.size());
            spool.sendTo(response.getOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            discard(spool);
        }
    }

    @Override
    public void write(ExportFormat format, Locale locale, OutputStream out, Consumer<ExportTarget> useCase) {
        useCase.accept(new FileTarget(format, messages, locale, clock, out));
    }

    private void inTurn(Runnable work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ExportsBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ExportsBusy();
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    private static void head(HttpServletResponse response, String fileName, ExportFormat format, long size) {
        String name = fileName.replaceAll(UNWANTED, "_");
        response.setContentType(format.mediaType());
        response.setContentLengthLong(size);
        response.setHeader("Content-Disposition", disposition(name, format));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }

    /** Both ways of RFC 6266: a plain name for old programs, the real one in UTF-8 as RFC 5987 writes it. */
    private static String disposition(String name, ExportFormat format) {
        return "attachment; filename=\"export." + format.extension() + "\"; filename*=UTF-8''"
                + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    private static void discard(Spool spool) {
        try {
            spool.discard();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
