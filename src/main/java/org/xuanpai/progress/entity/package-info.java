/** The monthly report with its machine and what it freezes. */
@NullMarked
package org.xuanpai.progress.entity;

import org.jspecify.annotations.NullMarked;
