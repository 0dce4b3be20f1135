package org.xuanpai.division;

import java.nio.file.Path;
import org.xuanpai.shared.Slip;

/** The published list cannot be brought in; nothing was changed. */
public final class ListRejected extends Slip {

    private static final long serialVersionUID = 1L;

    public ListRejected(String problem, Object... arguments) {
        super("division.import." + problem, arguments);
    }

    /** The same with the name under which a file was sent in place of where it lies here. */
    public ListRejected sent(Path path, String name) {
        return new ListRejected(
                key().substring("division.import.".length()),
                arguments().stream()
                        .map(argument -> argument.equals(path) ? name : argument)
                        .toArray());
    }
}
