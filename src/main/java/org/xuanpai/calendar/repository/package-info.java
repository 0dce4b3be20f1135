/** Editions of the calendar in the database. */
@NullMarked
package org.xuanpai.calendar.repository;

import org.jspecify.annotations.NullMarked;
