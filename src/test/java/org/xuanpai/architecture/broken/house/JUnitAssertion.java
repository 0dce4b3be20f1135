package org.xuanpai.architecture.broken.house;

import org.junit.jupiter.api.Assertions;

/** Says on failure only that something is false. */
abstract class JUnitAssertion {
    void check() {
        Assertions.assertTrue(true);
    }
}
