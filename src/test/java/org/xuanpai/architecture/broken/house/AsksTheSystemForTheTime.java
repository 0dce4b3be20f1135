package org.xuanpai.architecture.broken.house;

import java.time.LocalDate;

/** Knows only the day of the server. */
abstract class AsksTheSystemForTheTime {
    LocalDate today() {
        return LocalDate.now();
    }
}
