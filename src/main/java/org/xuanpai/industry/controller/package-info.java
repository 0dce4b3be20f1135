/** Target sheets on screen, under {@code /targets}. */
@NullMarked
package org.xuanpai.industry.controller;

import org.jspecify.annotations.NullMarked;
