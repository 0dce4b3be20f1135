package org.xuanpai.platform;

/** A command could not do its work; the message is the one line the user sees. */
public final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public CommandFailed(String message) {
        super(message);
    }
}
