package org.xuanpai.architecture.broken.house;

import java.time.Clock;

/** Has a clock that nobody can set. */
abstract class MakesItsOwnClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
