@NullMarked
package org.xuanpai.platform.transport;

import org.jspecify.annotations.NullMarked;
