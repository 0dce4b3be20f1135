package org.xuanpai.exchange.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes of unknown number: the first in memory, more in a temporary file that is deleted while it is open, so that
 * nothing is left behind by an error or a kill.
 */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 256 * 1024;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && memory.size() + length <= IN_MEMORY) {
            memory.write(bytes, offset, length);
            return;
        }
        FileChannel target = file == null ? open() : file;
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            target.write(rest);
        }
    }

    private FileChannel open() throws IOException {
        Path path = Files.createTempFile("xuanpai-export", ".tmp");
        FileChannel opened = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        file = opened;
        ByteBuffer start = ByteBuffer.wrap(memory.toByteArray());
        while (start.hasRemaining()) {
            opened.write(start);
        }
        memory.reset();
        return opened;
    }

    long size() throws IOException {
        return file == null ? memory.size() : file.size();
    }

    void sendTo(OutputStream out) throws IOException {
        if (file == null) {
            memory.writeTo(out);
        } else {
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        }
    }

    /** Writers close their stream when the table is complete; the bytes stay until {@link #discard}. */
    @Override
    public void close() {}

    void discard() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
