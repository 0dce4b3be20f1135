package org.xuanpai.architecture.broken.house;

/** Cannot be tested on another day. */
abstract class CountsMilliseconds {
    long today() {
        return System.currentTimeMillis();
    }
}
