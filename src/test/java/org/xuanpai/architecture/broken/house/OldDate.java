package org.xuanpai.architecture.broken.house;

import java.util.Date;

/** Takes an instant for a day. */
abstract class OldDate {
    abstract Date day();
}
