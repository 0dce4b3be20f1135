/** The packaged application as a process of its own, as a county starts it. */
@NullMarked
package org.xuanpai.jar;

import org.jspecify.annotations.NullMarked;
