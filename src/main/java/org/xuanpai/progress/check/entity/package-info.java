/** A county's version of a rule. */
@NullMarked
package org.xuanpai.progress.check.entity;

import org.jspecify.annotations.NullMarked;
