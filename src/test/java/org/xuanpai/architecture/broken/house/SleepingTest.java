package org.xuanpai.architecture.broken.house;

/** Is slow when all is well and fails when the machine is slow. */
abstract class SleepingTest {
    void await() throws InterruptedException {
        Thread.sleep(1);
    }
}
