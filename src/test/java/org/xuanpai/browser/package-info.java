/** What persons do at a real browser, Chromium. */
@NullMarked
package org.xuanpai.browser;

import org.jspecify.annotations.NullMarked;
