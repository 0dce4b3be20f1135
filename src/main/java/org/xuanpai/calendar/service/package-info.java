/** Use cases of the calendar: reading it, proposing and confirming a year. */
@NullMarked
package org.xuanpai.calendar.service;

import org.jspecify.annotations.NullMarked;
