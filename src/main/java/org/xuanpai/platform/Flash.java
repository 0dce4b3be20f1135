package org.xuanpai.platform;

import java.util.Arrays;
import java.util.List;
import org.xuanpai.shared.Period;

/**
 * A message that survives one redirect, carried as key and arguments so that it is written in the language of the next page.
 * Controllers add it as the flash attribute {@code flash}.
 *
 * @param key message key
 * @param arguments arguments of the message: periods as they are, everything else as text
 */
public record Flash(String key, List<Object> arguments) {

    public static Flash of(String key, Object... arguments) {
        return new Flash(
                key,
                Arrays.stream(arguments)
                        .<Object>map(argument -> argument instanceof Period ? argument : argument.toString())
                        .toList());
    }
}
