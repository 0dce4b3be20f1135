package org.xuanpai.progress;

import java.util.UUID;

/**
 * One send of a field, which has one effect however often it arrives (controls J1).
 *
 * @param page the open page it was typed on
 * @param number counts the sends of that page; of two sends of a field the higher one is the newer
 */
public record Intent(UUID page, long number) {

    public Intent {
        if (number < 1) {
            throw new IllegalArgumentException("intents count from 1, not " + number);
        }
    }
}
