package org.xuanpai.architecture.broken.house;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Can be used before it is complete. */
abstract class InjectedSetter {
    @Autowired
    abstract void use(Clock clock);
}
