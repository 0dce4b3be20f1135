/** An edition of a year and what may happen to it. */
@NullMarked
package org.xuanpai.calendar.entity;

import org.jspecify.annotations.NullMarked;
