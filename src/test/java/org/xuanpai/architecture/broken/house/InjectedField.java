package org.xuanpai.architecture.broken.house;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Cannot be made without Spring. */
abstract class InjectedField {
    @Autowired
    @Nullable
    Clock clock;
}
