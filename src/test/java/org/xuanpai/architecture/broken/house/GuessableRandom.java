package org.xuanpai.architecture.broken.house;

import java.util.Random;

/** Makes tokens that can be foretold. */
abstract class GuessableRandom {
    int token() {
        return new Random().nextInt();
    }
}
