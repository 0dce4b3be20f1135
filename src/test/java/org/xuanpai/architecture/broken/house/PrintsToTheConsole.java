package org.xuanpai.architecture.broken.house;

/** Tells a console that nobody watches. */
abstract class PrintsToTheConsole {
    void tell() {
        System.out.println();
    }
}
