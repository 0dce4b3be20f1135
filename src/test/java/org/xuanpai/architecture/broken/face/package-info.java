/** A face that breaks a rule. */
@NullMarked
package org.xuanpai.architecture.broken.face;

import org.jspecify.annotations.NullMarked;
