package org.xuanpai.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.FlashMap;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Seal;
import org.xuanpai.shared.Period;

/**
 * A flash message as text with a signature: {@code signature.expires.path.key.argument…}, each part in base64url. Whatever is
 * not exactly what this installation wrote is nothing.
 *
 * @param flash the message
 * @param path the page it is for
 * @param expires when it ends, in milliseconds
 */
record SignedFlash(Flash flash, String path, long expires) {

    // a cookie holds 4 KB; a message's arguments are names and figures
    private static final int LONGEST_ARGUMENT = 100;
    private static final int MOST_ARGUMENTS = 6;
    private static final int FIXED_PARTS = 3;
    private static final String PERIOD = "p";
    private static final String TEXT = "t";

    String write(byte[] key) {
        String content = Stream.concat(
                        Stream.of(String.valueOf(expires), path, flash.key()),
                        flash.arguments().stream().limit(MOST_ARGUMENTS).map(SignedFlash::typed))
                .map(SignedFlash::encode)
                .collect(Collectors.joining("."));
        return Seal.of(content, key) + "." + content;
    }

    static Optional<SignedFlash> read(String text, byte[] key) {
        int end = text.indexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String content = text.substring(end + 1);
        if (!Seal.isOf(text.substring(0, end), content, key)) {
            return Optional.empty();
        }
        // signed by us, so it has the form we write
        List<String> parts = Arrays.stream(content.split("\\.", -1))
                .map(SignedFlash::decode)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Object> arguments = parts.subList(FIXED_PARTS, parts.size()).stream()
                .map(SignedFlash::argument)
                .toList();
        Flash flash = new Flash(parts.get(2), arguments);
        return Optional.of(new SignedFlash(flash, parts.get(1), Long.parseLong(parts.get(0))));
    }

    FlashMap toMap() {
        FlashMap map = new FlashMap();
        map.put(FlashCookie.ATTRIBUTE, flash);
        map.setTargetRequestPath(path);
        map.setExpirationTime(expires);
        return map;
    }

    /** A letter says what it is, so that a month is written in the words of the next page. */
    private static String typed(Object argument) {
        return argument instanceof Period ? PERIOD + argument : TEXT + shortened(argument.toString());
    }

    private static Object argument(String typed) {
        String value = typed.substring(1);
        return typed.startsWith(PERIOD)
                ? Period.parse(value).<Object>map(period -> period).orElse(value)
                : value;
    }

    private static String shortened(String argument) {
        return argument.codePointCount(0, argument.length()) <= LONGEST_ARGUMENT
                ? argument
                : argument.substring(0, argument.offsetByCodePoints(0, LONGEST_ARGUMENT)) + "…";
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
