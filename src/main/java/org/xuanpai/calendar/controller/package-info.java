/** The calendar's pages. */
@NullMarked
package org.xuanpai.calendar.controller;

import org.jspecify.annotations.NullMarked;
