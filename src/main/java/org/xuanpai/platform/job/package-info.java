/** Keeps long work and does it, one at a time. */
@NullMarked
package org.xuanpai.platform.job;

import org.jspecify.annotations.NullMarked;
